import { DIMENSION } from '../compare/dimensions.ts';
import type { SaidValues } from './said-values.ts';
import { tellValues } from './tell-values.ts';

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
  /** Which part of the people has the agreed value; 0 where none was agreed on. */
  share: number;
  /** The header of an `other` column. */
  column: string | undefined;
  said?: SaidValues | undefined;
  /** Whether the pair is told as one person: "moved", not "would have moved". */
  isOne?: boolean;
}

/** Evidence in plain words: "first names differ only by a nickname: Bob – Robert", "same phone (rare: 1 of 240,000 people)". */
export function wordsFor({ dimension, level, share, column, said, isOne = false }: Told): string {
  const words = column === undefined ? (WORDS[dimension]?.[level - 1] ?? '') : `${OTHER[level - 1] ?? ''} ${column}`;
  const told = said === undefined ? words : tellValues(words, { dimension, level, said, isOne });
  return `${told}${tellRarity(dimension, share)}`;
}

/** A first name is counted among those of the surname where it is rarer by itself; so it is no share of all people. */
function tellRarity(dimension: number, share: number): string {
  const oneIn = share <= 0 ? 0 : Math.round(1 / share);
  if (oneIn < 2) return '';
  const rarity = `${oneIn >= 1000 ? 'rare: ' : ''}1 of ${oneIn.toLocaleString('en-US')}`;
  return ` (${rarity}${dimension === DIMENSION.given ? '' : ' people'})`;
}
