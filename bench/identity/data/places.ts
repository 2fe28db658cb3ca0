/** Places and street words for the invented records; ranges of postal codes as the post offices publish them. */

export interface City {
  city: string;
  state: string;
  /** The first three digits (US) or the first two characters (Canada) of its codes. */
  zip: string;
  area: string;
}

export const CITIES: readonly City[] = rows(`
  New York,NY,100,212 Brooklyn,NY,112,718 Buffalo,NY,142,716 Albany,NY,122,518 Newark,NJ,071,973 Trenton,NJ,086,609
  Philadelphia,PA,191,215 Pittsburgh,PA,152,412 Boston,MA,021,617 Worcester,MA,016,508 Hartford,CT,061,860 Providence,RI,029,401
  Baltimore,MD,212,410 Richmond,VA,232,804 Norfolk,VA,235,757 Raleigh,NC,276,919 Charlotte,NC,282,704 Charleston,SC,294,843
  Atlanta,GA,303,404 Savannah,GA,314,912 Jacksonville,FL,322,904 Miami,FL,331,305 Tampa,FL,336,813 Orlando,FL,328,407
  Birmingham,AL,352,205 Nashville,TN,372,615 Memphis,TN,381,901 Louisville,KY,402,502 Columbus,OH,432,614 Cleveland,OH,441,216
  Cincinnati,OH,452,513 Detroit,MI,482,313 Grand Rapids,MI,495,616 Indianapolis,IN,462,317 Chicago,IL,606,312 Springfield,IL,627,217
  Milwaukee,WI,532,414 Madison,WI,537,608 Minneapolis,MN,554,612 Saint Paul,MN,551,651 Des Moines,IA,503,515 Saint Louis,MO,631,314
  Kansas City,MO,641,816 Springfield,MO,658,417 Omaha,NE,681,402 Wichita,KS,672,316 Tulsa,OK,741,918 Oklahoma City,OK,731,405
  Dallas,TX,752,214 Fort Worth,TX,761,817 Houston,TX,770,713 San Antonio,TX,782,210 Austin,TX,787,512 El Paso,TX,799,915
  New Orleans,LA,701,504 Denver,CO,802,303 Colorado Springs,CO,809,719 Salt Lake City,UT,841,801 Phoenix,AZ,850,602 Tucson,AZ,857,520
  Albuquerque,NM,871,505 Las Vegas,NV,891,702 Reno,NV,895,775 Los Angeles,CA,900,323 San Diego,CA,921,619 Fresno,CA,937,559
  San Jose,CA,951,408 San Francisco,CA,941,415 Oakland,CA,946,510 Sacramento,CA,958,916 Portland,OR,972,503 Eugene,OR,974,541
  Seattle,WA,981,206 Spokane,WA,992,509 Boise,ID,837,208 Billings,MT,591,406 Honolulu,HI,968,808 Anchorage,AK,995,907
  Toronto,ON,M4,416 Mississauga,ON,L5,905 Hamilton,ON,L8,289 London,ON,N6,519 Ottawa,ON,K1,613 Kingston,ON,K7,343
  Montreal,QC,H3,514 Quebec,QC,G1,418 Halifax,NS,B3,902 Winnipeg,MB,R3,204 Regina,SK,S4,306 Saskatoon,SK,S7,639
  Calgary,AB,T2,403 Edmonton,AB,T5,780 Red Deer,AB,T4,587 Vancouver,BC,V6,604 Surrey,BC,V3,778 Kelowna,BC,V1,250
`);

export const STREET_NAMES = words(`
  Main Oak Pine Maple Cedar Elm Washington Lake Hill Walnut Spring Park Church Ridge Sunset Lincoln Highland Forest River Meadow
  Jefferson Madison Jackson Chestnut Spruce Cherry Dogwood Hickory Willow Birch Magnolia Sycamore Poplar Laurel Holly Juniper Aspen
  Franklin Adams Monroe Grant Center Mill School Railroad Prospect Valley Locust Cottage Winding Fairview Pleasant Grove Orchard
  Garden Country Woodland Brook Creek Eagle Hawk Fox Deer Quail Heron Robin Cardinal Bluebird Falcon Hunter Rolling Summit Colonial
  Liberty Union Market Court Water Front Canal Harbor Ocean Bay Beach Shore Cliff Stone Granite Marble Quarry Silver Golden Crystal
  Victoria Queen King Albert Wellington Dundas Yonge Bloor Portage Whyte Jasper Macleod Edgemont Ranchland Bowness Kensington
  Wescott Arbor Barclay Beaumont Bristol Canterbury Devon Essex Glenwood Hampton Heather Ivy Kenwood Lexington Mayfair Newport
  Oxford Primrose Regent Sheffield Stratford Sussex Tanglewood Trenton Vernon Warwick Windsor Yorkshire Sherwood Rosewood Linden
`);

export const STREET_TYPES: readonly (readonly string[])[] = [
  ['Street', 'St', 'St.', 'Str'],
  ['Avenue', 'Ave', 'Ave.', 'Av'],
  ['Road', 'Rd', 'Rd.'],
  ['Drive', 'Dr', 'Dr.'],
  ['Lane', 'Ln', 'Ln.'],
  ['Court', 'Ct', 'Crt'],
  ['Boulevard', 'Blvd', 'Blvd.'],
  ['Place', 'Pl', 'Pl.'],
  ['Crescent', 'Cres', 'Cr'],
  ['Way', 'Way', 'Wy'],
  ['Circle', 'Cir', 'Circ'],
  ['Terrace', 'Ter', 'Terr'],
];

export const BRITISH_CITIES = words(`
  London London London London London London Birmingham Liverpool Manchester Leeds Sheffield Bristol Newcastle-upon-Tyne Coventry
  Leicester Nottingham Portsmouth Southampton Plymouth Reading Swindon Bradford Belfast Cardiff Swansea Glasgow Aberdeen Edinburgh
  Kingston-upon-Hull Stoke-on-Trent Wolverhampton Derby Southend-on-Sea Luton Salford York Mansfield Peterborough Huddersfield Poole
`);

export const COUNTIES = words(`
  Devon Cornwall Somerset Dorset Wiltshire Hampshire Surrey Sussex Kent Essex Suffolk Norfolk Cambridgeshire Hertfordshire
  Bedfordshire Buckinghamshire Oxfordshire Berkshire Gloucestershire Worcestershire Warwickshire Northamptonshire Leicestershire
  Lincolnshire Nottinghamshire Derbyshire Staffordshire Shropshire Cheshire Lancashire Yorkshire Durham Northumberland Cumberland
  Westmorland Herefordshire Glamorgan Pembrokeshire Anglesey Fife Perthshire Aberdeenshire Lanarkshire Dublin Cork Antrim Galway
`);

export const SUBURBS = words(`
  willaroo bittern canterbury coolaroo garbutt worongary carlsruhe yass belmont toorak brunswick footscray glenelg prahran ashfield
  bankstown burwood camden campbelltown chatswood cronulla dubbo engadine fairfield gosford hornsby kiama lismore maitland manly
  newtown orange parramatta penrith randwick ryde strathfield tamworth ulladulla vaucluse wollongong yamba zetland ballarat bendigo
  echuca frankston geelong hamilton horsham kew kyneton mildura mornington sale seymour shepparton torquay traralgon wangaratta
  bundaberg cairns gladstone gympie ipswich logan mackay nambour noosa redcliffe rockhampton toowoomba townsville warwick albany
  bunbury busselton fremantle geraldton joondalup kalgoorlie mandurah perth rockingham subiaco gawler kadina lobethal murray unley
`);

export const AUSTRALIAN_STREETS = words(`
  tullaroop giblin goldfinch maltby ramsay dumas blacket neworra yerralee florey kosciusko latchford clianthus morehead chauvel
  bateman hambidge wyselaskie barrallier ebden bunny noala tazewell swinden kinleyside hawker maconochie beasley longmore canopus
  darwinia bellchambers wilsmore bourne duggan fairbairn gurrang hopetoun jansz kellaway lambrigg mugga namatjira ormonde paterson
  quandong rosenthal sherbrooke theodore urambi verbrugghen wandoo yalangi zeal arndell britten carstensz devonport ellenborough
`);

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

function rows(text: string): readonly City[] {
  return text
    .trim()
    .split(/(?<=,\d{3})\s+/)
    .map((row) => {
      const [city = '', state = '', zip = '', area = ''] = row.split(',');
      return { city, state, zip, area };
    });
}
