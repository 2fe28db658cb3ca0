import { AUSTRALIAN } from './data/given-names.ts';
import { AUSTRALIAN_STREETS, SUBURBS } from './data/places.ts';
import { SURNAMES, TAIL_ENDS, TAIL_STARTS } from './data/surnames.ts';
import { type IdentitySet, type SetColumn, makeSet } from './identity-set.ts';
import { Random } from './random.ts';

/** Originals, copies and slips as the three best-known sets of this kind have them; which one follows from the seed. */
const SHAPES = [
  { originals: 0.8, mostCopies: 5, perField: 2, perRecord: 4 },
  { originals: 0.4, mostCopies: 5, perField: 2, perRecord: 10 },
  { originals: 0.5, mostCopies: 1, perField: 1, perRecord: 4 },
] as const;

/**
 * The same register of Australians as `febrl-like`, damaged by another hand: fields are chosen by weight, and each
 * has its own odds of a wrong key, a lost or an added letter, two letters changed about, a gap, a blank in or out,
 * another value altogether, or a change of places with another field.
 */
export function classicFebrlSet(count: number, seed: number): IdentitySet {
  const random = new Random(seed * 49_979_687 + 5);
  const shape = SHAPES[seed % SHAPES.length] ?? SHAPES[0];
  const drafts: { person: number; values: readonly string[] }[] = [];
  const people = Math.round(count * shape.originals);
  for (let person = 0; person < people; person += 1) drafts.push({ person, values: original(random) });
  const step = shape.mostCopies === 1 ? 1 : 2;
  for (let person = 0; drafts.length < count; person = (person + random.between(1, step)) % people) {
    const copies = random.between(1, shape.mostCopies);
    for (let nth = 0; nth < copies && drafts.length < count; nth += 1)
      drafts.push({ person, values: damaged(random, drafts[person]?.values ?? [], shape.perField, random.between(1, shape.perRecord)) });
  }
  return { ...makeSet(`classic-febrl-${count}-s${seed}`, COLUMNS, drafts, random), joined: ['street=street_number+address_1'] };
}

const COLUMNS: readonly SetColumn[] = [
  { name: 'given_name', kind: 'given_name' },
  { name: 'surname', kind: 'surname' },
  { name: 'street_number', kind: null },
  { name: 'address_1', kind: null },
  { name: 'address_2', kind: 'other' },
  { name: 'suburb', kind: 'city' },
  { name: 'postcode', kind: 'zip' },
  { name: 'state', kind: 'state' },
  { name: 'date_of_birth', kind: 'dob' },
  { name: 'soc_sec_id', kind: 'other' },
];

/** Per field: how often it is chosen, then the odds of each kind of slip in the order of `SLIPS`. */
const FIELDS: readonly { chosen: number; odds: readonly number[] }[] = [
  { chosen: 10, odds: [35, 10, 20, 5, 2, 2, 2, 30] },
  { chosen: 15, odds: [35, 10, 10, 4, 1, 3, 1, 30] },
  { chosen: 10, odds: [60, 10, 15, 5, 3, 0, 2, 0] },
  { chosen: 10, odds: [55, 10, 15, 5, 3, 4, 3, 0] },
  { chosen: 10, odds: [25, 4, 4, 2, 40, 4, 10, 0] },
  { chosen: 10, odds: [30, 10, 15, 4, 3, 4, 4, 25] },
  { chosen: 5, odds: [60, 0, 0, 30, 5, 0, 5, 0] },
  { chosen: 5, odds: [40, 10, 10, 10, 15, 0, 15, 0] },
  { chosen: 10, odds: [50, 0, 0, 30, 10, 0, 10, 0] },
  { chosen: 10, odds: [50, 0, 0, 40, 5, 0, 5, 0] },
];
/** A wrong key, a letter more, a letter less, two changed about, nothing, a blank in or out, another value, as it is heard. */
const SWAPPED_FIELDS: readonly (readonly [number, number, number])[] = [
  [0, 1, 0.05],
  [3, 4, 0.02],
  [5, 6, 0.01],
];

function original(random: Random): string[] {
  const family = random.chance(0.6) ? random.pickEarly(SURNAMES) : random.pick(TAIL_STARTS) + random.pick(TAIL_ENDS);
  const born = `${random.between(1900, 1999)}${two(random.between(1, 12))}${two(random.between(1, 30))}`;
  return [
    gap(random, 0.04, random.pickEarly(AUSTRALIAN)),
    gap(random, 0.01, family.toLowerCase()),
    gap(random, 0.06, String(random.between(1, random.pick([20, 60, 300])))),
    gap(
      random,
      0.03,
      `${random.pickEarly(AUSTRALIAN_STREETS)} ${random.pick(['street', 'place', 'crescent', 'circuit', 'close', 'avenue'])}`,
    ),
    gap(random, 0.12, `${random.pick(TAIL_STARTS)}${random.pick(['dale', 'view', ' park', ' vale', 'glen', ' farm'])}`.toLowerCase()),
    gap(random, 0.01, random.pickEarly(SUBURBS)),
    `${random.pick([2, 2, 2, 3, 3, 4, 4, 5, 6])}${random.digits(3)}`,
    gap(random, 0.08, random.pick(['nsw', 'nsw', 'nsw', 'vic', 'vic', 'qld', 'qld', 'wa', 'sa', 'act'])),
    gap(random, 0.08, born),
    `${random.between(1, 9)}${random.digits(6)}`,
  ];
}

function damaged(random: Random, from: readonly string[], perField: number, slips: number): string[] {
  const copy = [...from];
  const made = new Map<number, number>();
  for (let nth = 0, tries = 0; nth < slips && tries < 60; tries += 1) {
    const field = random.weighted(FIELDS.map(({ chosen }) => chosen));
    const value = copy[field] ?? '';
    if (value === '' || (made.get(field) ?? 0) >= perField) continue;
    copy[field] = slip(random, value, field);
    made.set(field, (made.get(field) ?? 0) + 1);
    nth += 1;
  }
  for (const [a, b, odds] of SWAPPED_FIELDS) if (random.chance(odds)) [copy[a], copy[b]] = [copy[b] ?? '', copy[a] ?? ''];
  return copy;
}

function slip(random: Random, value: string, field: number): string {
  const kind = random.weighted(FIELDS[field]?.odds ?? [1]);
  const at = random.between(0, value.length - 1);
  if (kind === 0) return value.slice(0, at) + key(random, value.charAt(at)) + value.slice(at + 1);
  if (kind === 1) return value.slice(0, at) + key(random, value.charAt(at)) + value.slice(at);
  if (kind === 2) return value.slice(0, at) + value.slice(at + 1);
  if (kind === 3)
    return value.slice(0, Math.max(0, at - 1)) + value.charAt(at) + value.slice(Math.max(0, at - 1), at) + value.slice(at + 1);
  if (kind === 4) return '';
  if (kind === 5) return value.includes(' ') ? value.replace(' ', '') : `${value.slice(0, at)} ${value.slice(at)}`;
  if (kind === 6) return original(random)[field] ?? '';
  return asHeard(random, value);
}

function key(random: Random, near: string): string {
  return /\d/.test(near) ? random.digits(1) : random.pick(LETTERS);
}

function asHeard(random: Random, value: string): string {
  const fitting = HEARD.filter(([from]) => value.includes(from));
  if (fitting.length === 0) return `${value}${random.pick(LETTERS)}`;
  const [from, to] = random.pick(fitting);
  return value.replace(from, to);
}

function gap(random: Random, share: number, value: string): string {
  return random.chance(share) ? '' : value;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const HEARD: readonly (readonly [string, string])[] = [
  ['a', 'e'],
  ['e', 'a'],
  ['i', 'y'],
  ['y', 'ie'],
  ['o', 'ou'],
  ['s', 'z'],
  ['c', 'k'],
  ['ch', 'sh'],
  ['th', 'd'],
  ['er', 'or'],
  ['an', 'on'],
  ['h', ''],
  ['l', 'll'],
  ['gh', 'g'],
];
