import { identityOf, isAmong, type Identity, type Mix, RANGE } from './generate-identities.ts';

/** A quote of the reference business, computed from its index alone. */
export interface ReferenceQuote {
  index: number;
  number: number;
  identity: Identity;
  outcome: 'booked' | 'lost' | 'bad' | 'open';
  /** Days since 2019-01-01. */
  receivedDay: number;
  serviceDay: number;
  branch: string;
  seller: string;
  source: string;
  estimatedCents: number;
}

const DAYS_TO_2022 = 1096;
const DAYS_2022_TO_2025 = 1461;

/** The quote of a lead: 2022 to 2025, in order of receipt. */
export function leadQuote(mix: Mix, index: number, leads: number): ReferenceQuote {
  return makeQuote(
    mix,
    index,
    400_000 + index,
    DAYS_TO_2022 + Math.floor((index * DAYS_2022_TO_2025) / leads),
    outcomeOf(mix(index, 21) % 1000),
  );
}

/** A quote without a lead, known from its jobs, booking or loss: its number counts from 1,000 or beyond the leads. */
export function otherQuote(mix: Mix, nth: number, number: number, receivedDay: number, outcome: ReferenceQuote['outcome']): ReferenceQuote {
  return makeQuote(mix, RANGE + nth, number, receivedDay, outcome);
}

/** How a job row of this quote reads its status. */
export function statusOf(mix: Mix, quote: ReferenceQuote): string {
  const roll = mix(quote.index, 22) % 100;
  if (quote.outcome === 'booked')
    return roll < 84 ? 'Closed' : roll < 90 ? 'Completed' : roll < 95 ? 'Booked' : 'Cancelled - no availability';
  if (quote.outcome === 'lost') return LOST[roll % LOST.length] ?? '';
  if (quote.outcome === 'bad') return BAD[roll % BAD.length] ?? '';
  return OPEN[roll % OPEN.length] ?? '';
}

/** `M/D/YYYY` of a day counted from 2019-01-01. */
export function dayText(day: number): string {
  return DAY_TEXTS[day] ?? '';
}

/** The text, or nothing in the given share of rows. */
export function unless(mix: Mix, index: number, salt: number, share: number, text: string): string {
  return isAmong(mix, index, salt, share) ? '' : text;
}

/** An amount, now and then with $, commas and a trailing space. */
export function moneyText(cents: number): string {
  const text = (cents / 100).toFixed(2);
  return cents % 50 === 0 ? `$${text.replaceAll(/\B(?=(\d{3})+\.)/g, ',')} ` : text;
}

function makeQuote(mix: Mix, index: number, number: number, receivedDay: number, outcome: ReferenceQuote['outcome']): ReferenceQuote {
  return {
    index,
    number,
    identity: identityOf(mix, index),
    outcome,
    receivedDay,
    serviceDay: Math.min(receivedDay + 7 + (mix(index, 23) % 50), DAY_TEXTS.length - 1),
    branch: BRANCHES[mix(index, 24) % BRANCHES.length] ?? '',
    seller: mix(index, 25) % 20 === 0 ? '' : (SELLERS[mix(index, 26) % SELLERS.length] ?? ''),
    source: mix(index, 27) % 25 === 0 ? '' : (SOURCES[mix(index, 28) % SOURCES.length] ?? ''),
    estimatedCents: 35_000 + (mix(index, 29) % 480_000),
  };
}

function outcomeOf(roll: number): ReferenceQuote['outcome'] {
  return roll < 202 ? 'booked' : roll < 660 ? 'lost' : roll < 860 ? 'bad' : 'open';
}

const DAY_TEXTS = Array.from({ length: 2557 + 70 }, (_, day) => {
  const date = new Date(Date.UTC(2019, 0, 1 + day));
  return `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`;
});

const CANADIAN =
  'CALGARY,EDMONTON,LONDON,TORONTO,OTTAWA,MONTREAL,HALIFAX,WINNIPEG,REGINA,SASKATOON,VANCOUVER,VICTORIA,KELOWNA,NANAIMO,HAMILTON,KITCHENER,WINDSOR,BARRIE,KINGSTON,OSHAWA,MISSISSAUGA,BRAMPTON,MARKHAM,OAKVILLE,BURLINGTON,LETHBRIDGE,RED DEER,KAMLOOPS,ABBOTSFORD,SURREY,MONCTON,FREDERICTON,GATINEAU,LAVAL,GUELPH,PETERBOROUGH,BRANTFORD,SUDBURY'.split(
    ',',
  );
const AMERICAN =
  'AUSTIN,DALLAS,HOUSTON,DENVER,PHOENIX,SEATTLE,PORTLAND,BOISE,CHICAGO,DETROIT,COLUMBUS,ATLANTA,TAMPA,ORLANDO,NASHVILLE,CHARLOTTE,RICHMOND,BUFFALO,BOSTON,BALTIMORE,OMAHA,TULSA'.split(
    ',',
  );
const BRANCHES = [
  ...CANADIAN.map((city) => `${city} 🇨🇦 - Prairie Peak Movers`),
  ...AMERICAN.map((city) => `${city} 🇺🇸 - Prairie Peak Movers`),
];
const SELLER_FIRST = 'Ava,Ben,Chris,Dakota,Elise,Frank,Gita,Hugo,Ines,Jonas,Kira,Leon,Mara,Nico,Olga'.split(',');
const SELLER_LAST = 'Sample,Carrow,Lindqvist,Marlow,Price,Fontaine,Oyelaran,Haddad,Vance,Quist'.split(',');
/** 150 sellers, each name once. */
export const SELLERS = SELLER_FIRST.flatMap((first) => SELLER_LAST.map((last) => `${first} ${last}`));
const SOURCES = [
  'Google Ads',
  'google ads',
  'Website Form',
  'Facebook',
  'Yelp',
  'Friend or family',
  'Word of mouth',
  'Repeat Customer',
  'Realtor Partner',
  'Corporate Account',
  'Radio Ad',
  'Broadway',
  'Moving Leads Hub',
  'Billboard campaign',
  'Cobweb Storage',
];
const LOST = [
  'Lost - Price too high',
  'Lost already booked with another mover',
  'Lost - No availability',
  'Lost no longer moving',
  'Lost - Follow up 3 - No Response',
  'Lost unable to contact',
];
const BAD = ['Bad lead - Duplicate lead', 'Bad lead spam', 'Bad lead - Bad phone number', 'Bad lead - Outside service territory'];
const OPEN = ['New lead', 'Lead in progress', 'Opportunity', 'Quoted', 'Pending'];
