import { DIMENSION } from '../compare/dimensions.ts';
import type { Features } from '../features/features.ts';
import { AT, MOST_OTHERS, WIDTH } from '../features/layout.ts';
import { sharedNumbers } from '../threads/shared-arrays.ts';

/** In how many people's records each value occurs, per feature that may agree exactly. */
export interface Frequencies {
  /** Indexed by feature; counts by id in the text pool. */
  counts: (Uint32Array | undefined)[];
  /** Numbers that are no texts (addresses, days), by hash; indexed by feature. */
  sketches: (Uint32Array | undefined)[];
  /** In the place of sketches, where few records are looked at: clearing 16 MB per feature takes longer than all else. */
  sparse?: Map<number, number>[];
  /** People who have a value there. */
  known: Float64Array;
  /** What a count of one is worth: less where values rarely meet by chance (e-mails), nearly one where they often do. */
  single: Float64Array;
  /** Per record the person it was taken for when this was counted. */
  people: Uint32Array;
  /** The same, but who is as likely as not one person is one: whole names are counted by these. */
  likely: Uint32Array;
}

/** Places for numbers that are no texts, counted by their remainder: two of half a million seldom share one. */
export const SKETCH = 1 << 22;
const TEXTS = [AT.given, AT.surname, AT.email, AT.phone, AT.zip, AT.city, AT.company];
const NUMBERS = [AT.place, AT.dob, AT.area, AT.fullName];
/** Two columns of one kind are counted together. */
const COMPANIONS = new Map<number, number>([
  [AT.email, AT.email2],
  [AT.phone, AT.phone2],
]);

/**
 * Counts values by people, not by records: somebody with ten records would make a rare name look
 * common. `found` is the grouping as far as it is known; without it every record is somebody, and
 * whole names are not counted: one person's ten records would make theirs a common one.
 */
export function countFrequencies(
  { rows, pool, layout, count }: Features,
  found?: { people: Uint32Array; likely: Uint32Array },
): Frequencies {
  const others = Array.from({ length: Math.min(MOST_OTHERS, layout.others.length) }, (_, other) => AT.other + other);
  const frequencies: Frequencies = {
    counts: [],
    sketches: [],
    known: new Float64Array(WIDTH),
    single: new Float64Array(WIDTH).fill(1),
    people: found?.people ?? everybody(count),
    likely: found?.likely ?? everybody(count),
  };
  const orders = {
    people: orderByPerson(frequencies.people, count),
    likely: found === undefined ? [] : orderByPerson(found.likely, count),
  };
  const last = new Uint32Array(Math.max(pool.size, SKETCH));
  for (const feature of [...TEXTS, ...others, ...NUMBERS]) {
    if (feature === AT.fullName && found === undefined) continue;
    const grouping = groupingFor(feature);
    const isNumber = NUMBERS.some((number) => number === feature);
    const seen = sharedNumbers(isNumber ? SKETCH : pool.size);
    const companion = COMPANIONS.get(feature) ?? feature;
    last.fill(0);
    let lastKnown = 0;
    for (const record of orders[grouping]) {
      const person = (frequencies[grouping][record] ?? 0) + 1;
      for (let column = feature; column <= companion; column += Math.max(1, companion - feature)) {
        const value = rows[record * WIDTH + column] ?? 0;
        if (value === 0) continue;
        const at = isNumber ? value % SKETCH : value;
        if (lastKnown !== person) {
          frequencies.known[feature] = (frequencies.known[feature] ?? 0) + 1;
          lastKnown = person;
        }
        if (last[at] === person) continue;
        last[at] = person;
        seen[at] = (seen[at] ?? 0) + 1;
      }
    }
    if (isNumber) frequencies.sketches[feature] = seen;
    else frequencies.counts[feature] = seen;
    frequencies.single[feature] = worthOfOne(seen);
  }
  return frequencies;
}

/** One person's records that were not put together yet would make a rare name look like several namesakes. */
function groupingFor(feature: number): 'people' | 'likely' {
  return feature === AT.fullName ? 'likely' : 'people';
}

function everybody(count: number): Uint32Array {
  const people = sharedNumbers(count);
  for (let record = 0; record < count; record += 1) people[record] = record;
  return people;
}

function countIn({ sketches, sparse }: Frequencies, feature: number, value: number): number {
  const sketch = sketches[feature];
  return sketch === undefined ? (sparse?.[feature]?.get(value % SKETCH) ?? 0) : (sketch[value % SKETCH] ?? 0);
}

/** Good and Turing: of values met once, the chance to meet one again is that of those met twice. */
function worthOfOne(seen: Uint32Array): number {
  let once = 0;
  let twice = 0;
  for (const count of seen) {
    if (count === 1) once += 1;
    if (count === 2) twice += 1;
  }
  return Math.min(1, Math.max(0.01, (2 * twice + 1) / (once + 1)));
}

/** Records of one person side by side: a counting sort. */
function orderByPerson(people: Uint32Array, count: number): Uint32Array {
  const ends = new Uint32Array(count + 1);
  for (const person of people) ends[person + 1] = (ends[person + 1] ?? 0) + 1;
  for (let person = 1; person <= count; person += 1) ends[person] = (ends[person] ?? 0) + (ends[person - 1] ?? 0);
  const order = new Uint32Array(count);
  for (let record = 0; record < count; record += 1) {
    const person = people[record] ?? 0;
    order[ends[person] ?? 0] = record;
    ends[person] = (ends[person] ?? 0) + 1;
  }
  return order;
}

/** The feature whose value says how rare an exact agreement in a dimension is. */
export function featureOf(dimension: number): number {
  return FEATURE_OF[dimension] ?? -1;
}

const FEATURE_OF: readonly number[] = (() => {
  const features = new Array<number>(16).fill(-1);
  features[DIMENSION.given] = AT.given;
  features[DIMENSION.surname] = AT.surname;
  features[DIMENSION.email] = AT.email;
  features[DIMENSION.phone] = AT.phone;
  features[DIMENSION.street] = AT.place;
  features[DIMENSION.area] = AT.zip;
  features[DIMENSION.dob] = AT.dob;
  features[DIMENSION.company] = AT.company;
  for (let other = 0; other < MOST_OTHERS; other += 1) features[DIMENSION.other + other] = AT.other + other;
  return features;
})();

/**
 * The chance that a stranger has this value too, seen from a pair of records that share it: how
 * many others have it if the two are one person.
 */
export function shareOf(frequencies: Frequencies, feature: number, value: number, first: number, second: number): number {
  const counts = frequencies.counts[feature];
  const count = counts === undefined ? countIn(frequencies, feature, value) : (counts[value] ?? 0);
  const people = frequencies[groupingFor(feature)];
  const isApart = people[first] !== people[second];
  const others = Math.max(0, count - (isApart ? 2 : 1));
  const known = Math.max(1, frequencies.known[feature] ?? 0);
  return others / known + (frequencies.single[feature] ?? 1) / Math.max(known, leastKnown(feature));
}

/**
 * How rare a value is at least that nobody else of a small file has: two rows that share a telephone
 * are not two of two people in the world who have it. Places are left out: a small file is one town's.
 */
export function leastKnown(feature: number): number {
  return WORLD[feature] ?? 1;
}

const WORLD: readonly number[] = (() => {
  const least = new Array<number>(WIDTH).fill(1);
  for (const feature of [AT.email, AT.phone, AT.place, AT.dob, AT.fullName]) least[feature] = 500;
  for (const feature of [AT.given, AT.surname]) least[feature] = 100;
  return least;
})();
