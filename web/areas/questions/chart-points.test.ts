import { expect, test } from 'vitest';
import type { AnswerShape, QuestionShape } from '../../../contract/questions.ts';
import { chartPoints, splitsOf } from './chart-points.ts';

type Chart = QuestionShape['chart'];

function asked(chart: Chart, columns: Record<string, string>, rows: Record<string, unknown>[]): [QuestionShape, AnswerShape] {
  const named = Object.entries(columns).map(([name, type]) => ({ name, type, unit: null }));
  return [
    {
      id: 'q',
      question: '',
      theme: '',
      grain: '',
      dateBasis: '',
      chart,
      definition: '',
      caveats: [],
      parameters: [],
      columns: [],
      rows: { keys: [], measures: {} },
      sql: '',
    },
    {
      id: 'q',
      parameters: {},
      columns: named,
      rows,
      receipt: { definition: '', dateBasis: '', timeZone: '', asOf: '', rowsCounted: 0, excluded: [], currency: [], linkCoverage: [] },
    },
  ];
}

test('amounts of two currencies never share an axis: the one of most rows is drawn, the other can be chosen', () => {
  const [question, answer] = asked(
    { type: 'bar', x: 'branch', y: ['revenue'], series: 'currency' },
    { branch: 'text', currency: 'text', revenue: 'money' },
    [
      { branch: 'Austin', currency: 'USD', revenue: 5 },
      { branch: 'Calgary', currency: 'CAD', revenue: 7 },
      { branch: 'Regina', currency: 'CAD', revenue: 3 },
    ],
  );
  const splits = splitsOf(question, answer);
  expect(splits).toEqual([{ column: 'currency', values: ['CAD', 'USD'] }]);
  expect(chartPoints(question, answer, splits, {})).toMatchObject({ categories: ['Calgary', 'Regina'], series: [{ values: [7, 3] }] });
  expect(chartPoints(question, answer, splits, { currency: 'USD' })).toMatchObject({ categories: ['Austin'], series: [{ values: [5] }] });
});

test('rows of several kinds that would fall on one point are drawn one kind at a time', () => {
  const [question, answer] = asked(
    { type: 'line', x: 'period', y: ['revenue'] },
    { period_type: 'text', period: 'date', revenue: 'money' },
    [
      { period_type: 'monthly', period: '2025-01-01', revenue: 1 },
      { period_type: 'yearly', period: '2025-01-01', revenue: 12 },
    ],
  );
  const splits = splitsOf(question, answer);
  expect(splits).toEqual([{ column: 'period_type', values: ['monthly', 'yearly'] }]);
  expect(chartPoints(question, answer, splits, { period_type: 'yearly' })?.series[0]?.values).toEqual([12]);
});

test('nothing is drawn where two rows stay on one point: adding them up would be a figure of nobody’s', () => {
  const [question, answer] = asked({ type: 'bar', x: 'branch', y: ['jobs'] }, { branch: 'text', jobs: 'integer' }, [
    { branch: 'Austin', jobs: 1 },
    { branch: 'Austin', jobs: 2 },
  ]);
  expect(chartPoints(question, answer, splitsOf(question, answer), {})).toBeUndefined();
});

test('of many series the eight largest are drawn, a gap stays a gap, and what is left out is said', () => {
  const names = Array.from({ length: 10 }, (_, index) => `s${index}`);
  const [question, answer] = asked(
    { type: 'line', x: 'month', y: ['jobs'], series: 'branch' },
    { month: 'text', branch: 'text', jobs: 'integer' },
    names.flatMap((branch, index) => [
      { month: '2025-01', branch, jobs: index },
      ...(index === 9 ? [] : [{ month: '2025-02', branch, jobs: index }]),
    ]),
  );
  const points = chartPoints(question, answer, splitsOf(question, answer), {});
  // Sums: s8 = 16, s7 = 14, … and s9 = 9 with a gap in February, before s4 = 8.
  expect(points?.series.map((series) => series.name)).toEqual(['s8', 's7', 's6', 's5', 's9', 's4', 's3', 's2']);
  expect(points?.series[4]?.values).toEqual([9, null]);
  expect(points?.leftOut).toEqual(['the 8 largest of 10']);
});

test('measures of another kind than the first get no common axis, and shares are no parts of a whole', () => {
  const [question, answer] = asked(
    { type: 'bar', x: 'branch', y: ['rate_percent', 'jobs'] },
    { branch: 'text', rate_percent: 'percent', jobs: 'integer' },
    [{ branch: 'Austin', rate_percent: 50, jobs: 3 }],
  );
  expect(chartPoints(question, answer, [], {})).toMatchObject({ series: [{ name: 'rate_percent', values: [50] }], areParts: false });
});
