import { expect, test } from 'vitest';
import { type HardPair, readHardPairs } from './hard-pairs.ts';
import { type Fate, judgeHardPairs } from './judge-hard-pairs.ts';

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

const { inFile, byModel } = judgeHardPairs(pairs);

test.each([
  ['in a file', inFile],
  ['by a kept model', byModel],
] as const)('hard pairs %s: strangers and doubtful pairs are never merged unasked, and what is merged is hardly ever wrong', (_, fates) => {
  const merged = pairs.filter((_, at) => fates[at] === 'merged');
  const wrong = merged.filter(({ label }) => label !== 'same');
  expect(wrong.filter(({ label }) => label === 'different' || label === 'doubtful').map(told)).toEqual([]);
  expect(1 - wrong.length / merged.length, wrong.map(told).join('\n')).toBeGreaterThanOrEqual(FLOOR);
  // Merging nothing would be right, too: most of the pairs that are one person are found.
  expect(merged.length).toBeGreaterThan(150);
});

test('every doubtful hard pair is asked about, and none is merged; of those that are two people hardly any is asked', () => {
  const fateOf = (label: string) => pairs.flatMap((pair, at) => (pair.label === label ? [inFile[at]] : []));
  expect(pairs.filter(({ label }, at) => label === 'doubtful' && !isAsked(inFile[at])).map(told)).toEqual([]);
  // Asking about everything would do that, too.
  expect([...fateOf('different'), ...fateOf('household')].filter(isAsked).length).toBeLessThan(10);
  expect(fateOf('same').filter((fate) => fate === 'left alone')).toEqual([]);
});

/** Keys that say no more than a given name and a street or a birthday are not kept between runs. */
const UNKEYED = [
  'given name only, same city and street without number',
  'same given name and birthday, other surname in the same city: perhaps a marriage',
];

test('a business that keeps a model asks about every doubtful hard pair that its keys bring together', () => {
  const missed = pairs.filter(({ label }, at) => label === 'doubtful' && !isAsked(byModel[at]));
  expect(new Set(missed.map(({ reason }) => reason))).toEqual(new Set(UNKEYED));
});

function isAsked(fate: Fate | undefined): boolean {
  return fate === 'asked' || fate === 'worth a look';
}

function told({ pair, label, reason }: HardPair): string {
  return `${pair} ${label}: ${reason}`;
}
