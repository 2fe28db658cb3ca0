import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../tests/database.ts';
import { modules } from '../app.ts';
import { foldersOf } from './question-folders.ts';
import { findQuestions } from './reading/find-questions.ts';
import { namedParameters } from './reading/bind-named-parameters.ts';
import type { Answer } from './running/answer.ts';
import { playStory } from './testing/play-story.ts';
import { stageOf } from './testing/stage.ts';
import { answerInZones } from './testing/answer-in-zones.ts';

const questions = findQuestions(foldersOf(modules));
const ids = questions.map((question) => question.id);

/** Questions that ask about duplicates: they must change when there are more. */
const ABOUT_DUPLICATES = ['job_duplicate_rate', 'duplicate_prevention_insights', 'duplicate_cost'];

/** A row per user of the call report: twins of users are more rows. */
const ABOUT_CALLS = ['user_performance_cross_module'];

let scratch: ScratchDatabase;
let before: Map<string, Answer>;

beforeAll(async () => {
  scratch = await withDatabase();
  await playStory(stageOf(scratch));
  before = await askAll();
});
afterAll(() => scratch.drop());

async function askAll(): Promise<Map<string, Answer>> {
  const stage = stageOf(scratch);
  const answers = new Map<string, Answer>();
  for (const id of ids) answers.set(id, await stage.ask(id));
  return answers;
}

/** Everything of an answer but the moment it was given. */
function figures(answer: Answer | undefined): unknown {
  return answer === undefined ? undefined : { ...answer, receipt: { ...answer.receipt, asOf: '' } };
}

/** The money columns of an answer, row by row. */
function money(answer: Answer | undefined): unknown {
  const names = answer?.columns.filter((column) => column.type === 'money').map((column) => column.name) ?? [];
  return names.length === 0 ? [] : answer?.rows.map((row) => names.map((name) => row[name]));
}

describe('the catalogue', () => {
  it('holds the first twelve questions', () => {
    expect(ids).toEqual(
      expect.arrayContaining([
        'revenue_trends',
        'monthly_metrics_summary',
        'lead_conversion_funnel',
        'lead_source_performance',
        'branch_performance_comparison',
        'sales_person_performance',
        'job_status_distribution',
        'customer_complete_profile',
        'quote_number_linkage',
        'module_relationship_matrix',
        'customer_retention_rate',
        'link_coverage',
      ]),
    );
  });

  it.each(questions.map((question) => [question.id, question] as const))('%s names the business in its statement', (_id, question) => {
    expect(namedParameters(question.sql)).toContain('business_id');
  });

  it.each(ids)('%s gives types as its header says', (id) => {
    const answer = before.get(id);
    for (const column of answer?.columns ?? []) {
      for (const row of answer?.rows ?? [])
        expect(fits(row[column.name], column.type), `${column.name}: ${JSON.stringify(row[column.name])}`).toBe(true);
    }
  });

  it.each(ids)('%s keeps its rates between 0 and 100 or empty', (id) => {
    const answer = before.get(id);
    const rates = answer?.columns.filter((column) => column.type === 'percent' && !column.name.includes('change')) ?? [];
    for (const row of answer?.rows ?? [])
      for (const { name } of rates) expect(row[name] === null || (Number(row[name]) >= 0 && Number(row[name]) <= 100), name).toBe(true);
  });

  it('answers every question in an empty business', async () => {
    const empty = stageOf(scratch, await scratch.makeBusiness('empty-mover'));
    for (const id of ids) expect((await empty.ask(id)).receipt, id).toMatchObject({ rowsCounted: 0, excluded: [], currency: [] });
  });

  it('tells revenue alike by month, quarter, year, branch and status', () => {
    const sum = (id: string, column: string, only: (row: Record<string, unknown>) => boolean = () => true): number =>
      (before.get(id)?.rows ?? [])
        .filter((row) => row.currency === 'USD' && only(row))
        .reduce((total, row) => total + Number(row[column]), 0);
    for (const period of ['monthly', 'quarterly', 'yearly'])
      expect(sum('revenue_trends', 'revenue', (row) => row.period_type === period)).toBe(1790);
    expect(sum('monthly_metrics_summary', 'total_revenue')).toBe(1790);
    expect(sum('branch_performance_comparison', 'total_revenue')).toBe(1790);
    expect(sum('lead_source_performance', 'total_revenue')).toBe(1790);
    expect(sum('job_status_distribution', 'total_revenue', (row) => row.counts_as_revenue === true)).toBe(1790);
  });

  it('does not change with the time zone of the session', async () => {
    for (const question of questions) {
      const answers = await answerInZones(scratch.database, scratch.businessId, question);
      expect(answers[1], question.id).toEqual(answers[0]);
      expect(answers[2], question.id).toEqual(answers[0]);
    }
  });

  it('does not change when another business has rows of its own', async () => {
    await playStory(stageOf(scratch, await scratch.makeBusiness('other-mover', { currency: 'CAD', timeZone: 'America/Toronto' })));
    const after = await askAll();
    for (const id of ids) expect(figures(after.get(id)), id).toEqual(figures(before.get(id)));
  });

  it('does not change when every job gets a twin that is marked as duplicate', async () => {
    await scratch.database.inBusiness(scratch.businessId, (transaction) =>
      transaction.run(
        `insert into journey.jobs (business_id, id, job_id, quote_number, opportunity_status, job_date, branch_id, customer_id, sales_person_id, referral_source, total_actual_cost, total_estimated_cost, is_duplicate)
        select business_id, gen_random_uuid(), job_id || ' twin', quote_number, opportunity_status, job_date, branch_id, customer_id, sales_person_id, referral_source, total_actual_cost, total_estimated_cost, true from journey.jobs where business_id = $1`,
        [scratch.businessId],
      ),
    );
    const after = await askAll();
    for (const id of ids.filter((wanted) => !ABOUT_DUPLICATES.includes(wanted)))
      expect(after.get(id)?.rows, id).toEqual(before.get(id)?.rows);
  });

  it('multiplies no money when rows of the other tables are doubled', async () => {
    await scratch.database.inBusiness(scratch.businessId, async (transaction) => {
      await transaction.run(
        `insert into journey.bad_leads (business_id, id, natural_key, provider, customer_id, lead_status_id, lead_source_id)
        select business_id, gen_random_uuid(), natural_key || ' twin', provider, customer_id, lead_status_id, lead_source_id from journey.bad_leads where business_id = $1`,
        [scratch.businessId],
      );
      await transaction.run(
        `insert into journey.lead_status (business_id, id, quote_number, customer_id, branch_id, status_group, booked_opportunity_id, lead_source_id)
        select business_id, gen_random_uuid(), quote_number || 'T', customer_id, branch_id, status_group, booked_opportunity_id, lead_source_id from journey.lead_status where business_id = $1`,
        [scratch.businessId],
      );
      await transaction.run(
        `insert into journey.lost_leads (business_id, id, quote_number, customer_id, booked_opportunity_id)
        select business_id, gen_random_uuid(), quote_number || 'T', customer_id, booked_opportunity_id from journey.lost_leads where business_id = $1`,
        [scratch.businessId],
      );
      await transaction.run(
        `insert into journey.user_performance (business_id, id, name, sales_person_id)
        select business_id, gen_random_uuid(), name || ' twin', sales_person_id from journey.user_performance where business_id = $1`,
        [scratch.businessId],
      );
    });
    const after = await askAll();
    // What asks about the doubled rows themselves must change with them.
    const others = questions.filter(
      ({ id, receiptFile }) =>
        !/(leads|lead_tables|quote_tables)\.sql$/.test(receiptFile) && ![...ABOUT_DUPLICATES, ...ABOUT_CALLS].includes(id),
    );
    for (const { id } of others) expect(money(after.get(id)), id).toEqual(money(before.get(id)));
  });
});

function fits(value: unknown, type: string): boolean {
  if (value === null) return true;
  if (['integer', 'number', 'money', 'percent'].includes(type)) return typeof value === 'number';
  if (type === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(String(value));
  if (type === 'instant') return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(String(value));
  if (type === 'boolean') return typeof value === 'boolean';
  return type === 'json' ? typeof value === 'object' : typeof value === 'string';
}
