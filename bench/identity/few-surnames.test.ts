import { expect, test } from 'vitest';
import { matchRecords } from '../../src/customers/matching/match-records.ts';
import { clusterFigures } from './cluster-figures.ts';
import { newcomerSet } from './newcomers.ts';

/** What share of the claimed pairs is to be right. */
const FLOOR = 0.95;

test.each([2, 3])('five thousand records of few surnames (seed %i): a care home does not make families one person', (seed) => {
  const { columns, rows, people } = newcomerSet(5000, seed);
  const { clusters } = matchRecords({
    ids: rows.map((_, row) => String(row)),
    columns: columns.flatMap(({ name, kind }, at) => (kind === null ? [] : [{ name, kind, values: rows.map((row) => row[at] ?? '') }])),
  });
  const { pairs: found } = clusterFigures(people, Int32Array.from(clusters));
  expect(found.precision).toBeGreaterThanOrEqual(FLOOR);
  expect(found.recall).toBeGreaterThan(0.8);
});
