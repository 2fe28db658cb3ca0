import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterFigures } from './cluster-figures.ts';
import { pairFigures } from './pair-figures.ts';

const numbers = (...values: number[]): Int32Array => Int32Array.from(values);

test('three records of one person and one stranger in one cluster: worked out by hand', () => {
  // People 1 1 1 2 3; clusters {1 1 2} {1} {3}. Pairs claimed 3, of them right 1; pairs true 3.
  const found = clusterFigures(numbers(1, 1, 1, 2, 3), numbers(7, 7, 8, 7, 9));
  expect(found.pairs).toEqual({ precision: 1 / 3, recall: 1 / 3, f1: 1 / 3 });
  // Purity 2/3 2/3 1 1/3 1 and wholeness 2/3 2/3 1/3 1 1, each over five.
  expect(found.bcubed.precision).toBeCloseTo((2 / 3 + 2 / 3 + 1 + 1 / 3 + 1) / 5, 12);
  expect(found.bcubed.recall).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5, 12);
  expect([found.clusters, found.mixedClusters, found.mostPeople]).toEqual([3, 1, 2]);
});

test('figures are those of counting pair by pair', () => {
  const draws = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(draws, (rows) => {
      const pairs = rows.flatMap((a, at) => rows.slice(at + 1).map((b) => ({ isTrue: a[0] === b[0], isClaimed: a[1] === b[1] })));
      const both = pairs.filter(({ isTrue, isClaimed }) => isTrue && isClaimed).length;
      const found = clusterFigures(
        Int32Array.from(rows, ([person]) => person),
        Int32Array.from(rows, ([, cluster]) => cluster),
      );
      const claimed = pairs.filter(({ isClaimed }) => isClaimed).length;
      const meant = pairs.filter(({ isTrue }) => isTrue).length;
      expect(found.pairs.precision).toBeCloseTo(claimed === 0 ? 1 : both / claimed, 12);
      expect(found.pairs.recall).toBeCloseTo(meant === 0 ? 1 : both / meant, 12);
    }),
  );
});

test('pairs never compared count as missed, and steps tell how often a stated probability is right', () => {
  const found = pairFigures(
    numbers(1, 1, 1, 2),
    { left: numbers(0, 0, 1), right: numbers(1, 3, 3), probability: Float32Array.of(0.97, 0.96, 0.02) },
    0.95,
  );
  expect(found.blockingRecall).toBeCloseTo(1 / 3, 12);
  expect(found.pairs).toEqual({ precision: 1 / 2, recall: 1 / 3, f1: 0.4 });
  expect(found.calibration.map(({ low, pairs, right }) => ({ low, pairs, right }))).toEqual([
    { low: 0.01, pairs: 1, right: 0 },
    { low: 0.95, pairs: 2, right: 0.5 },
  ]);
});
