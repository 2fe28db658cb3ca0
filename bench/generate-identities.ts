import { FIRST_NAMES, LAST_NAMES } from '../samples/mover/names.ts';

export interface Identity {
  name: string;
  email: string;
  phone: string;
}

export type Mix = (index: number, salt: number) => number;

/** A stateless hash of an index: 32 bits, different per seed and salt. Needs no memory however many rows there are. */
export function makeMix(seed: number): Mix {
  return (index, salt) => {
    let mixed = Math.imul(index ^ seed, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}

/** Whether the index falls into a share of all indexes. */
export function isAmong(mix: Mix, index: number, salt: number, share: number): boolean {
  return mix(index, salt) < share * 4_294_967_296;
}

/**
 * Whoever stands behind the index. Every fourth comes back under an earlier index; one in
 * a hundred shares the neighbour's telephone, one in five hundred an office's or nobody's.
 */
export function identityOf(mix: Mix, index: number): Identity {
  const person = personOf(mix, index);
  const first = FIRST_NAMES[mix(person, 11) % FIRST_NAMES.length] ?? '';
  const last = LAST_NAMES[mix(person, 12) % LAST_NAMES.length] ?? '';
  const name = `${first} ${last}`;
  return { name, email: `${first}.${last}${person.toString(36)}@example.com`.toLowerCase(), phone: phoneOf(mix, person) };
}

function personOf(mix: Mix, index: number): number {
  if (mix(index, 1) % 4 !== 0) return index;
  const within = Math.floor(index / RANGE) * RANGE;
  const back = mix(index, 2) % 5000;
  return Math.max(within, index - 1 - back);
}

function phoneOf(mix: Mix, person: number): string {
  const roll = mix(person, 3) % 1000;
  if (roll === 0) return '(000) 000-0000';
  if (roll < 3) return `(403) 555-00${10 + (person % 20)}`;
  const owner = roll < 13 ? person - 1 : person;
  // Some 690 codes times 9,000 numbers behind 555, walked in order: no two owners share one below six million.
  const slot = (owner % RANGE) + Math.floor(owner / RANGE) * 600_000;
  return `(${AREA_CODES[slot % AREA_CODES.length]}) 555-${1000 + (Math.floor(slot / AREA_CODES.length) % 9000)}`;
}

/** Leads, jobs without a lead and bad leads number their people in ranges of their own. */
export const RANGE = 10_000_000;

// Shaped like area codes: no N11, no N9X.
const AREA_CODES = Array.from({ length: 780 }, (_, nth) => 201 + nth).filter(
  (code) => code % 100 !== 11 && Math.floor(code / 10) % 10 !== 9,
);
