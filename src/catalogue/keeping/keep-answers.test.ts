import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { condenseDataChanges } from '../../tenancy/index.ts';
import { type Stage, stageOf } from '../testing/stage.ts';

let scratch: ScratchDatabase;
let stage: Stage;

beforeEach(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  await stage.job({ opportunity_status: 'CLOSED', job_date: '2025-01-10', total_actual_cost: 100 });
});
afterEach(() => scratch.drop());

/** Writes something into every kept answer that no statement could return: seen again = it was given from what was kept. */
async function brandKeptAnswers(): Promise<void> {
  await scratch.database.inBusiness(scratch.businessId, (transaction) =>
    transaction.run(`update catalogue.answers set answer = '{"rows": [], "branded": true}' where business_id = $1`, [scratch.businessId]),
  );
}

async function isKept(): Promise<boolean> {
  return 'branded' in (await stage.ask('job_status_distribution'));
}

/** Asks, so that the answer is kept, does something, and says whether the kept answer is given after it. */
async function survives(act: () => Promise<unknown>): Promise<boolean> {
  await stage.ask('job_status_distribution');
  await brandKeptAnswers();
  expect(await isKept()).toBe(true);
  await act();
  return isKept();
}

const inBusiness = (sql: string, mode: 'write' | 'dry-run' = 'write') =>
  scratch.database.inBusiness(scratch.businessId, (transaction) => transaction.run(sql), mode);

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: scratch.database.adminUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}

describe('a kept answer', () => {
  it('is given again, as it was, while nothing changes', async () => {
    const first = await stage.ask('job_status_distribution');
    expect(await stage.ask('job_status_distribution')).toEqual(first);
    expect(await survives(async () => {})).toBe(true);
  });

  it.each([
    ['a row is added', 'insert into journey.jobs (business_id, id) select id, gen_random_uuid() from tenancy.businesses'],
    ['a row is changed', `update journey.jobs set job_date = '2025-02-01'`],
    ['a row is deleted', 'delete from journey.jobs'],
    [
      'a branch gets another currency',
      `insert into tenancy.branches (business_id, id, name, normalized_name) select id, id, 'A', 'a' from tenancy.businesses`,
    ],
    ['a customer is made', `insert into customers.customers (business_id, id, name) select id, id, 'Ada' from tenancy.businesses`],
    ['the business gets another currency', `update tenancy.businesses set currency = 'CAD' where slug = 'test-mover'`],
  ])('is not given any more when %s', async (_name, sql) => {
    expect(await survives(() => inBusiness(sql))).toBe(false);
  });

  it('is not given any more when somebody wrote past row security', async () => {
    expect(await survives(() => asAdmin('update journey.jobs set total_actual_cost = 7'))).toBe(false);
  });

  it('is not given any more when somebody wrote while foreign keys were put off', async () => {
    expect(await survives(() => asAdmin(`set session_replication_role = replica; update journey.jobs set total_actual_cost = 7`))).toBe(
      false,
    );
  });

  it('is not given any more when what changed was set off by a foreign key', async () => {
    const customer = await stage.customer('Ada');
    await stage.job({ opportunity_status: 'BOOKED', customer_id: customer });
    expect(await survives(() => inBusiness('delete from customers.customers'))).toBe(false);
  });

  it('is given again after a change that was rolled back, and after one in another business', async () => {
    expect(await survives(() => inBusiness('delete from journey.jobs', 'dry-run'))).toBe(true);
    const other = stageOf(scratch, await scratch.makeBusiness('other-mover'));
    await other.job({ opportunity_status: 'CLOSED' });
    expect(await isKept()).toBe(true);
  });

  it('does not outlive a writer that began before it was worked out and ended after', async () => {
    const writer = await scratch.database.connect();
    await writer.query('begin');
    await writer.query('select tenancy.set_business($1)', [scratch.businessId]);
    await writer.query(`update journey.jobs set opportunity_status = 'LOST'`);
    const before = await stage.ask('job_status_distribution');
    await stage.customer('Ada');
    expect(await stage.ask('job_status_distribution')).toMatchObject({ rows: before.rows });
    await writer.query('commit');
    writer.release();
    expect((await stage.ask('job_status_distribution')).rows).toMatchObject([{ opportunity_status: 'LOST' }]);
  });

  it('does not come back when the list of changes is condensed', async () => {
    const changed = () => inBusiness(`update journey.jobs set opportunity_status = 'LOST'`);
    expect(await survives(changed)).toBe(false);
    await scratch.database.inBusiness(scratch.businessId, condenseDataChanges);
    expect((await stage.ask('job_status_distribution')).rows).toMatchObject([{ opportunity_status: 'LOST' }]);
    expect(await survives(() => scratch.database.inBusiness(scratch.businessId, condenseDataChanges))).toBe(false);
  });

  it('stands for its own parameters only', async () => {
    await stage.ask('job_status_distribution');
    await brandKeptAnswers();
    expect('branded' in (await stage.ask('job_status_distribution', { currency: 'USD' }))).toBe(false);
  });

  it('shares what its receipt counted with the questions that have the same one', async () => {
    await stage.ask('revenue_by_branch');
    await scratch.database.inBusiness(scratch.businessId, (transaction) =>
      transaction.run(
        `update catalogue.answers set answer = '{"rowsCounted": 77, "excluded": [], "currency": [], "linkCoverage": []}' where business_id = $1`,
        [scratch.businessId],
      ),
    );
    expect((await stage.ask('revenue_by_job_status')).receipt.rowsCounted).toBe(77);
    expect((await stage.ask('revenue_by_job_status', { currency: 'USD' })).receipt.rowsCounted).toBe(1);
  });

  it('rests on every table with rows of a business noting who wrote it', async () => {
    const client = new pg.Client({ connectionString: scratch.database.adminUrl });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `select columns.table_schema || '.' || columns.table_name as name
      from information_schema.columns as columns
      join information_schema.tables as tables using (table_schema, table_name)
      where columns.column_name = 'business_id' and tables.table_type = 'BASE TABLE'
        and columns.table_schema not in ('catalogue', 'tenancy')
        and not exists (
          select from pg_trigger where tgname = 'note_data_change'
            and tgrelid = format('%I.%I', columns.table_schema, columns.table_name)::regclass
        )`,
    );
    await client.end();
    expect(rows).toEqual([]);
  });
});
