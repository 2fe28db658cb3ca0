import { matchRecords } from '../../src/customers/matching/match-records.ts';
import { type HardPair, type Label, amongStrangers } from './hard-pairs.ts';
import { scoredPairs } from './judge-file.ts';

/** From here two records are merged without being asked. */
export const AUTOMATIC = 0.95;
/** From here on a person is asked. */
const QUEUED = 0.75;

/** The stated probability of each pair when it is met among twenty thousand strangers; 0 for a pair that is never compared. */
export function judgeHardPairs(hard: readonly HardPair[]): Float64Array {
  const { left, right, probability } = scoredPairs(matchRecords(amongStrangers(hard, 20_000)));
  const probabilities = new Float64Array(hard.length);
  for (const [at, first] of left.entries()) {
    const second = right[at] ?? 0;
    // The records of pair N stand in rows 2N and 2N + 1.
    if (Math.max(first, second) < 2 * hard.length && first >> 1 === second >> 1) probabilities[first >> 1] = probability[at] ?? 0;
  }
  return probabilities;
}

/** How many pairs of each label are merged, queued and rejected, a line per label, and what is merged wrongly. */
export function showHardPairs(hard: readonly HardPair[], probabilities: Float64Array): string[] {
  const of = (label: Label, from: number, to: number): number =>
    hard.filter((pair, at) => pair.label === label && (probabilities[at] ?? 0) >= from && (probabilities[at] ?? 0) < to).length;
  const labels: Label[] = ['same', 'different', 'household', 'doubtful'];
  const wrong = hard.filter(({ label }, at) => label !== 'same' && (probabilities[at] ?? 0) >= AUTOMATIC);
  return [
    ...labels.map(
      (label) => `  ${label}: merged ${of(label, AUTOMATIC, 2)}, queued ${of(label, QUEUED, AUTOMATIC)}, rejected ${of(label, 0, QUEUED)}`,
    ),
    ...new Set(wrong.map(({ label, reason }) => `  merged, though ${label}: ${reason}`)),
  ];
}
