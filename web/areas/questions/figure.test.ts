import { expect, test } from 'vitest';
import type { QuestionShape } from '../../../contract/questions.ts';
import { figureIn, sayRule } from './figure.ts';

const byBranch: QuestionShape = {
  id: 'revenue_by_branch',
  question: '',
  theme: '',
  grain: '',
  dateBasis: '',
  chart: { type: 'bar', y: [] },
  definition: '',
  caveats: [],
  parameters: [],
  columns: [],
  rows: { keys: ['branch_name', 'currency'], measures: { total_revenue: 'sum revenue' } },
  sql: '',
};

test('a figure is named by its column and by what its row holds in the keys, empty cells included', () => {
  const row = { branch_name: null, currency: 'CAD', total_revenue: 1200, rank: 1 };
  expect(figureIn(byBranch, row, 'total_revenue')).toEqual({
    measure: 'total_revenue',
    where: { branch_name: null, currency: 'CAD' },
  });
});

test('a name, an empty cell and a figure without a rule open nothing', () => {
  const row = { branch_name: 'Calgary', currency: 'CAD', total_revenue: null, rank: 1 };
  expect(['branch_name', 'total_revenue', 'rank'].map((column) => figureIn(byBranch, row, column))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test.each([
  ['count', 'Each row counts once.'],
  ['count where is_sold', 'Each row counts once, of those that are sold.'],
  ['sum revenue where is_booked and has_actual', 'The sum of revenue, of those that are booked and have actual.'],
  ['percent closed_jobs of sold_jobs', 'Closed jobs as a percentage of sold jobs.'],
  ['total_revenue per buyers', 'Total revenue divided by buyers.'],
  ['share total_jobs within currency', "This row's part of all total jobs within one currency."],
  ['all', 'Worked out from all rows of the question, not from single ones.'],
])('the rule "%s" is said as "%s"', (rule, said) => {
  expect(sayRule(rule)).toBe(said);
});
