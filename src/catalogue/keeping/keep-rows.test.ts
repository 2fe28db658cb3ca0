import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { ownQuestions } from '../question-folders.ts';
import { findQuestions } from '../reading/find-questions.ts';
import { receiptStatement } from '../running/read-receipt.ts';
import { runStatement } from '../running/run-statement.ts';
import { settleParameters } from '../running/settle-parameters.ts';
import { differingCopies } from '../testing/differing-copies.ts';
import { playStory } from '../testing/play-story.ts';
import { type Stage, stageOf } from '../testing/stage.ts';
import { findOutdatedRows, keepRows } from './keep-rows.ts';
import type { KeptTableName } from './kept-tables.ts';
import { readKeptRows } from './read-kept-rows.ts';

const ALL: KeptTableName[] = ['kept_jobs', 'kept_leads', 'kept_opportunities', 'kept_lost_leads', 'kept_bad_leads'];

let scratch: ScratchDatabase;
let stage: Stage;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  await playStory(stage);
  await playStory(stageOf(scratch, await scratch.makeBusiness('other-mover')));
});
afterAll(() => scratch.drop());

const write = (sql: string) => scratch.database.inBusiness(scratch.businessId, (transaction) => transaction.run(sql));
const keep = () => keepRows(scratch.database, scratch.businessId, ALL);

const outdatedTables = () => scratch.database.inBusiness(scratch.businessId, (transaction) => findOutdatedRows(transaction, ALL), 'read');
const isCurrent = async () => (await outdatedTables()).length === 0;

/** A part of the rows of a table: those whose id falls into one of `parts` classes. */
const part = (parts: number, which: number) => `abs(hashtext(id::text)) % ${parts} = ${which % parts}`;

const TABLES = ['journey.jobs', 'journey.lead_status', 'journey.booked_opportunities', 'journey.lost_leads', 'journey.bad_leads'];

const change = fc.oneof(
  fc
    .record({ table: fc.constantFrom(...TABLES), parts: fc.integer({ min: 1, max: 4 }), which: fc.nat(3) })
    .map(({ table, parts, which }) => `delete from ${table} where ${part(parts + 1, which)}`),
  fc
    .record({ table: fc.constantFrom(...TABLES), parts: fc.integer({ min: 1, max: 4 }), which: fc.nat(3) })
    .map(({ table, parts, which }) => `update ${table} set customer_id = null where ${part(parts, which)}`),
  fc
    .record({ cents: fc.nat(100_000), which: fc.nat(2) })
    .map(
      ({ cents, which }) =>
        `update journey.jobs set total_actual_cost = ${cents / 100}, origin_city = ' new  york ' where ${part(3, which)}`,
    ),
  fc.constantFrom('QUOTED', 'BOOKED', 'LOST', 'CLOSED').map(
    (status) =>
      `insert into journey.jobs (business_id, id, job_id, opportunity_status, job_date, branch_id, referral_source)
      select business_id, gen_random_uuid(), gen_random_uuid()::text, '${status}', '2025-05-05', branch_id, referral_source from journey.jobs limit 3`,
  ),
  fc.constantFrom(
    `insert into journey.lead_status (business_id, id, quote_number, status_group, branch_id)
    select business_id, gen_random_uuid(), gen_random_uuid()::text, 'lost', branch_id from journey.lead_status limit 2`,
    `update journey.lead_status set quote_number = quote_number || 'x', status_group = 'booked' where ${part(2, 0)}`,
    `update tenancy.branches set name = name || '!', currency = 'CAD'`,
    `delete from journey.lead_source_spellings where ${part(2, 1)}`,
    `update journey.jobs set is_duplicate = not is_duplicate where ${part(3, 1)}`,
    'delete from customers.customers where name is not null',
    `update tenancy.businesses set currency = 'EUR' where slug = 'test-mover'`,
  ),
);

describe('kept rows', () => {
  it('say what the tables say, for every question and receipt', async () => {
    await keep();
    for (const question of findQuestions([ownQuestions])) {
      const near = [question.sql, receiptStatement(question)].map((sql) => [sql, readKeptRows(sql).text]);
      for (const [sql = '', overKept = ''] of near) {
        const [base, kept] = await scratch.database.inBusiness(
          scratch.businessId,
          async (transaction) => {
            const settled = await settleParameters(transaction, question, {});
            const run = (text: string) => runStatement(transaction, question, settled, text);
            return [await run(sql), await run(overKept)];
          },
          'read',
        );
        expect(kept, question.id).toEqual(base);
      }
    }
  });

  it('equal the facts after any imports, undos, merges and edits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ sql: change, isUndone: fc.boolean() }), { minLength: 1, maxLength: 4 }), async (changes) => {
        for (const { sql, isUndone } of changes)
          await scratch.database.inBusiness(scratch.businessId, (t) => t.run(sql), isUndone ? 'dry-run' : 'write');
        await keep();
        expect(await isCurrent()).toBe(true);
        expect(await differingCopies(scratch.database, scratch.businessId)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('are outdated after a change until somebody asks, and nobody reads them meanwhile', async () => {
    await stage.job({ opportunity_status: 'CLOSED', job_date: '2025-06-01', total_actual_cost: 5 });
    const count = async () => (await stage.ask('revenue_by_branch')).receipt.rowsCounted;
    const before = await count();
    await stage.job({ opportunity_status: 'CLOSED', job_date: '2025-06-01', total_actual_cost: 5 });
    expect(await isCurrent()).toBe(false);
    expect(await count()).toBe(before + 1);
  });

  it.each<[string, string, KeptTableName[]]>([
    ['an edit of one job', `update journey.jobs set total_actual_cost = 1 where ${part(5, 1)}`, ['kept_jobs']],
    ['a status of a lead', `update journey.lead_status set status = 'x'`, ['kept_leads', 'kept_lost_leads', 'kept_bad_leads']],
    ['a seller of another name', `update journey.sales_persons set name = name || '!'`, []],
    [
      'a branch of another currency',
      `update tenancy.branches set currency = 'MXN'`,
      ['kept_jobs', 'kept_leads', 'kept_opportunities', 'kept_lost_leads'],
    ],
    ['a customer who is deleted, whose id foreign keys empty', `delete from customers.customers where name = 'Nobody'`, ALL],
    [
      'an opportunity that is deleted',
      `delete from journey.booked_opportunities where ${part(9, 8)}`,
      ['kept_leads', 'kept_opportunities', 'kept_lost_leads', 'kept_bad_leads'],
    ],
  ])('%s outdates the copies that rest on it, and no others', async (_name, sql, outdated) => {
    await keep();
    await write(sql);
    expect(await outdatedTables()).toEqual(outdated);
  });

  it('copy only what changed', async () => {
    await keep();
    const untouched = (await versions()).length;
    await stage.job({ opportunity_status: 'CLOSED' });
    await keep();
    const after = await versions();
    expect(after.length).toBe(untouched + 1);
    expect(new Set(after.map(({ copied }) => copied)).size).toBeGreaterThan(1);
  });

  it('are at the state a writer has not committed to yet, and outdated once it has', async () => {
    const writer = await scratch.database.connect();
    await writer.query('begin');
    await writer.query('select tenancy.set_business($1)', [scratch.businessId]);
    await writer.query(`update journey.jobs set opportunity_status = 'LOST'`);
    await keep();
    expect(await isCurrent()).toBe(true);
    await writer.query('commit');
    writer.release();
    expect(await isCurrent()).toBe(false);
    const revenue = (await stage.ask('revenue_by_branch')).rows.map((row) => row.total_revenue);
    expect(new Set(revenue)).toEqual(new Set([0]));
  });

  it('do not know where in an import a row stood: such a statement reads the tables', () => {
    const sql = 'select line from catalogue.job_facts where business_id = :business_id';
    expect(readKeptRows(sql)).toEqual({ text: sql, tables: [] });
    const drawn = '/* chart: {type: line} */ -- a line\nselect 1 from catalogue.job_facts';
    expect(readKeptRows(drawn).tables).toEqual(['kept_jobs']);
    expect(readKeptRows('select 1 from catalogue.lost_lead_facts').tables).toEqual(['kept_lost_leads']);
    expect(readKeptRows('select 1 from catalogue.lost_lead_facts').text).toBe('select 1 from catalogue.lost_lead_facts_kept');
  });
});

/** Which transaction wrote each kept job. */
async function versions(): Promise<{ copied: string }[]> {
  return scratch.database.inBusiness(scratch.businessId, (transaction) =>
    transaction.rows<{ copied: string }>('select xmin::text as copied from catalogue.kept_jobs where business_id = $1', [
      scratch.businessId,
    ]),
  );
}
