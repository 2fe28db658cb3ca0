import { DIMENSION, DIMENSIONS, DOB, GIVEN, LEVELS } from '../compare/dimensions.ts';
import type { Features } from '../features/features.ts';
import type { Frequencies } from './frequencies.ts';
import { CELLS, type PairClass, type Weights } from './model.ts';
import type { PairColumns } from './pair-list.ts';
import { exponential, logarithms } from './pair-weigher.ts';
import { type PairSample, samplePairs } from './sample-pairs.ts';
import { carelessShares, placeByTown, RELATED_KINDS, relatedShares, sameShares } from './shipped-priors.ts';

/** The kinds of pairs that are told apart, those of one person first, with how many there may be per record. */
const KINDS = [{ name: 'same', perRecord: 0.25 }, { name: 'careless', perRecord: 0.03 }, ...RELATED_KINDS] as const;
const ONE_PERSON = 2;
/** A shipped prior counts as much as this many pairs of the file. */
const PRIOR_PAIRS = 30;
/** In columns nothing is known of, different people are taken for strangers until this many pairs say otherwise. */
const FIRM_PAIRS = 1000;
/** The part of the expected households that is assumed even where a file shows none: a wrong merge costs more than a missed one. */
const LEAST_RELATED = 0.1;
/** Below so many records a file shows nothing of its households, and all that are expected are assumed. */
const TELLING_FILE = 20;

/**
 * Learns the weights by expectation and maximisation over compared pairs. Strangers are known
 * beforehand, from random pairs, and their number is that of all pairs of the file: so the
 * result does not depend on which pairs the keys happened to propose.
 */
export function learnWeights(
  features: Features,
  frequencies: Frequencies,
  strangers: Float64Array,
  pairs: PairColumns,
  effort: { rounds: number; pairs: number },
  before?: Weights,
): Weights {
  const sample = samplePairs(features, frequencies, strangers, pairs, effort.pairs);
  const { count } = features;
  const allPairs = Math.max(1, (count * (count - 1)) / 2);
  const priors = [sameShares(), carelessShares(), ...RELATED_KINDS.map((kind) => relatedShares(kind, strangers))];
  if (!features.layout.shapes.some(({ kind }) => kind === 'zip')) for (const shares of priors) placeByTown(shares);
  const leastRelated = Math.max(LEAST_RELATED, Math.min(1, TELLING_FILE / count));
  const known = before === undefined ? undefined : [before.same, before.careless, ...before.related];
  let classes: PairClass[] = KINDS.map(({ name, perRecord }, index) => ({
    name,
    shares: known?.[index]?.shares ?? priors[index] ?? new Float64Array(CELLS),
    pairs: known?.[index]?.pairs ?? Math.max(1, count * perRecord),
  }));
  let unrelated: PairClass = { name: 'unrelated', shares: strangers, pairs: allPairs };
  for (let round = 0; round < effort.rounds; round += 1) {
    const counted = assign(sample, classes, unrelated);
    classes = classes.map(({ name }, index) => ({
      name,
      shares: blend(
        counted.levels[index] ?? new Float64Array(CELLS),
        priors[index] ?? new Float64Array(CELLS),
        sample.scale,
        index >= ONE_PERSON,
      ),
      pairs: Math.max(
        index < ONE_PERSON ? 0.5 : count * (KINDS[index]?.perRecord ?? 0) * leastRelated,
        (counted.pairs[index] ?? 0) * sample.scale,
      ),
    }));
    unrelated = { ...unrelated, pairs: Math.max(1, allPairs - classes.reduce((sum, found) => sum + found.pairs, 0)) };
  }
  const [same = unrelated, careless = unrelated, ...related] = classes;
  return { same, careless, related, unrelated };
}

/** Gives every pair of the sample to the classes in parts, by how likely each is; counts levels per class. */
function assign(sample: PairSample, classes: readonly PairClass[], unrelated: PairClass): { levels: Float64Array[]; pairs: Float64Array } {
  const logs = classes.map((found, index) => logarithms(found, index >= ONE_PERSON));
  const starts = Float64Array.from([...classes, unrelated], ({ pairs }) => Math.log(pairs));
  const levels = classes.map(() => new Float64Array(CELLS));
  const pairs = new Float64Array(classes.length);
  const parts = new Float64Array(classes.length + 1);
  const last = classes.length;
  for (let pair = 0; pair < sample.size; pair += 1) {
    const from = sample.starts[pair] ?? 0;
    const to = sample.starts[pair + 1] ?? 0;
    let top = (starts[last] ?? 0) + (sample.unrelated[pair] ?? 0);
    parts[last] = top;
    for (let index = 0; index < last; index += 1) {
      const log = logs[index];
      let sum = (starts[index] ?? 0) + (index < ONE_PERSON ? 0 : (sample.personal[pair] ?? 0));
      for (let at = from; at < to; at += 1) sum += log?.[sample.cells[at] ?? 0] ?? 0;
      parts[index] = sum;
      if (sum > top) top = sum;
    }
    let total = 0;
    for (let index = 0; index <= last; index += 1) {
      const part = exponential((parts[index] ?? 0) - top);
      parts[index] = part;
      total += part;
    }
    for (let index = 0; index < last; index += 1) {
      const part = (parts[index] ?? 0) / total;
      if (part < 1e-6) continue;
      pairs[index] = (pairs[index] ?? 0) + part;
      const counts = levels[index];
      if (counts === undefined) continue;
      for (let at = from; at < to; at += 1) {
        const cell = sample.cells[at] ?? 0;
        counts[cell] = (counts[cell] ?? 0) + part;
      }
    }
  }
  return { levels, pairs };
}

/** Shares of levels, per dimension, from counted pairs and the prior. */
function blend(counts: Float64Array, prior: Float64Array, scale: number, isRelated: boolean): Float64Array {
  const shares = new Float64Array(CELLS);
  for (let dimension = 0; dimension < DIMENSIONS; dimension += 1) {
    const from = dimension * LEVELS;
    const weight = firmness(dimension, isRelated);
    let total = 0;
    for (let level = 1; level < LEVELS; level += 1) total += (counts[from + level] ?? 0) * scale;
    for (let level = 1; level < LEVELS; level += 1)
      shares[from + level] = ((counts[from + level] ?? 0) * scale + weight * (prior[from + level] ?? 0)) / (total + weight);
  }
  if (!isRelated) holdToOnePerson(shares);
  return shares;
}

/**
 * How much of one person's pairs may name two people: other given names, birthdays with nothing in common.
 * Stated, since learning finds kinds of pairs and does not know which is whose: where a care home made up all that it
 * took for households, families became "one person, badly written" (seven in ten with another given name).
 * In sets with aliases up to 16 in a hundred true pairs are such, with birthdays written over up to 14; the careless ones have more.
 */
const MOST_OF_ONE_PERSON: readonly { dimension: number; levels: readonly number[]; most: number }[] = [
  { dimension: DIMENSION.given, levels: [GIVEN.different, GIVEN.otherName], most: 0.25 },
  { dimension: DIMENSION.dob, levels: [DOB.different], most: 0.2 },
];

function holdToOnePerson(shares: Float64Array): void {
  for (const { dimension, levels, most } of MOST_OF_ONE_PERSON) {
    const from = dimension * LEVELS;
    const sum = levels.reduce((total, level) => total + (shares[from + level] ?? 0), 0);
    if (sum <= most) continue;
    for (let level = 1; level < LEVELS; level += 1)
      shares[from + level] = (shares[from + level] ?? 0) * (levels.includes(level) ? most / sum : (1 - most) / (1 - sum));
  }
}

/** Nobody is Jr and Sr at once: left to itself, learning takes fathers and sons for one person and then believes that. */
function firmness(dimension: number, isRelated: boolean): number {
  if (!isRelated) return dimension === DIMENSION.suffix ? 1e9 : PRIOR_PAIRS;
  return dimension >= DIMENSION.other ? FIRM_PAIRS : PRIOR_PAIRS;
}
