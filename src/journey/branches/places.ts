/**
 * Towns that a branch's name may hold, by province and state: the larger municipalities of
 * the 2021 census of Canada and the 2020 census of the United States. Where a name stands
 * under several, the first in this order (the larger town) is meant unless a flag, a state
 * in the text or the country of the business says otherwise.
 */
const TOWNS: Readonly<Record<string, string>> = {
  ON: `Toronto, Ottawa, Mississauga, Brampton, Hamilton, London, Markham, Vaughan, Kitchener, Windsor, Richmond Hill, Oakville,
    Burlington, Oshawa, Barrie, St. Catharines, Cambridge, Kingston, Guelph, Whitby, Ajax, Waterloo, Thunder Bay, Milton,
    Niagara Falls, Pickering, Brantford, Peterborough, Sarnia, Sault Ste. Marie, Newmarket, Aurora, Scarborough, Etobicoke,
    North York, Sudbury, North Bay, Belleville, Cornwall, Chatham, Welland, Orillia, Timmins, Kenora, Woodstock, St. Thomas`,
  BC: `Vancouver, Surrey, Burnaby, Richmond, Abbotsford, Coquitlam, Kelowna, Langley, Delta, Kamloops, Nanaimo, Victoria,
    Chilliwack, Maple Ridge, New Westminster, Prince George, Port Coquitlam, North Vancouver, West Vancouver, Vernon,
    Penticton, Courtenay, Port Moody, White Rock, Cranbrook, Fort St. John, Dawson Creek, Fort Nelson`,
  AB: 'Calgary, Edmonton, Red Deer, Lethbridge, St. Albert, Medicine Hat, Grande Prairie, Airdrie, Spruce Grove, Sherwood Park, Leduc, Fort McMurray, Okotoks, Cochrane, Camrose, Canmore',
  QC: 'Montreal, Quebec City, Quebec, Laval, Gatineau, Longueuil, Sherbrooke, Levis, Saguenay, Trois-Rivieres, Terrebonne, Saint-Jerome, Drummondville, Brossard, Repentigny, Granby, Saint-Hyacinthe',
  MB: 'Winnipeg, Brandon, Steinbach, Winkler, Portage la Prairie, Thompson',
  SK: 'Saskatoon, Regina, Prince Albert, Moose Jaw, Swift Current, Yorkton, North Battleford, Lloydminster',
  NS: 'Halifax, Dartmouth, Sydney, Truro, New Glasgow',
  NB: 'Moncton, Saint John, Fredericton, Dieppe, Miramichi',
  NL: "St. John's, Mount Pearl, Corner Brook, Gander, Labrador City",
  PE: 'Charlottetown, Summerside',
  YT: 'Whitehorse',
  NT: 'Yellowknife',
  NU: 'Iqaluit',
  TX: 'Houston, San Antonio, Dallas, Austin, Fort Worth, El Paso, Arlington, Corpus Christi, Plano, Lubbock, Laredo, Irving, Garland, Frisco, McKinney, Amarillo, Grand Prairie, Brownsville, Killeen, Denton, Waco, Round Rock, Midland, Odessa, Sugar Land, The Woodlands, Tyler, College Station',
  AZ: 'Phoenix, Tucson, Mesa, Chandler, Gilbert, Glendale, Scottsdale, Peoria, Tempe, Surprise, Flagstaff, Yuma',
  VA: 'Virginia Beach, Chesapeake, Norfolk, Richmond, Newport News, Alexandria, Hampton, Roanoke, Lynchburg, Charlottesville',
  NJ: 'Newark, Jersey City, Paterson, Elizabeth, Trenton, Camden, Hoboken, Princeton',
  CO: 'Denver, Colorado Springs, Aurora, Fort Collins, Lakewood, Thornton, Arvada, Westminster, Pueblo, Greeley, Boulder, Longmont, Grand Junction',
  CA: 'Los Angeles, San Diego, San Jose, San Francisco, Fresno, Sacramento, Long Beach, Oakland, Bakersfield, Anaheim, Stockton, Riverside, Irvine, Santa Ana, Chula Vista, Fremont, Santa Clarita, San Bernardino, Modesto, Fontana, Oxnard, Moreno Valley, Huntington Beach, Santa Rosa, Ontario, Rancho Cucamonga, Oceanside, Corona, Hayward, Palmdale, Sunnyvale, Escondido, Pasadena, Torrance, Berkeley, Concord, Ventura, Santa Barbara, Redding',
  FL: 'Jacksonville, Miami, Tampa, Orlando, St. Petersburg, Hialeah, Port St. Lucie, Tallahassee, Fort Lauderdale, Cape Coral, Pembroke Pines, Hollywood, Gainesville, Clearwater, Palm Bay, West Palm Beach, Lakeland, Boca Raton, Naples, Sarasota, Fort Myers, Daytona Beach, Pensacola, Panama City',
  WA: 'Seattle, Spokane, Tacoma, Vancouver, Bellevue, Kent, Everett, Renton, Yakima, Bellingham, Kirkland, Auburn, Redmond, Olympia, Kennewick',
  OR: 'Portland, Salem, Eugene, Gresham, Hillsboro, Bend, Beaverton, Medford, Corvallis',
  NY: 'New York, New York City, Brooklyn, Queens, Bronx, Manhattan, Staten Island, Buffalo, Rochester, Yonkers, Syracuse, Albany, New Rochelle, White Plains, Utica, Ithaca',
  OH: 'Columbus, Cleveland, Cincinnati, Toledo, Akron, Dayton, Canton, Youngstown',
  MO: 'Kansas City, St. Louis, Springfield, Columbia, Independence',
  MA: 'Boston, Worcester, Springfield, Cambridge, Lowell, Brockton, Quincy, Lynn, New Bedford, Salem',
  IL: 'Chicago, Aurora, Joliet, Naperville, Rockford, Elgin, Springfield, Peoria, Champaign, Schaumburg, Evanston',
  NC: 'Charlotte, Raleigh, Greensboro, Durham, Winston-Salem, Fayetteville, Cary, Wilmington, High Point, Asheville, Concord',
  SC: 'Charleston, Columbia, North Charleston, Mount Pleasant, Greenville, Myrtle Beach, Rock Hill, Spartanburg',
  GA: 'Atlanta, Augusta, Columbus, Macon, Savannah, Athens, Sandy Springs, Roswell, Marietta, Alpharetta',
  PA: 'Philadelphia, Pittsburgh, Allentown, Reading, Erie, Scranton, Bethlehem, Lancaster, Harrisburg',
  MI: 'Detroit, Grand Rapids, Warren, Sterling Heights, Ann Arbor, Lansing, Flint, Dearborn, Kalamazoo, Troy',
  TN: 'Nashville, Memphis, Knoxville, Chattanooga, Clarksville, Murfreesboro, Franklin, Johnson City',
  MD: 'Baltimore, Columbia, Frederick, Rockville, Gaithersburg, Annapolis, Bethesda, Silver Spring',
  WI: 'Milwaukee, Madison, Green Bay, Kenosha, Racine, Appleton',
  MN: 'Minneapolis, St. Paul, Rochester, Duluth, Bloomington, Brooklyn Park, Plymouth',
  IN: 'Indianapolis, Fort Wayne, Evansville, South Bend, Carmel, Fishers, Bloomington, Hammond, Gary, Lafayette',
  NV: 'Las Vegas, Henderson, Reno, North Las Vegas, Sparks, Carson City',
  UT: 'Salt Lake City, West Valley City, Provo, West Jordan, Orem, Sandy, Ogden, St. George',
  OK: 'Oklahoma City, Tulsa, Norman, Broken Arrow, Edmond',
  LA: 'New Orleans, Baton Rouge, Shreveport, Lafayette, Lake Charles',
  KY: 'Louisville, Lexington, Bowling Green, Owensboro, Covington',
  AL: 'Huntsville, Birmingham, Montgomery, Mobile, Tuscaloosa, Hoover, Auburn',
  NM: 'Albuquerque, Las Cruces, Rio Rancho, Santa Fe',
  KS: 'Wichita, Overland Park, Kansas City, Olathe, Topeka, Lawrence',
  NE: 'Omaha, Lincoln, Bellevue, Grand Island',
  IA: 'Des Moines, Cedar Rapids, Davenport, Sioux City, Iowa City, Waterloo',
  AR: 'Little Rock, Fayetteville, Fort Smith, Springdale, Bentonville',
  CT: 'Bridgeport, New Haven, Stamford, Hartford, Waterbury, Norwalk, Danbury',
  MS: 'Jackson, Gulfport, Biloxi, Hattiesburg',
  ID: "Boise, Meridian, Nampa, Idaho Falls, Pocatello, Coeur d'Alene, Lewiston",
  HI: 'Honolulu, Hilo, Kailua',
  NH: 'Manchester, Nashua, Concord, Portsmouth',
  ME: 'Portland, Bangor, Lewiston',
  RI: 'Providence, Warwick, Cranston, Newport',
  MT: 'Billings, Missoula, Great Falls, Bozeman, Helena',
  DE: 'Wilmington, Dover, Newark',
  SD: 'Sioux Falls, Rapid City',
  ND: 'Fargo, Bismarck, Grand Forks',
  AK: 'Anchorage, Fairbanks, Juneau',
  VT: 'Burlington, Montpelier, Rutland',
  WY: 'Cheyenne, Casper, Laramie',
  WV: 'Charleston, Huntington, Morgantown',
  DC: 'Washington',
};

/** The zone of most of a province or state, from the tz database. */
const ZONES: readonly (readonly [zone: string, states: string])[] = [
  ['America/Toronto', 'ON QC'],
  ['America/Vancouver', 'BC'],
  ['America/Edmonton', 'AB NT'],
  ['America/Winnipeg', 'MB'],
  ['America/Regina', 'SK'],
  ['America/Halifax', 'NS PE'],
  ['America/Moncton', 'NB'],
  ['America/St_Johns', 'NL'],
  ['America/Whitehorse', 'YT'],
  ['America/Iqaluit', 'NU'],
  ['America/New_York', 'CT DE DC FL GA KY ME MD MA NH NJ NY NC OH PA RI SC VT VA WV'],
  ['America/Chicago', 'AL AR IL IA KS LA MN MS MO NE ND OK SD TN TX WI'],
  ['America/Denver', 'CO MT NM UT WY'],
  ['America/Los_Angeles', 'CA NV OR WA'],
  ['America/Phoenix', 'AZ'],
  ['America/Boise', 'ID'],
  ['America/Detroit', 'MI'],
  ['America/Indiana/Indianapolis', 'IN'],
  ['America/Anchorage', 'AK'],
  ['Pacific/Honolulu', 'HI'],
];

/** Towns whose clock differs from the rest of their province or state. */
const OTHER_CLOCKS: Readonly<Record<string, string>> = {
  'Kenora, ON': 'America/Winnipeg',
  'Cranbrook, BC': 'America/Edmonton',
  'Fort St. John, BC': 'America/Dawson_Creek',
  'Dawson Creek, BC': 'America/Dawson_Creek',
  'Fort Nelson, BC': 'America/Fort_Nelson',
  'Lloydminster, SK': 'America/Edmonton',
  'Labrador City, NL': 'America/Goose_Bay',
  'El Paso, TX': 'America/Denver',
  'Pensacola, FL': 'America/Chicago',
  'Panama City, FL': 'America/Chicago',
  'Knoxville, TN': 'America/New_York',
  'Chattanooga, TN': 'America/New_York',
  'Johnson City, TN': 'America/New_York',
  'Louisville, KY': 'America/Kentucky/Louisville',
  'Bowling Green, KY': 'America/Chicago',
  'Owensboro, KY': 'America/Chicago',
  'Evansville, IN': 'America/Chicago',
  'Hammond, IN': 'America/Chicago',
  'Gary, IN': 'America/Chicago',
  'Rapid City, SD': 'America/Denver',
  "Coeur d'Alene, ID": 'America/Los_Angeles',
  'Lewiston, ID': 'America/Los_Angeles',
};

const PROVINCES = new Set(['ON', 'BC', 'AB', 'QC', 'MB', 'SK', 'NS', 'NB', 'NL', 'PE', 'YT', 'NT', 'NU']);

export interface Place {
  city: string;
  /** Two letters. */
  state: string;
  country: 'CA' | 'US';
  timeZone: string;
}

/** Every town of the list. */
export const places: readonly Place[] = listPlaces();

const byName = groupByName();

/** The towns of this name, the likeliest first; none when the list does not hold it. */
export function placesNamed(city: string): readonly Place[] {
  return byName.get(townKey(city)) ?? [];
}

/** The country of a two-letter province or state; undefined for anything else. */
export function countryOfState(state: string): 'CA' | 'US' | undefined {
  if (PROVINCES.has(state)) return 'CA';
  return state in TOWNS ? 'US' : undefined;
}

/** The zone of most of a province or state; undefined for anything else. */
export function zoneOfState(state: string): string | undefined {
  return ZONES.find(([, states]) => states.split(' ').includes(state))?.[0];
}

/** Equal for "ST. JOHN'S", "St Johns" and "Saint John's"; "Saint John" stays another town. */
export function townKey(city: string): string {
  return city
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(saint|sainte|ste) /, 'st ')
    .replace(/^ft /, 'fort ')
    .replace(/^mt /, 'mount ');
}

function listPlaces(): Place[] {
  return Object.entries(TOWNS).flatMap(([state, towns]) =>
    towns.split(',').map((town): Place => {
      const city = town.trim();
      return {
        city,
        state,
        country: PROVINCES.has(state) ? 'CA' : 'US',
        timeZone: OTHER_CLOCKS[`${city}, ${state}`] ?? zoneOfState(state) ?? 'UTC',
      };
    }),
  );
}

function groupByName(): Map<string, Place[]> {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const key = townKey(place.city);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [place]);
    else group.push(place);
  }
  return groups;
}
