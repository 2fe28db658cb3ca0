import { DOUBTFUL, groundToLook } from '../../src/customers/matching/compare/worth-a-look.ts';
import { matchRecords } from '../../src/customers/matching/match-records.ts';
import { learnModel } from '../../src/customers/matching/model/learn-model.ts';
import { matchByModel, type ModelMatch } from '../../src/customers/matching/model/match-by-model.ts';
import { type HardPair, type Label, amongStrangers } from './hard-pairs.ts';

/** Above it two records are merged without being asked. */
const AUTOMATIC = 0.95;

/** What becomes of a pair. */
export type Fate = 'merged' | 'asked' | 'worth a look' | 'left alone';

/** What becomes of each pair when it is met among twenty thousand strangers: in a file, and in a business that keeps a model learnt of it. */
export function judgeHardPairs(hard: readonly HardPair[]): { inFile: Fate[]; byModel: Fate[] } {
  const table = amongStrangers(hard, 20_000);
  const found = matchRecords(table, { threshold: AUTOMATIC });
  const limits = { automatic: AUTOMATIC, doubtful: DOUBTFUL };
  return { inFile: fatesIn(hard, found), byModel: fatesIn(hard, matchByModel(table, learnModel(found), limits)) };
}

function fatesIn(hard: readonly HardPair[], { pairs, probabilities }: Pick<ModelMatch, 'pairs' | 'probabilities'>): Fate[] {
  const fates = hard.map((): Fate => 'left alone');
  for (let pair = 0; pair < pairs.size; pair += 1) {
    const [first, second] = [pairs.first[pair] ?? 0, pairs.second[pair] ?? 0];
    // The records of pair N stand in rows 2N and 2N + 1.
    if (Math.max(first, second) >= 2 * hard.length || first >> 1 !== second >> 1) continue;
    const probability = probabilities[pair] ?? 0;
    const isWorth = groundToLook(probability, pairs.low[pair] ?? 0, pairs.high[pair] ?? 0) !== null;
    fates[first >> 1] = probability > AUTOMATIC ? 'merged' : probability >= DOUBTFUL ? 'asked' : isWorth ? 'worth a look' : 'left alone';
  }
  return fates;
}

/** How many pairs of each label meet which fate, a line per label, and what is merged wrongly. */
export function showHardPairs(hard: readonly HardPair[], fates: readonly Fate[]): string[] {
  const count = (label: Label, fate: Fate): number => hard.filter((pair, at) => pair.label === label && fates[at] === fate).length;
  const labels: Label[] = ['same', 'different', 'household', 'doubtful'];
  const all: Fate[] = ['merged', 'asked', 'worth a look', 'left alone'];
  const wrong = hard.filter(({ label }, at) => label !== 'same' && fates[at] === 'merged');
  return [
    ...labels.map((label) => `  ${label}: ${all.map((fate) => `${fate} ${count(label, fate)}`).join(', ')}`),
    ...new Set(wrong.map(({ label, reason }) => `  merged, though ${label}: ${reason}`)),
  ];
}
