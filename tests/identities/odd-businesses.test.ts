import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '../../src/app.ts';
import { foldersOf } from '../../src/catalogue/question-folders.ts';
import { findQuestions } from '../../src/catalogue/reading/find-questions.ts';
import type { Answer } from '../../src/catalogue/running/answer.ts';
import { playStory } from '../../src/catalogue/testing/play-story.ts';
import { stageOf } from '../../src/catalogue/testing/stage.ts';
import { type ScratchDatabase, withDatabase } from '../database.ts';

// Businesses of which little or nothing is known: every question answers, and makes nothing up.

const ids = findQuestions(foldersOf(modules)).map(({ id }) => id);
const TABLES = ['jobs', 'lead_status', 'booked_opportunities', 'lost_leads', 'bad_leads', 'sales_performance', 'user_performance'] as const;

/** Only what the key of a table demands: every column that may be empty is. */
const BARE: Record<(typeof TABLES)[number], Record<string, string>> = {
  jobs: { job_id: 'j1' },
  lead_status: { quote_number: 'q1' },
  booked_opportunities: { quote_number: 'q1' },
  lost_leads: { quote_number: 'q1' },
  bad_leads: { natural_key: 'b1' },
  sales_performance: { name: 'Somebody' },
  user_performance: { name: 'Somebody' },
};

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withDatabase();
});
afterAll(() => scratch.drop());

/** The nullable columns of a table that hold a value in some row of the business. */
async function filledColumns(businessId: string, table: string): Promise<string[]> {
  const columns = await scratch.database.outsideBusinesses((client) =>
    client.query<{ column_name: string }>(
      `select column_name from information_schema.columns where table_schema = 'journey' and table_name = $1 and is_nullable = 'YES' and column_default is null`,
      [table],
    ),
  );
  const names = columns.rows.map((row) => row.column_name);
  const [row] = await scratch.database.inBusiness(
    businessId,
    (transaction) =>
      transaction.rows(
        `select ${names.map((name) => `bool_or(${name} is not null) as ${name}`).join(', ')} from journey.${table} where business_id = $1`,
        [businessId],
      ),
    'read',
  );
  return Object.entries(row ?? {}).flatMap(([name, isFilled]) => (isFilled === true ? [name] : []));
}

describe('every question answers', () => {
  it.each(TABLES)('when the only row is one of %s, with every column empty that may be', async (table) => {
    const business = stageOf(scratch, await scratch.makeBusiness(`one-${table.replaceAll('_', '-')}`));
    await business.add(`journey.${table}`, BARE[table]);
    expect((await filledColumns(business.businessId, table)).filter((column) => !(column in BARE[table]))).toEqual([]);
    for (const id of ids) expect(sumOfMoney(await business.ask(id)), id).toBe(0);
  });

  it('when all tables have a row of which nothing is known, and a customer without anything', async () => {
    const business = stageOf(scratch, await scratch.makeBusiness('nothing-known'));
    for (const table of TABLES) await business.add(`journey.${table}`, BARE[table]);
    await business.customer('Nobody');
    for (const id of ids) expect(sumOfMoney(await business.ask(id)), id).toBe(0);
  });

  it('when the only row is one sold job', async () => {
    const business = stageOf(scratch, await scratch.makeBusiness('one-job'));
    await business.job({ opportunity_status: 'CLOSED', job_date: '2025-03-04', total_actual_cost: 700 });
    for (const id of ids) await business.ask(id);
    expect((await business.ask('revenue_by_branch')).rows).toMatchObject([
      { branch_name: '(no branch)', total_jobs: 1, total_revenue: 700 },
    ]);
  });

  it('alike when a customer comes of whom nothing else is known', async () => {
    const business = stageOf(scratch, await scratch.makeBusiness('a-stranger-comes'));
    await playStory(business);
    const before = new Map<string, Answer>();
    for (const id of ids) before.set(id, await business.ask(id));
    await business.customer('Stranger');
    for (const id of ids.filter((each) => !ABOUT_CUSTOMERS.includes(each))) {
      const after = await business.ask(id);
      expect(after.rows, id).toEqual(before.get(id)?.rows);
      expect({ ...after.receipt, asOf: '', excluded: [] }, id).toEqual({ ...before.get(id)?.receipt, asOf: '', excluded: [] });
    }
  });
});

/** Questions that count customers themselves: one more is one more. */
const ABOUT_CUSTOMERS = [
  'customer_data_completeness',
  'customer_journey_analysis',
  'customer_geographic_distribution',
  'data_quality_metrics',
  'gender_distribution',
  'module_relationship_matrix',
];

function sumOfMoney(answer: Answer): number {
  const money = answer.columns.filter(({ type }) => type === 'money').map(({ name }) => name);
  return answer.rows.reduce((sum, row) => sum + money.reduce((part, name) => part + Math.abs(Number(row[name] ?? 0)), 0), 0);
}
