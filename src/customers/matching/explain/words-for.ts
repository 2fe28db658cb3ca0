import { normaliseName } from '../../normalise/normalise-name.ts';
import { DIMENSION, STREET } from '../compare/dimensions.ts';
import type { ColumnKind } from '../record-table.ts';
import type { SaidRecord, SaidValues } from './said-values.ts';

/** What each level of each dimension is called; index 0 is level 1. */
const WORDS: Readonly<Record<number, readonly string[]>> = {
  [DIMENSION.given]: [
    'same first name',
    'first names differ only by a nickname',
    'first name with a slip of the pen',
    'first name only as an initial',
    'similar first names',
    'different first names',
    'first name and surname swapped',
    'two different well-known first names',
    'one is the partner in a couple the other names',
    'two well-known first names that are nearly alike',
    'first names two slips apart',
    'one is called what the other has for a surname',
  ],
  [DIMENSION.surname]: [
    'same surname',
    'surname with a slip of the pen',
    'similar surnames',
    'different surnames',
    'surname only as an initial',
    'surnames two slips apart',
  ],
  [DIMENSION.middle]: ['shared middle name', 'middle initial agrees', 'different middle names'],
  [DIMENSION.suffix]: ['same suffix (Jr, Sr …)', 'different suffixes (Jr, Sr …)', 'only one has a suffix (Jr, Sr …)'],
  [DIMENSION.email]: ['same e-mail', 'same mailbox at another provider', 'e-mail with a slip of the pen', 'different e-mails'],
  [DIMENSION.phone]: ['same phone', 'phone with one digit amiss', 'different phones'],
  [DIMENSION.street]: [
    'same address',
    'same house, another flat',
    'address with a slip of the pen',
    'same street, another house',
    'different streets',
    'roughly the same address',
  ],
  [DIMENSION.area]: [
    'same postal code',
    'nearly the same postal code',
    'same town',
    'only the same state',
    'different places',
    'same postal code and town',
    'same postal code, another town',
    'same town, nearly the same postal code',
  ],
  [DIMENSION.dob]: [
    'same day of birth',
    'day of birth with a slip of the pen',
    'the years of birth agree, one day is not known',
    'same year of birth, another day',
    'same birthday, another year',
    'years of birth beside each other',
    'different days of birth',
    'same year of birth, no more is known',
    'days of birth two digits apart',
  ],
  [DIMENSION.company]: ['same company', 'company with a slip of the pen', 'one company name is part of the other', 'different companies'],
};
const OTHER = ['same', 'nearly the same', 'one is part of the other:', 'different'];

export interface Told {
  dimension: number;
  level: number;
  /** How many strangers have the agreed value; 0 where none was agreed on. */
  share: number;
  /** The header of an `other` column. */
  column: string | undefined;
  said?: SaidValues | undefined;
}

/** Evidence in plain words: "first names differ only by a nickname: Bob – Robert", "same phone (rare: 1 of 240,000)". */
export function wordsFor({ dimension, level, share, column, said }: Told): string {
  const words = column === undefined ? wordsOf(dimension, level, said) : `${OTHER[level - 1] ?? ''} ${column}`;
  const values = said === undefined || SAME.has(words) ? '' : valuesOf(dimension, said);
  if (share <= 0) return `${words}${values}`;
  const oneIn = Math.round(1 / share);
  return `${words}${values}${oneIn < 2 ? '' : ` (${oneIn >= 1000 ? 'rare: ' : ''}1 of ${oneIn.toLocaleString('en-US')})`}`;
}

/** Where both say the same the value says nothing new. */
const SAME: ReadonlySet<string> = new Set(['same first name', 'same surname', 'same postal code and town']);

const FIELDS: Readonly<Record<number, readonly ColumnKind[]>> = {
  [DIMENSION.given]: ['given_name', 'name'],
  [DIMENSION.surname]: ['surname', 'name'],
  [DIMENSION.middle]: ['name'],
  [DIMENSION.suffix]: ['name', 'surname'],
  [DIMENSION.email]: ['email'],
  [DIMENSION.phone]: ['phone'],
  [DIMENSION.street]: ['street'],
  [DIMENSION.area]: ['city', 'zip'],
  [DIMENSION.dob]: ['dob'],
  [DIMENSION.company]: ['company'],
};

function wordsOf(dimension: number, level: number, said: SaidValues | undefined): string {
  const [from, to] = [said?.first.year, said?.second.year];
  const isMove = level === STREET.different && from !== undefined && to !== undefined && from !== to;
  if (dimension === DIMENSION.street && isMove) return 'another address in another year, as after a move';
  return WORDS[dimension]?.[level - 1] ?? '';
}

/** ": 312 555 0171", or ": Bob – Robert" where the two differ. */
function valuesOf(dimension: number, { first, second }: SaidValues): string {
  const kind = (FIELDS[dimension] ?? []).find((field) => first[field] !== undefined && second[field] !== undefined);
  if (kind === undefined) return '';
  // Sorted: the words must not depend on which of the two a run came upon first.
  const [a = '', b = ''] = [shown(first, kind, dimension), shown(second, kind, dimension)].sort();
  return a.toLowerCase() === b.toLowerCase() ? `: ${a}` : `: ${a} – ${b}`;
}

function shown(said: SaidRecord, kind: ColumnKind, dimension: number): string {
  const value = kind === 'name' && dimension === DIMENSION.given ? firstNameOf(said.name ?? '') : (said[kind] ?? '');
  const text = value.length > 60 ? `${value.slice(0, 59)}…` : value;
  return dimension === DIMENSION.street && said.year !== undefined ? `${text} (${said.year})` : text;
}

function firstNameOf(name: string): string {
  return normaliseName(name)?.display.split(' ')[0] ?? name;
}
