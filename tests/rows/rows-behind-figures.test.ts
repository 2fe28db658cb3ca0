import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '../../src/app.ts';
import { drillRows, type DrilledRows } from '../../src/catalogue/drilling/drill-rows.ts';
import { type Measure, readMeasure } from '../../src/catalogue/drilling/measure.ts';
import { readRowSet, type RowSet } from '../../src/catalogue/drilling/row-set.ts';
import { keyColumn, keysOf, rulesOf } from '../../src/catalogue/drilling/rows-of-question.ts';
import { foldersOf } from '../../src/catalogue/question-folders.ts';
import type { Parameter, Question } from '../../src/catalogue/question.ts';
import { findQuestions } from '../../src/catalogue/reading/find-questions.ts';
import type { Answer } from '../../src/catalogue/running/answer.ts';
import { runStatement } from '../../src/catalogue/running/run-statement.ts';
import { settleParameters } from '../../src/catalogue/running/settle-parameters.ts';
import { playYear } from '../../src/catalogue/testing/play-year.ts';
import { stageOf } from '../../src/catalogue/testing/stage.ts';
import { type SampleDatabase, withSample } from '../with-sample.ts';
import { foldRows, type Row, textOf } from './fold-rows.ts';

// Every figure of every question, over the sample mover and over the hand-made year: what its rule
// makes of the rows that --rows lists must be the figure the question gave, the receipt must count
// just these rows, each once, and each of them must stand behind some figure.

const questions = findQuestions(foldersOf(modules));
const AS_OF = '2026-10-01';

/** Questions whose rows are told apart by less than their answer, and why. */
const COARSER: Record<string, string> = {
  customer_segmentation_radar: 'its rows are axes: each is taken from all jobs of the currency',
  customer_concentration: 'its rows are tenths of the customers: each is taken from all jobs of the currency',
  customer_lead_journey: 'bad leads without a quote number share the empty one',
  module_relationship_matrix: 'its rows are pairs of tables: each is taken from all rows',
  referral_chains: 'its rows are chains of sources: each is taken from all jobs of the currency',
  repeat_chains: 'its rows are first sources of customers: each is taken from all jobs of the currency',
  revenue_by_date_basis: 'lays the same jobs by three days side by side: each is taken from all jobs of the currency',
  revenue_without_a_name: 'a job stands in each of its gaps: each is taken from all jobs of the currency',
  revenue_attribution: 'a job is shared out among sources that other tables name: rows are those of the currency',
  user_performance_cross_module: 'telephone users who sell nothing have no row',
};

/** Questions with a figure that is a share of rows which stand in no row of the answer, and of which. */
const SHARES_OF_MORE: Record<string, string> = {
  revenue_without_a_name: 'percents are of all jobs of the currency, those without a gap among them',
};

interface Proof {
  question: Question;
  answer: Answer;
  parameters: Record<string, unknown>;
}

let sample: SampleDatabase;
let year: string;

beforeAll(async () => {
  sample = await withSample();
  year = await sample.makeBusiness('hand-made-year');
  await playYear(stageOf(sample, year));
}, 120_000);
afterAll(() => sample.drop());

/** Narrowed by everything that a question takes of it. */
const NARROWED = {
  'the sample': {},
  'the sample of some days and one currency': { date_from: '2025-02-01', date_to: '2026-03-01', currency: 'CAD', as_of: '2026-01-15' },
  'the sample of one branch, seller and status': { branch: 'Calgary - Prairie Peak Movers', sales_person: 'Ava Sample', status: 'CLOSED' },
  'the hand-made year': {},
  'the hand-made year of one source': { lead_source: 'Google', time_zone: 'Pacific/Auckland' },
  'the hand-made year of Ada': { customer: 'Ada', date_to: '2025-01-01', currency: 'USD' },
} as const;

describe.each(Object.entries(NARROWED))('over %s', (name, narrowing) => {
  const business = (): string => (name.startsWith('the sample') ? sample.businessId : year);

  it.each(questions.map((question) => [question.id, question] as const))('%s: its rows make its figures', async (id, question) => {
    const { answer, parameters } = await ask(business(), question, narrowing);
    const rowSet = readRowSet(question);
    const rules = rulesOf(question, rowSet);
    const rows = await countedRows(business(), question, parameters);
    expect(new Set(rows.map(({ source, id: row }) => `${source} ${row}`)).size, 'rows counted by the receipt').toBe(
      answer.receipt.rowsCounted,
    );

    const keys = keysOf(question, rowSet);
    if (COARSER[id] === undefined) {
      const names = answer.rows.map((row) => keys.map((key) => textOf(row[key])).join('|'));
      expect(new Set(names).size, `rows of the answer told apart by ${keys.join(', ')}`).toBe(names.length);
    }
    const figures = answer.columns.flatMap(({ name: column }) => (keys.includes(column) ? [] : [readMeasure(rules, column)]));
    if (SHARES_OF_MORE[id] === undefined && !figures.some((measure) => measure?.kind === 'all')) {
      const shown = answer.rows.map((row) => pairsOf(question, rowSet, row));
      const idle = rows.filter((row) => !shown.some((pairs) => standsIn(row, pairs)) || !figures.some((measure) => addsTo(row, measure)));
      expect(idle, 'rows counted that no figure stands on').toEqual([]);
    }
    for (const { name: column } of answer.columns) {
      const measure = readMeasure(rules, column);
      if (measure === null || keys.includes(column)) continue;
      for (const row of answer.rows) {
        const pairs = pairsOf(question, rowSet, row);
        const within = measure.kind === 'share' ? measure.within : [];
        const own = rows.filter((each) => standsIn(each, pairs));
        const whole = rows.filter((each) => pairs.every(([key, value]) => !within.includes(key) || textOf(each[key]) === value));
        const figure = foldRows(measure, own, whole);
        if (figure !== undefined)
          expect(isSame(figure, row[column]), `${column} of ${JSON.stringify(pairs)}: rows say ${figure}, the answer ${row[column]}`).toBe(
            true,
          );
      }
    }
  });
});

it.each(questions.map((question) => [question.id, question] as const))(
  '%s --rows gives the rows of its first and last row, with the figure',
  async (_id, question) => {
    const { answer, parameters } = await ask(sample.businessId, question);
    const rowSet = readRowSet(question);
    const [keys, rules] = [keysOf(question, rowSet), rulesOf(question, rowSet)];
    for (const row of [answer.rows[0], answer.rows.at(-1)]) {
      if (row === undefined) continue;
      const where = Object.fromEntries(keys.map((key) => [key, textOf(row[key])]));
      for (const { name: measure } of answer.columns.filter(({ name }) => rules[name] !== undefined && !keys.includes(name))) {
        const drilled = await drill(question, { parameters, where, measure });
        if (rules[measure] !== 'all')
          expect(isSame(drilled.measure?.figure, row[measure]), `${measure}: ${drilled.measure?.figure} for ${row[measure]}`).toBe(true);
        if (/^(count|sum)/.test(rules[measure] ?? '')) expect(isSame(sumOf(drilled), row[measure]), `sum of ${measure}`).toBe(true);
        expect(drilled.rows.length).toBe(drilled.rowCount);
      }
    }
  },
);

/** What a row of the answer says of its rows: column of the rows and the text that stands there. */
function pairsOf(question: Question, rowSet: RowSet, row: Answer['rows'][number]): (readonly [string, string | null])[] {
  return keysOf(question, rowSet).flatMap((key) => {
    const rowColumn = keyColumn(question, rowSet, key, row as Record<string, string>);
    return rowColumn === null ? [] : [[rowColumn, textOf(row[key])] as const];
  });
}

function standsIn(row: Row, pairs: readonly (readonly [string, string | null])[]): boolean {
  return pairs.every(([key, value]) => textOf(row[key]) === value);
}

/** Whether a row gives anything to a figure; to a column without a rule, such as a list or a name, every row may. */
function addsTo(row: Row, measure: Measure | null): boolean {
  if (measure === null || measure.kind === 'all') return true;
  const plains = measure.kind === 'plain' ? [measure.of] : 'whole' in measure ? [measure.part, measure.whole] : [measure.part];
  return plains.some(({ where, column }) => where.every((flag) => row[flag] === true) && (column === null || row[column] != null));
}

async function ask(businessId: string, question: Question, narrowing: Readonly<Record<string, string>> = {}): Promise<Proof> {
  const parameters: Record<string, unknown> = Object.fromEntries(question.parameters.flatMap((known) => narrowedBy(known, narrowing)));
  const limit = question.parameters.find(({ name }) => name === 'limit');
  if (limit !== undefined) parameters.limit = Math.min(limit.most ?? 100_000, 100_000);
  if (question.parameters.some(({ name }) => name === 'as_of')) parameters.as_of ??= AS_OF;
  if (parameters.customer !== undefined) parameters.customer = await customerCalled(businessId, String(parameters.customer));
  const stage = stageOf(sample, businessId);
  return { question, parameters, answer: await stage.ask(question.id, parameters) };
}

/** A customer is asked for by id: two may share a name. */
function customerCalled(businessId: string, name: string): Promise<string> {
  return sample.database.inBusiness(
    businessId,
    async (transaction) =>
      (await transaction.one<{ id: string }>('select id from customers.customers where business_id = $1 and name = $2', [businessId, name]))
        .id,
    'read',
  );
}

/** Leads stand under other words than jobs. */
function narrowedBy({ name, choices }: Parameter, narrowing: Readonly<Record<string, string>>): [string, unknown][] {
  const value = narrowing[name];
  if (value === undefined) return [];
  return [[name, choices === undefined || choices.includes(value) ? value : value.toLowerCase()]];
}

/** The rows of the question's family that its own conditions leave, with all their columns. */
async function countedRows(businessId: string, question: Question, parameters: Record<string, unknown>): Promise<Row[]> {
  const { steps } = readRowSet(question);
  return sample.database.inBusiness(
    businessId,
    async (transaction) => {
      await transaction.run(`set local time zone 'UTC'`);
      const settled = await settleParameters(transaction, question, parameters);
      if (settled.bound.get('time_zone') === undefined) settled.bound.set('time_zone', settled.timeZone);
      const conditions = ['true', ...question.rows.only].join(' and ');
      const { fields, rows } = await runStatement(
        transaction,
        question,
        settled,
        `with ${steps}\nselect * from counted where ${conditions}`,
      );
      return rows.map((row) => Object.fromEntries(fields.map((field, index) => [field, row[index]])));
    },
    'read',
  );
}

function drill(
  question: Question,
  wanted: { parameters: Record<string, unknown>; where: Record<string, string | null>; measure: string },
): Promise<DrilledRows> {
  return drillRows(sample.database, modules, { businessId: sample.businessId, id: question.id, limit: 10_000, ...wanted });
}

function sumOf(drilled: DrilledRows): number {
  return drilled.rows.reduce((sum, row) => sum + Number(row.amount ?? 0), 0);
}

/** Figures are rounded to cents or hundredths of a percent; nothing to add up is nothing, null or 0. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === null || other === null || one === undefined) return Number(one ?? 0) === Number(other ?? 0);
  if (typeof other !== 'number') return String(one) === String(other);
  return Math.abs(Number(one) - other) <= 0.00501 + Math.abs(other) * 1e-9;
}
