import { DIMENSION } from '../compare/dimensions.ts';

/** What each level of each dimension is called; index 0 is level 1. */
const WORDS: Readonly<Record<number, readonly string[]>> = {
  [DIMENSION.given]: [
    'same given name',
    'given names that stand for each other',
    'given name with a slip',
    'given name only as an initial',
    'similar given names',
    'different given names',
    'given name and surname swapped',
    'two different well-known given names',
    'one is the partner in a couple the other names',
    'two well-known given names that are nearly alike',
    'given names two slips apart',
    'one is called what the other has for a surname',
  ],
  [DIMENSION.surname]: [
    'same surname',
    'surname with a slip',
    'similar surnames',
    'different surnames',
    'surname only as an initial',
    'surnames two slips apart',
  ],
  [DIMENSION.middle]: ['shared middle name', 'middle initial agrees', 'different middle names'],
  [DIMENSION.suffix]: ['same suffix (Jr, Sr …)', 'different suffixes (Jr, Sr …)', 'only one has a suffix (Jr, Sr …)'],
  [DIMENSION.email]: ['same e-mail', 'same mailbox at another provider', 'e-mail with a slip', 'different e-mails'],
  [DIMENSION.phone]: ['same phone', 'phone with one digit amiss', 'different phones'],
  [DIMENSION.street]: [
    'same address',
    'same house, another flat',
    'address with a slip',
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
    'day of birth with a slip',
    'the years of birth agree, one day is not known',
    'same year of birth, another day',
    'same birthday, another year',
    'years of birth beside each other',
    'different days of birth',
    'same year of birth, no more is known',
    'days of birth two digits apart',
  ],
  [DIMENSION.company]: ['same company', 'company with a slip', 'one company name is part of the other', 'different companies'],
};
const OTHER = ['same', 'nearly the same', 'one is part of the other:', 'different'];

/** Evidence in plain words; `share` is how many strangers have the agreed value, 0 where none was agreed on. */
export function wordsFor(dimension: number, level: number, share: number, column: string | undefined): string {
  const words = column === undefined ? (WORDS[dimension]?.[level - 1] ?? '') : `${OTHER[level - 1] ?? ''} ${column}`;
  if (share <= 0) return words;
  const oneIn = Math.round(1 / share);
  return oneIn < 2 ? words : `${words} (${oneIn >= 1000 ? 'rare: ' : ''}1 in ${oneIn.toLocaleString('en-US')})`;
}
