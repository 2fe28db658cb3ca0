import { normaliseName } from '../../normalise/normalise-name.ts';
import { DIMENSION, EMAIL, PHONE, STREET, SURNAME } from '../compare/dimensions.ts';
import type { ColumnKind } from '../record-table.ts';
import type { SaidRecord, SaidValues } from './said-values.ts';

export interface Compared {
  dimension: number;
  level: number;
  said: SaidValues;
  /** Whether the pair is told as one person: what differs has changed; else it would have. */
  isOne: boolean;
}

/**
 * What two records say in a field, behind the words for it, the earlier first: "same phone: 312 555 0171, seen in 2019 and in
 * 2023", or, where what differs is told best as what happened, "moved from 12 Oak St to 4 Elm Ave between 2021 and 2023".
 */
export function tellValues(words: string, { dimension, level, said, isOne }: Compared): string {
  const kind = (FIELDS[dimension] ?? []).find((field) => said.first[field] !== undefined && said.second[field] !== undefined);
  if (kind === undefined) return words;
  const change = CHANGES.get(`${dimension} ${level}`);
  const isDated = change !== undefined || DATED.has(dimension);
  const [earlier, later] = inOrder(seenOf(said.first, kind, dimension), seenOf(said.second, kind, dimension), isDated);
  if (earlier.value.toLowerCase() === later.value.toLowerCase())
    return SAME.has(words) ? words : `${words}: ${earlier.value}${isDated ? bothYears(earlier, later) : ''}`;
  if (change === undefined || earlier.day === '' || later.day === '' || earlier.day === later.day)
    return `${words}: ${pairOf(earlier, later, isDated)}`;
  return `${isOne ? change.did : change.would} from ${earlier.value} to ${later.value} ${spanOf(earlier, later)}`;
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

/** Fields that people change: when they were seen is worth telling. */
const DATED: ReadonlySet<number> = new Set([DIMENSION.email, DIMENSION.phone, DIMENSION.street, DIMENSION.area]);

const CHANGES: ReadonlyMap<string, { did: string; would: string }> = new Map([
  [`${DIMENSION.street} ${STREET.different}`, { did: 'moved', would: 'would have moved' }],
  [`${DIMENSION.street} ${STREET.sameStreet}`, { did: 'moved within the street', would: 'would have moved within the street' }],
  [`${DIMENSION.email} ${EMAIL.different}`, { did: 'e-mail changed', would: 'e-mail would have changed' }],
  [`${DIMENSION.phone} ${PHONE.different}`, { did: 'phone changed', would: 'phone would have changed' }],
  [`${DIMENSION.surname} ${SURNAME.different}`, { did: 'surname changed', would: 'surname would have changed' }],
]);

interface Seen {
  value: string;
  /** YYYY-MM-DD; '' where not known. */
  day: string;
}

function seenOf(said: SaidRecord, kind: ColumnKind, dimension: number): Seen {
  const value = kind === 'name' && dimension === DIMENSION.given ? firstNameOf(said.name ?? '') : (said[kind] ?? '');
  return { value: value.length > 60 ? `${value.slice(0, 59)}…` : value, day: said.seen ?? '' };
}

/** The words must not depend on which of the two a run came upon first: by day where both have one that matters, else by letters. */
function inOrder(one: Seen, other: Seen, isDated: boolean): [Seen, Seen] {
  const byDay = isDated && one.day !== '' && other.day !== '' ? one.day.localeCompare(other.day) : 0;
  const order = byDay === 0 ? Number(one.value > other.value) - Number(one.value < other.value) : byDay;
  return order <= 0 ? [one, other] : [other, one];
}

function yearOf({ day }: Seen): string {
  return day === '' ? 'no date' : day.slice(0, 4);
}

function bothYears(earlier: Seen, later: Seen): string {
  if (earlier.day === '' || later.day === '' || yearOf(earlier) === yearOf(later)) return '';
  return `, seen in ${yearOf(earlier)} and in ${yearOf(later)}`;
}

/** "Bob – Robert"; of what people change "12 Oak St (2021) – 4 Elm Ave (no date)". */
function pairOf(earlier: Seen, later: Seen, isDated: boolean): string {
  if (!isDated || (earlier.day === '' && later.day === '')) return `${earlier.value} – ${later.value}`;
  if (yearOf(earlier) === yearOf(later)) return `${earlier.value} – ${later.value}, both seen in ${yearOf(earlier)}`;
  return `${earlier.value} (${yearOf(earlier)}) – ${later.value} (${yearOf(later)})`;
}

function spanOf(earlier: Seen, later: Seen): string {
  return yearOf(earlier) === yearOf(later) ? `in ${yearOf(later)}` : `between ${yearOf(earlier)} and ${yearOf(later)}`;
}

function firstNameOf(name: string): string {
  return normaliseName(name)?.display.split(' ')[0] ?? name;
}
