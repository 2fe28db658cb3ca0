import type { Features } from '../features/features.ts';
import { AT, MOST_OTHERS, WIDTH } from '../features/layout.ts';
import { dayOf, monthOf, yearOf } from '../features/read-birth-date.ts';
import { join, mix, type TextPool } from '../features/text-pool.ts';
import { soundOf } from '../features/word-keys.ts';

/** Keys a record may have; two records that share one are compared. */
export const SLOTS = 66;

/** In a file of no more records than this everybody is compared with everybody. */
export const SMALL_FILE = 1500;

export interface KeyKind {
  name: string;
  /** How likely two records that share such a key are one person: weak ones are worth comparing in small blocks only. */
  strength: 'everybody' | 'strong' | 'medium' | 'weak';
  /** Slots that hold keys of this kind: any of them may meet any other. */
  slots: readonly number[];
}

/**
 * The records that a key may have before it is dropped. In a million records a shared surname
 * alone makes three million pairs for three thousand true ones; in twenty thousand it is worth it.
 */
export function largestBlock(strength: KeyKind['strength'], records: number): number {
  if (strength === 'everybody') return SMALL_FILE;
  if (strength === 'strong') return records > 200_000 ? 50 : 120;
  return Math.round(Math.min(120, strength === 'medium' ? Math.max(20, 2e7 / records) : Math.max(8, 4e6 / records)));
}

export const KEY_KINDS: readonly KeyKind[] = [
  { name: 'email', strength: 'strong', slots: [0, 1] },
  { name: 'mailbox', strength: 'medium', slots: [2, 3] },
  { name: 'phone', strength: 'strong', slots: [4, 5] },
  { name: 'address and area', strength: 'medium', slots: [6, 7] },
  { name: 'name and birth date', strength: 'strong', slots: [8] },
  { name: 'surname and birth date', strength: 'strong', slots: [9] },
  { name: 'given name and birth date', strength: 'strong', slots: [10] },
  { name: 'birth date and place', strength: 'strong', slots: [11] },
  { name: 'name and zip', strength: 'strong', slots: [12] },
  { name: 'name and city', strength: 'medium', slots: [13] },
  { name: 'name and birth year', strength: 'strong', slots: [14] },
  { name: 'name and house number', strength: 'strong', slots: [15] },
  { name: 'given name, house number and zip', strength: 'strong', slots: [16] },
  { name: 'surname, initial and zip', strength: 'strong', slots: [17] },
  { name: 'surname and birthday', strength: 'strong', slots: [18] },
  { name: 'given name and birthday', strength: 'strong', slots: [19] },
  { name: 'name', strength: 'medium', slots: [20, 21] },
  { name: 'other value', strength: 'medium', slots: [22, 23, 24, 25, 26, 27] },
  { name: 'other value and name', strength: 'strong', slots: [28, 29, 30] },
  { name: 'birth date', strength: 'medium', slots: [31] },
  { name: 'surname and house number', strength: 'medium', slots: [32] },
  { name: 'surname and middle name', strength: 'weak', slots: [33] },
  { name: 'surname and birth year', strength: 'strong', slots: [34] },
  { name: 'given name and birth year', strength: 'strong', slots: [35] },
  { name: 'street and given name', strength: 'weak', slots: [36] },
  { name: 'surname', strength: 'weak', slots: [37] },
  { name: 'given name and area', strength: 'weak', slots: [38] },
  { name: 'zip', strength: 'weak', slots: [39] },
  { name: 'house number and sound of the street', strength: 'medium', slots: [40] },
  { name: 'sound of the street', strength: 'weak', slots: [41] },
  { name: 'characters of another value', strength: 'medium', slots: [42, 43, 44, 45, 46, 47] },
  { name: 'small file', strength: 'everybody', slots: [48] },
  { name: 'house number and start of the street', strength: 'weak', slots: [49] },
  { name: 'starts of the names', strength: 'weak', slots: [50] },
  { name: 'half of another value', strength: 'weak', slots: [51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62] },
  { name: 'characters of a postal code', strength: 'medium', slots: [63] },
  { name: 'half of a postal code', strength: 'weak', slots: [64, 65] },
];

/** The keys of records first to last as hashes, SLOTS per record; 0 where a record lacks what a key is made of. */
export function keyRecords(features: Features, first: number, last: number, keys: Uint32Array): void {
  const { rows, pool, words } = features;
  const texts = (id: number): number => (id === 0 ? 0 : pool.hashOf(id) || 1);
  const spoken = (id: number): number => {
    if (id === 0) return 0;
    const nickname = words.nickname[id] ?? 0;
    return nickname === 0 ? mix(words.sound[id] ?? 1) || 1 : mix(nickname + 0x51ed270b) || 1;
  };
  for (let record = first; record < last; record += 1) {
    const at = record * WIDTH;
    const to = record * SLOTS;
    const get = (feature: number): number => rows[at + feature] ?? 0;
    const put = (slot: number, salt: number, a: number, b = 1, c = 1, d = 1): void => {
      keys[to + slot] = a === 0 || b === 0 || c === 0 || d === 0 ? 0 : join(join(join(a, b), c), d + salt * 7919) || 1;
    };
    const given = spoken(get(AT.given));
    const surnameId = get(AT.surname);
    const surname = spoken(surnameId);
    // Swapped names have one key: addition does not mind the order.
    const both = given === 0 || surname === 0 ? 0 : (given + surname) >>> 0 || 1;
    const partner = spoken(get(AT.partner));
    const dob = get(AT.dob);
    const year = dob === 0 ? 0 : yearOf(dob);
    const isVague = dayOf(dob) === 0 || (dayOf(dob) === 1 && monthOf(dob) === 1);
    const birthday = isVague ? 0 : dob % 10000;
    const zip = texts(get(AT.zip));
    const city = texts(get(AT.city));
    const house = texts(get(AT.houseNumber));
    const place = get(AT.place);
    const area = zip === 0 ? city : zip;
    const initial = get(AT.given) === 0 ? 0 : (pool.codes[pool.starts[get(AT.given)] ?? 0] ?? 0);
    put(0, 1, texts(get(AT.email)));
    put(1, 1, texts(get(AT.email2)));
    put(2, 2, pool.lengthOf(get(AT.mailbox)) > 4 ? texts(get(AT.mailbox)) : 0);
    put(3, 2, pool.lengthOf(get(AT.mailbox2)) > 4 ? texts(get(AT.mailbox2)) : 0);
    put(4, 3, texts(get(AT.phone)));
    put(5, 3, texts(get(AT.phone2)));
    put(6, 4, place, zip);
    put(7, 4, place, city);
    put(8, 5, both, dob);
    put(9, 6, surname, dob);
    put(10, 7, given, dob);
    put(11, 8, dob, area);
    put(12, 9, both, zip);
    put(13, 10, both, city);
    put(14, 11, both, year);
    put(15, 12, both, house);
    put(16, 13, given, house, zip);
    put(17, 14, surname, initial, zip);
    put(18, 15, surname, birthday);
    put(19, 16, given, birthday);
    put(20, 17, both);
    put(21, 17, partner === 0 || surname === 0 ? 0 : (partner + surname) >>> 0 || 1);
    for (let other = 0; other < MOST_OTHERS; other += 1) put(22 + other, 18 + other, texts(get(AT.other + other)));
    for (let other = 0; other < 3; other += 1) put(28 + other, 30 + other, texts(get(AT.other + other)), both);
    put(31, 40, isVague ? 0 : dob);
    put(32, 41, surname, house, texts(get(AT.street)));
    put(33, 42, surname, spoken(get(AT.middle1)), initial);
    put(34, 43, surname, year);
    put(35, 44, given, year, area);
    put(36, 45, texts(get(AT.street)), given);
    put(37, 46, texts(surnameId));
    put(38, 47, given, area);
    put(39, 48, zip);
    const streetId = get(AT.street);
    const street = streetId === 0 ? 0 : mix(soundOf(pool, streetId)) || 1;
    put(40, 49, street, house);
    put(41, 50, street);
    for (let other = 0; other < MOST_OTHERS; other += 1) put(42 + other, 51 + other, bagOf(pool, get(AT.other + other)));
    put(49, 60, startOf(pool, streetId, 4), house);
    put(50, 61, startOf(pool, get(AT.given), 3), startOf(pool, surnameId, 3));
    for (let other = 0; other < MOST_OTHERS; other += 1) {
      const id = get(AT.other + other);
      const half = pool.lengthOf(id) >> 1;
      const isLong = half > 2;
      put(51 + 2 * other, 62 + 2 * other, isLong ? startOf(pool, id, half) : 0);
      put(52 + 2 * other, 63 + 2 * other, isLong ? endOf(pool, id, half) : 0);
    }
    // Where neither mailbox nor number nor street is known, a slip in the postal code may hide all that two records share.
    const onlyZip = get(AT.email) === 0 && get(AT.phone) === 0 && streetId === 0 && zip !== 0 ? get(AT.zip) : 0;
    const zipHalf = pool.lengthOf(onlyZip) >> 1;
    put(63, 74, bagOf(pool, onlyZip));
    put(64, 75, zipHalf > 2 ? startOf(pool, onlyZip, zipHalf) : 0);
    put(65, 76, zipHalf > 2 ? endOf(pool, onlyZip, zipHalf) : 0);
    keys[to + 48] = features.count <= SMALL_FILE ? 1 : 0;
  }
}

/** The first characters of a text, one slip in the rest notwithstanding. */
function startOf({ codes, starts }: TextPool, id: number, length: number): number {
  const start = starts[id] ?? 0;
  const end = Math.min(start + length, starts[id + 1] ?? 0);
  let hash = 0;
  for (let at = start; at < end; at += 1) hash = join(hash, codes[at] ?? 0);
  return end === start ? 0 : hash || 1;
}

function endOf({ codes, starts }: TextPool, id: number, length: number): number {
  const end = starts[id + 1] ?? 0;
  let hash = 0;
  for (let at = Math.max(starts[id] ?? 0, end - length); at < end; at += 1) hash = join(hash, codes[at] ?? 0);
  return hash || 1;
}

/** The characters of a longer text in any order: what stays when two of them change places. */
function bagOf({ codes, starts }: TextPool, id: number): number {
  const start = starts[id] ?? 0;
  const end = starts[id + 1] ?? 0;
  if (end - start < 6) return 0;
  let bag = 0;
  for (let at = start; at < end; at += 1) bag = (bag + mix(codes[at] ?? 0)) >>> 0;
  return bag || 1;
}
