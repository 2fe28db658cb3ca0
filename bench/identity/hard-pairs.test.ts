import { expect, test } from 'vitest';
import { type HardPair, readHardPairs } from './hard-pairs.ts';
import { AUTOMATIC, judgeHardPairs } from './judge-hard-pairs.ts';

const pairs = readHardPairs();

test('there are five hundred labelled pairs, every label with a reason and every pair once', () => {
  expect(pairs).toHaveLength(500);
  expect(new Set(pairs.map(({ left, right }) => JSON.stringify([left, right]))).size).toBe(500);
  expect(pairs.every(({ reason }) => reason !== '')).toBe(true);
  const counts = ['same', 'different', 'household', 'doubtful'].map((wanted) => pairs.filter(({ label }) => label === wanted).length);
  expect(counts).toEqual([220, 127, 83, 70]);
});

/** One wrong merge in two hundred is the most that may happen unasked. */
const FLOOR = 0.995;

test('hard pairs: strangers and doubtful pairs are never merged unasked, and what is merged is hardly ever wrong', () => {
  const probabilities = judgeHardPairs(pairs);
  const merged = pairs.filter((_, at) => (probabilities[at] ?? 0) >= AUTOMATIC);
  const wrong = merged.filter(({ label }) => label !== 'same');
  expect(wrong.filter(({ label }) => label === 'different' || label === 'doubtful').map(told)).toEqual([]);
  expect(1 - wrong.length / merged.length, wrong.map(told).join('\n')).toBeGreaterThanOrEqual(FLOOR);
  // Merging nothing would be right, too: most of the pairs that are one person are found.
  expect(merged.length).toBeGreaterThan(150);
});

function told({ pair, label, reason }: HardPair): string {
  return `${pair} ${label}: ${reason}`;
}
