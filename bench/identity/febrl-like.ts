import { withTypo } from './damage.ts';
import { AUSTRALIAN } from './data/given-names.ts';
import { AUSTRALIAN_STREETS, SUBURBS } from './data/places.ts';
import { SURNAMES, TAIL_ENDS, TAIL_STARTS } from './data/surnames.ts';
import { type IdentitySet, type SetColumn, makeSet } from './identity-set.ts';
import { shortName } from './person-names.ts';
import { Random } from './random.ts';

/**
 * Originals with up to five damaged copies each, no two people of one home: typing slips, gaps and
 * swapped fields on Australian addresses, birthdays and a number that nearly everybody has.
 * About `count` records, two fifths of them originals.
 */
export function febrlSet(count: number, seed: number): IdentitySet {
  const random = new Random(seed * 15_485_863 + 3);
  const most = random.pick([1, 3, 5]);
  const drafts: { person: number; values: readonly string[] }[] = [];
  for (let person = 0; drafts.length < count; person += 1) {
    const original = makeOriginal(random);
    drafts.push({ person, values: original });
    const copies = random.chance(0.2) ? 0 : random.between(1, most);
    for (let nth = 0; nth < copies && drafts.length < count; nth += 1) drafts.push({ person, values: damaged(random, original) });
  }
  return { ...makeSet(`febrl-like-${count}-s${seed}`, COLUMNS, drafts, random), joined: ['street=street_number+address_1'] };
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

function makeOriginal(random: Random): string[] {
  const born = `${random.between(1900, 1999)}${two(random.between(1, 12))}${two(random.between(1, 28))}`;
  const family = random.chance(0.5) ? random.pick(SURNAMES) : random.pick(TAIL_STARTS) + random.pick(TAIL_ENDS);
  return [
    random.chance(0.04) ? '' : random.pickEarly(AUSTRALIAN),
    random.chance(0.01) ? '' : family.toLowerCase(),
    random.chance(0.04) ? '' : String(random.between(1, random.pick([30, 90, 400]))),
    random.chance(0.02) ? '' : `${random.pick(AUSTRALIAN_STREETS)} ${random.pick(STREET_TYPES)}`,
    random.chance(0.12) ? '' : secondLine(random),
    random.chance(0.01) ? '' : random.pick(SUBURBS),
    `${random.between(2, 7)}${random.digits(3)}`,
    random.chance(0.06) ? '' : random.pick(['nsw', 'nsw', 'nsw', 'vic', 'vic', 'qld', 'qld', 'wa', 'sa', 'tas', 'act', 'nt']),
    random.chance(0.06) ? '' : born,
    `${random.between(1, 9)}${random.digits(6)}`,
  ];
}

function secondLine(random: Random): string {
  const kind = random.weighted([3, 3, 3]);
  if (kind === 0) return `${random.pick(['unit', 'flat', 'apmnt', 'villa'])} ${random.between(1, 99)}`;
  return `${random.pick(SUBURBS)}${kind === 1 ? ` ${random.pick(['retirement village', 'caravan park', 'farm', 'lodge', 'station', 'hill'])}` : ''}`;
}

/** One to ten slips over the fields, at most three in one. */
function damaged(random: Random, original: readonly string[]): string[] {
  const copy = [...original];
  const slips = random.pick([1, 2, 2, 3, 3, 4, 5, 7, 10]);
  const perField = new Map<number, number>();
  for (let nth = 0; nth < slips; nth += 1) {
    const field = random.pick(FIELDS);
    const sofar = perField.get(field) ?? 0;
    if (sofar >= 2) continue;
    perField.set(field, sofar + 1);
    copy[field] = slip(random, copy, field);
  }
  if (random.chance(0.06)) [copy[0], copy[1]] = [copy[1] ?? '', copy[0] ?? ''];
  if (random.chance(0.04)) [copy[4], copy[5]] = [copy[5] ?? '', copy[4] ?? ''];
  return copy;
}

function slip(random: Random, copy: readonly string[], field: number): string {
  const value = copy[field] ?? '';
  const kind = random.weighted([62, 16, 10, 12]);
  if (kind === 1) return '';
  if (kind === 2 && field === 0) return shortName(random, value);
  if (kind === 3 && field === 7) return random.pick(['nsw', 'vic', 'qld', 'wa', 'sa']);
  if (kind === 3 && field === 5) return random.pick(SUBURBS);
  if (/^\d+$/.test(value)) return digitSlip(random, value);
  return value === '' ? '' : withTypo(random, value);
}

function digitSlip(random: Random, value: string): string {
  const at = random.between(0, value.length - 1);
  if (random.chance(0.4) && at > 0) return value.slice(0, at - 1) + value.charAt(at) + value.charAt(at - 1) + value.slice(at + 1);
  return value.slice(0, at) + random.digits(1) + value.slice(at + 1);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

const FIELDS = [0, 0, 1, 1, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9];
const STREET_TYPES = ['street', 'street', 'place', 'crescent', 'circuit', 'avenue', 'drive', 'court', 'close', 'road', 'parade', 'terrace'];
