import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { playYear } from '../testing/play-year.ts';
import { stageOf } from '../testing/stage.ts';
import { runSql } from './run-sql.ts';

let scratch: ScratchDatabase;
let other: string;

beforeAll(async () => {
  scratch = await withDatabase();
  await playYear(stageOf(scratch));
  other = await scratch.makeBusiness('other-mover');
  await stageOf(scratch, other).job({ opportunity_status: 'CLOSED', total_actual_cost: 1_000_000 });
});
afterAll(() => scratch.drop());

const ask = (sql: string, limit = 100) => runSql(scratch.database, { businessId: scratch.businessId, sql, limit });

describe('SQL of one’s own', () => {
  it('answers with the rows of the business and no other', async () => {
    const answer = await ask('select currency, sum(revenue) as revenue from catalogue.job_facts group by 1 order by 1;');
    expect(answer.rows).toEqual([
      { currency: 'CAD', revenue: 50 },
      { currency: 'USD', revenue: 3940 },
    ]);
    expect(answer.columns).toEqual([
      { name: 'currency', type: 'text', unit: null },
      { name: 'revenue', type: 'number', unit: null },
    ]);
  });

  it('finds tables under the names of the documents', async () => {
    expect((await ask('select count(*) as jobs from jobs where not is_duplicate -- all')).rows).toEqual([{ jobs: 8 }]);
  });

  it('stops at the limit and says so', async () => {
    const answer = await ask('select id from jobs', 3);
    expect([answer.rows.length, answer.receipt.excluded]).toEqual([3, [{ reason: 'beyond the limit (at least)', rows: 1 }]]);
  });

  it.each([
    [
      'the documents’ branch performance',
      'select b.name, sum(j.total_actual_cost) from branches b left join jobs j on j.branch_id = b.id left join lead_status l on l.branch_id = b.id group by b.id, b.name',
      'multiplied_measure',
    ],
    ['entering another business', `select tenancy.set_business('${'0'.repeat(8)}-0000-7000-8000-000000000000') from jobs`, 'sql_refused'],
    ['a setting', `select set_config('app.business_id', 'x', true)`, 'sql_refused'],
    ['SQL in a text', `select query_to_xml('select 1', true, true, '')`, 'sql_refused'],
    ['a delete', 'delete from jobs', 'sql_refused'],
    ['a delete inside', 'with gone as (delete from jobs returning id) select * from gone', 'sql_failed'],
    ['two statements', 'select 1; select 2', 'sql_refused'],
    ['breaking out of the brackets', 'select 1) as x; drop table journey.jobs; --', 'sql_not_readable'],
    ['all businesses', 'select * from tenancy.businesses', 'sql_refused'],
    ['sign-ins', 'select * from tenancy.sessions', 'sql_refused'],
    ['the system’s tables', 'select * from pg_stat_activity', 'sql_refused'],
    ['a column that is not there', 'select nope from jobs', 'sql_failed'],
    ['no SQL', 'how many jobs?', 'sql_not_readable'],
  ])('refuses %s', async (_name, sql, code) => {
    await expect(ask(sql)).rejects.toMatchObject({ code });
  });

  it('shows the mended query when it refuses a join, and takes it', async () => {
    const refused = ask('select sum(j.total_actual_cost) from jobs j join lead_status l on l.branch_id = j.branch_id');
    await expect(refused).rejects.toThrow('with j_summed as (\n  select branch_id, sum(…) as total\n  from j\n  group by branch_id\n)');
    const { rows } = await ask(`
      with jobs_summed as (select branch_id, sum(total_actual_cost) as total from jobs where not is_duplicate group by branch_id)
      select branches.name, jobs_summed.total from branches left join jobs_summed on jobs_summed.branch_id = branches.id order by 1`);
    expect(rows).toEqual([
      { name: 'Calgary', total: 50 },
      { name: 'Dallas', total: 3540 },
    ]);
  });
});
