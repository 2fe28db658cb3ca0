import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { stageOf } from '../testing/stage.ts';
import { askAsAnalyst } from './as-analyst.ts';
import { runSql } from './run-sql.ts';

// What somebody would type who wants more than an answer. The first wall is the parser, which
// refuses before anything runs; the second the role that runs it, which the third block
// attacks alone, as if the parser had let everything through.
let scratch: ScratchDatabase;
let other: string;

beforeAll(async () => {
  scratch = await withDatabase();
  await stageOf(scratch).job({ opportunity_status: 'CLOSED', total_actual_cost: 10 });
  other = await scratch.makeBusiness('other-mover');
  await stageOf(scratch, other).job({ opportunity_status: 'CLOSED', total_actual_cost: 1_000_000, customer_name: 'Secret Person' });
});
afterAll(() => scratch.drop());

const ask = (sql: string) => runSql(scratch.database, { businessId: scratch.businessId, sql, limit: 100 });
const attack = (sql: string) => scratch.database.inBusiness(scratch.businessId, (transaction) => askAsAnalyst(transaction, sql), 'read');

describe('the parser refuses', () => {
  it.each([
    ['entering another business inside the SELECT', (id: string) => `select tenancy.set_business('${id}'), count(*) from jobs`],
    [
      '… before the rows, in a CTE',
      (id: string) => `with gone as materialized (select tenancy.set_business('${id}')) select * from gone, jobs`,
    ],
    [
      '… in a lateral join',
      (id: string) => `select j.* from (select set_config('app.business_id', '${id}', true)) s, lateral (select * from jobs) j`,
    ],
    ['… in a condition', (id: string) => `select * from jobs where pg_catalog.set_config('app.business_id', '${id}', true) is not null`],
    ['… in an order', (id: string) => `select * from jobs order by set_config('app.business_id', '${id}', false)`],
    ['… in a window', (id: string) => `select sum(1) over (order by set_config('app.business_id', '${id}', false)) from jobs`],
    ['… in VALUES', (id: string) => `values (set_config('app.business_id', '${id}', false))`],
    ['… as a table', (id: string) => `select * from set_config('app.business_id', '${id}', false)`],
    ['another role', () => `set role throughline; select 1`],
    ['another role by a function', () => `select set_config('role', 'none', false)`],
    ['the administrator’s session', () => 'reset session authorization'],
    ['resetting everything', () => 'discard all'],
    ['a table by its name in a text', () => `select table_to_xml('tenancy.sessions'::regclass, true, true, '')`],
    ['a schema by its name in a text', () => `select schema_to_xml('tenancy', true, true, '')`],
    ['the whole database as XML', () => `select database_to_xml(true, true, '')`],
    ['SQL in a text', () => `select query_to_xml('select * from tenancy.sessions', true, true, '')`],
    ['SQL in a text, as a cursor', () => `select cursor_to_xml('c', 1, true, true, '')`],
    ['SQL in a text, for statistics of texts', () => `select * from ts_stat('select to_tsvector(email) from tenancy.members')`],
    ['SQL in a text, for rewriting a search', () => `select ts_rewrite('a'::tsquery, 'select a, b from tenancy.members')`],
    ['another database', () => `select * from dblink('dbname=postgres', 'select 1') as t (a int)`],
    ['a file', () => `select pg_read_file('/etc/passwd')`],
    ['a folder', () => `select pg_ls_dir('/')`],
    ['a file through a large object', () => `select lo_import('/etc/passwd')`],
    ['a large object of its own', () => `select lo_from_bytea(0, 'x')`],
    ['what others are asking', () => `select * from pg_stat_get_activity(null)`],
    ['the settings', () => `select current_setting('app.business_id')`],
    ['the passwords of roles', () => 'select * from pg_authid'],
    ['the names of other tables', () => 'select * from information_schema.tables'],
    ['what is kept of answers', () => 'select * from catalogue.answers'],
    ['the imported files', () => 'select * from import.raw_files'],
    ['a sleep', () => 'select pg_sleep(100)'],
    ['a sleep per row', () => 'select pg_sleep_for(interval $$1 hour$$) from jobs'],
    ['a lock that stays', () => 'select pg_advisory_lock(7411, 1)'],
    ['a lock on rows', () => 'select * from jobs for update'],
    ['ending other sessions', () => 'select pg_terminate_backend(1)'],
    ['a message to other sessions', () => `select pg_notify('x', 'y')`],
    ['a number from a sequence', () => `select nextval('x')`],
    ['two statements', () => 'select 1; delete from jobs'],
    ['closing the bracket', () => 'select 1) as x; drop table journey.jobs; --'],
    ['a comment that stays open', () => 'select 1 /*'],
    ['a new table', () => 'select 1 as a into other'],
    ['COPY to a program', () => `copy jobs to program 'sh'`],
    ['COPY to the screen', () => 'copy jobs to stdout'],
    ['DO', () => 'do $$ begin end $$'],
    ['a prepared statement', () => 'prepare p as select 1'],
    ['a prepared transaction', () => `prepare transaction 'x'`],
    ['a cursor that outlives', () => 'declare c cursor with hold for select 1'],
    ['LISTEN', () => 'listen x'],
    ['EXPLAIN that runs', () => 'explain analyze select 1'],
    ['CALL', () => 'call x()'],
    ['the end of the transaction', () => 'commit'],
    ['a setting', () => `set app.business_id = 'x'`],
    ['a write in a CTE', () => 'with gone as (delete from jobs returning *) select * from gone'],
  ])('%s', async (_what, sql) => {
    await expect(ask(sql(other))).rejects.toMatchObject({ code: expect.stringMatching(/^sql_/) });
  });
});

describe('the role that runs it', () => {
  it.each([
    ['reads no sign-ins', 'select * from tenancy.sessions'],
    ['reads no sign-ins through a text', `select table_to_xml('tenancy.sessions'::regclass, true, true, '')`],
    ['reads no files', `select pg_read_file('/etc/passwd')`],
    ['reads no kept answers', 'select * from catalogue.answers'],
    ['cannot enter a business', `select tenancy.set_business('00000000-0000-7000-8000-000000000000')`],
    ['cannot change a setting', `select set_config('app.business_id', '00000000-0000-7000-8000-000000000000', true)`],
    ['cannot put the app’s role on again', `select set_config('role', 'throughline_app', true)`],
    ['takes no lock of ours', 'select pg_advisory_lock(7411, 1)'],
    ['keeps no large object', `select lo_from_bytea(0, 'x')`],
    ['makes no temporary table', 'create temporary table t (a int)'],
    ['writes nothing', 'delete from journey.jobs'],
    ['asks the platform for nothing', `select platform.refresh_statistics('journey.jobs')`],
  ])('%s', async (_what, sql) => {
    await expect(attack(sql)).rejects.toMatchObject({ code: 'sql_failed', message: expect.stringMatching(/denied|read-only/) });
  });

  it('sees of all businesses its own only', async () => {
    expect((await attack('select slug from tenancy.businesses')).rows).toEqual([['test-mover']]);
    expect((await attack('select total_actual_cost from journey.jobs')).rows).toEqual([['10.00']]);
  });

  it('sees nothing of what other sessions ask', async () => {
    const { rows } = await attack(
      `select distinct query from pg_stat_activity where usename = 'throughline_app' and pid <> pg_backend_pid()`,
    );
    expect(rows.flat().filter((query) => query !== '<insufficient privilege>' && query !== null)).toEqual([]);
  });
});

describe('caps', () => {
  it('stop an answer that is too large, and the next one is answered', async () => {
    await expect(ask(`select repeat('x', 100000000) as x`)).rejects.toMatchObject({
      code: 'sql_too_big',
      message: expect.stringContaining('64 MB'),
    });
    expect((await ask('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('stop what fills the disk', async () => {
    await expect(
      ask('select count(*) from (select a, repeat(md5(a::text), 30) b from generate_series(1, 3000000) a order by b) s'),
    ).rejects.toMatchObject({
      code: 'sql_too_big',
    });
  });

  it('leave nothing behind in the session', async () => {
    await ask('select 1 as one');
    const left = await scratch.database.outsideBusinesses(async (client) => {
      const { rows } = await client.query(
        `select current_user::text as who, current_setting('statement_timeout') as timeout, coalesce(current_setting('app.business_id', true), '') as business`,
      );
      return rows;
    });
    expect(left).toEqual([{ who: 'throughline_app', timeout: '0', business: '' }]);
  });
});
