import { expect, test } from 'vitest';
import { comparePair } from '../compare/compare-pair.ts';
import { AT, layOut, WIDTH } from '../features/layout.ts';
import { TextPool } from '../features/text-pool.ts';
import { keyWords } from '../features/word-keys.ts';
import { countFrequencies } from './frequencies.ts';
import { learnWeights } from './learn-weights.ts';
import { PairList } from './pair-list.ts';
import { PairWeigher } from './pair-weigher.ts';
import { sampleStrangers, strangerShares } from './sample-strangers.ts';

const SHAPES = [
  { kind: 'name', name: 'name' },
  { kind: 'other', name: 'tax' },
] as const;

/** Ten records that know everything, each feature a value of its own. */
function fullRecords() {
  const pool = new TextPool();
  const rows = new Uint32Array(12 * WIDTH);
  for (let record = 0; record < 10; record += 1)
    for (let feature = 0; feature < WIDTH; feature += 1)
      rows[record * WIDTH + feature] =
        feature === AT.dob ? 19700101 + record * 10203 : pool.intern(`v${feature}${'abcdefghij'.charAt(record)}x`);
  const count = 12;
  const features = {
    layout: layOut(SHAPES),
    count,
    rows,
    pool,
    words: keyWords(pool, rows),
    rank: Uint32Array.from({ length: count }, (_, at) => at),
  };
  return features;
}

test.each(Object.entries(AT))('a record that does not know its %s gives no evidence by it', (_name, feature) => {
  const features = fullRecords();
  // Records 0 and 1 are alike in nothing but this: one side knows it, the other does not.
  features.rows.fill(0, 10 * WIDTH);
  features.rows[10 * WIDTH + feature] = features.rows[feature] ?? 0;
  const pattern = { low: 0, high: 0 };
  for (const [first, second] of [
    [10, 11],
    [11, 10],
    [11, 11],
  ] as const) {
    comparePair(features, first, second, pattern);
    // A suffix on one side only is evidence of its own: father and son.
    if (feature !== AT.suffix) expect(pattern).toEqual({ low: 0, high: 0 });
  }
});

test('two records that know nothing are as likely one person as any two', () => {
  const features = fullRecords();
  const frequencies = countFrequencies(features, { people: features.rank, likely: features.rank });
  const strangers = strangerShares(sampleStrangers(features), frequencies);
  const weights = learnWeights(features, frequencies, strangers, new PairList(), { rounds: 3, pairs: 100 });
  const odds = new PairWeigher(features, frequencies, weights).weigh(10, 11, 0, 0);
  const against = weights.related.reduce((sum, { pairs }) => sum + pairs, weights.unrelated.pairs);
  expect(odds).toBeCloseTo(Math.log((weights.same.pairs + weights.careless.pairs) / against), 9);
  expect(odds).toBeLessThan(0);
});
