import { DIMENSIONS, LEVELS, levelOf } from '../compare/dimensions.ts';
import type { Features } from '../features/features.ts';
import type { Frequencies } from '../train/frequencies.ts';
import type { PairClass, Weights } from '../train/model.ts';
import { agreedShare, householdChance, isPersonal } from '../train/pair-evidence.ts';

/** One way in which a pair may have come about, as natural logarithms: how often it happens, and how well each field fits it. */
interface Story {
  start: number;
  fits: number[];
}

/** Everything the model holds possible of a pair, and the fields that speak. */
export interface Stories {
  spoken: { dimension: number; level: number; share: number }[];
  one: Story[];
  two: Story[];
}

/** The stories that PairWeigher weighs against each other, field by field instead of summed. */
export function tellStories(
  { features, frequencies, weights }: { features: Features; frequencies: Frequencies; weights: Weights },
  first: number,
  second: number,
  { low, high }: { low: number; high: number },
): Stories {
  const spoken: Stories['spoken'] = [];
  const chances: number[] = [];
  for (let dimension = 0; dimension < DIMENSIONS; dimension += 1) {
    const level = levelOf(low, high, dimension);
    if (level === 0) continue;
    const share = agreedShare(features, frequencies, dimension, level, first, second);
    spoken.push({ dimension, level, share });
    chances.push(share > 0 ? share : (weights.unrelated.shares[dimension * LEVELS + level] ?? 1));
  }
  const storyOf = ({ pairs, shares }: PairClass, isRelated: boolean): Story => ({
    start: Math.log(pairs),
    fits: spoken.map(({ dimension, level }, index) =>
      isRelated && isPersonal(dimension)
        ? Math.log(householdChance(dimension, level, chances[index] ?? 1))
        : logOf(shares[dimension * LEVELS + level] ?? 0),
    ),
  });
  return {
    spoken,
    one: [storyOf(weights.same, false), storyOf(weights.careless, false)],
    two: [
      ...weights.related.map((found) => storyOf(found, true)),
      { start: Math.log(weights.unrelated.pairs), fits: chances.map((chance) => Math.log(chance)) },
    ],
  };
}

/** A level that was never met says nothing, as in PairWeigher. */
function logOf(share: number): number {
  return share === 0 ? 0 : Math.log(share);
}

const STEPS = 64;

/**
 * What each field adds to the odds (ln), from the odds before anything was compared. A field does not weigh
 * the same in every story, and which story is believed depends on all fields; so the odds are led from
 * "nothing compared" to "all compared" in small equal steps of every field at once, and each
 * field is given what its own steps did (Aumann and Shapley). The parts add up to the whole, no field's part
 * depends on the order they are told in, and what only strangers or only a household would explain counts as much as it was believed.
 */
export function divideOdds({ spoken, one, two }: Stories, steps = STEPS): { start: number; parts: number[]; odds: number } {
  const parts = spoken.map(() => 0);
  const beliefs = new Float64Array(Math.max(one.length, two.length));
  for (let step = 0; step < steps; step += 1) {
    const done = (step + 0.5) / steps;
    believe(one, done, beliefs);
    for (let index = 0; index < parts.length; index += 1) parts[index] = (parts[index] ?? 0) + mean(one, beliefs, index) / steps;
    believe(two, done, beliefs);
    for (let index = 0; index < parts.length; index += 1) parts[index] = (parts[index] ?? 0) - mean(two, beliefs, index) / steps;
  }
  const start = logSum(one, 0) - logSum(two, 0);
  const odds = logSum(one, 1) - logSum(two, 1);
  return { start, parts: settle(parts, odds - start), odds };
}

/** How much each story is believed, into `beliefs`. Plain loops: a build of many questions tells hundreds of thousands of pairs. */
function believe(stories: readonly Story[], done: number, beliefs: Float64Array): void {
  let top = -Infinity;
  for (let at = 0; at < stories.length; at += 1) {
    const found = reach(stories[at], done);
    beliefs[at] = found;
    if (found > top) top = found;
  }
  let sum = 0;
  for (let at = 0; at < stories.length; at += 1) sum += Math.exp((beliefs[at] ?? 0) - top);
  const whole = top + Math.log(sum);
  for (let at = 0; at < stories.length; at += 1) beliefs[at] = Math.exp((beliefs[at] ?? 0) - whole);
}

function mean(stories: readonly Story[], beliefs: Float64Array, index: number): number {
  let sum = 0;
  for (let at = 0; at < stories.length; at += 1) sum += (beliefs[at] ?? 0) * (stories[at]?.fits[index] ?? 0);
  return sum;
}

function reach(story: Story | undefined, done: number): number {
  if (story === undefined) return -Infinity;
  const { start, fits } = story;
  let sum = start;
  for (let at = 0; at < fits.length; at += 1) sum += done * (fits[at] ?? 0);
  return sum;
}

function logSum(stories: readonly Story[], done: number): number {
  const sums = stories.map((story) => reach(story, done));
  const top = Math.max(...sums);
  return top + Math.log(sums.reduce((sum, value) => sum + Math.exp(value - top), 0));
}

/** Steps are not infinitely small; what is left over goes to the parts by their size. */
function settle(parts: readonly number[], whole: number): number[] {
  const left = whole - parts.reduce((sum, part) => sum + part, 0);
  const size = parts.reduce((sum, part) => sum + Math.abs(part), 0);
  return size === 0 ? [...parts] : parts.map((part) => part + (left * Math.abs(part)) / size);
}
