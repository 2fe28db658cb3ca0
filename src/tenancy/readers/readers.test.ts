import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { getBusiness } from '../get-business.ts';
import { addReader, MOST_SESSIONS, type NewReader } from './add-reader.ts';
import { listReaders } from './list-readers.ts';
import { getReader, removeReader } from './remove-reader.ts';

// A session as Metabase or psql has it: the role signs in itself, and types what it likes.
let scratch: ScratchDatabase;
let other = '';
let reader: NewReader;
const open: pg.Client[] = [];

beforeAll(async () => {
  scratch = await withDatabase();
  other = await scratch.makeBusiness('other-mover');
  for (const [businessId, revenue] of [
    [scratch.businessId, 10],
    [other, 1_000_000],
  ] as const) {
    await scratch.database.inBusiness(businessId, (transaction) =>
      transaction.run(
        `insert into journey.jobs (business_id, id, job_id, job_number, quote_number, opportunity_status, total_actual_cost)
         values ($1, gen_random_uuid(), '1', '1', '1', 'CLOSED', $2)`,
        [businessId, revenue],
      ),
    );
  }
  reader = await addReader(scratch.database.adminUrl, await getBusiness(scratch.database, scratch.businessId), 'Metabase');
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((client) => client.end()));
});
afterAll(async () => {
  for (const known of await listReaders(scratch.database)) await removeReader(scratch.database.adminUrl, known);
  await scratch.drop();
});

async function signIn({ role, password }: NewReader = reader): Promise<pg.Client> {
  const url = new URL(scratch.database.adminUrl);
  url.username = role;
  url.password = password;
  const client = new pg.Client({ connectionString: url.toString() });
  client.on('error', () => {});
  await client.connect();
  open.push(client);
  return client;
}

/** What a session says to some statements, the last of which returns rows. */
async function say(...statements: string[]): Promise<unknown[]> {
  const client = await signIn();
  for (const statement of statements.slice(0, -1)) await client.query(statement);
  return (await client.query(statements.at(-1) ?? '')).rows;
}

describe('a role for another program', () => {
  it('reads its business without being told which', async () => {
    expect(await say('select revenue from jobs')).toEqual([{ revenue: '10.00' }]);
  });

  it('finds every view of the schema reporting, each with its meaning and that of its columns', async () => {
    const rows = await say(
      `select c.relname as name, obj_description(c.oid, 'pg_class') is null as bare,
         array(select attname::text from pg_attribute a where attrelid = c.oid and attnum > 0 and col_description(c.oid, attnum) is null) as "bareColumns"
       from pg_class c where relnamespace = 'reporting'::regnamespace order by 1`,
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) expect(row).toMatchObject({ bare: false, bareColumns: [] });
    const client = await signIn();
    for (const { name } of rows as { name: string }[]) await client.query(`select * from reporting.${name}`);
  });

  it.each([
    ['says it is in the other business', (id: string) => [`set app.business_id = '${id}'`]],
    ['says so for the transaction', (id: string) => ['begin', `set local app.business_id = '${id}'`]],
    ['says so by a function', (id: string) => [`select set_config('app.business_id', '${id}', false)`]],
    ['puts its group’s role on and says so', (id: string) => ['set role throughline_reader', `set app.business_id = '${id}'`]],
    ['resets everything', () => ['discard all', 'set search_path = reporting']],
    ['says it may write', (id: string) => ['set default_transaction_read_only = off', `set app.business_id = '${id}'`]],
  ])('shows its own business, or nothing, to one who %s', async (_what, attempt) => {
    expect([[], [{ revenue: '10.00' }]]).toContainEqual(await say(...attempt(other), 'select revenue from reporting.jobs'));
    expect([[], [{ revenue: '10.00' }]]).toContainEqual(
      await say('set row_security = on', ...attempt(other), 'select revenue from reporting.jobs'),
    );
  });

  it.each([
    ['put the app’s role on', 'set role throughline_app'],
    ['put the analyst’s role on', 'set role throughline_analyst'],
    ['put the administrator’s role on', 'set role throughline'],
    ['become somebody else', 'set session authorization throughline_app'],
    ['enter another business', `select tenancy.set_business('00000000-0000-7000-8000-000000000000')`],
    ['turn row security off', 'set row_security = off; select * from reporting.jobs'],
    ['read the tables', 'select * from journey.jobs'],
    ['read the tables by a text', `select table_to_xml('journey.jobs'::regclass, true, true, '')`],
    ['list the businesses', 'select * from tenancy.businesses'],
    ['read sign-ins', 'select * from tenancy.sessions'],
    ['read who reads what', 'select * from tenancy.database_readers'],
    ['write through a view', `set default_transaction_read_only = off; update reporting.bad_leads set provider = 'x'`],
    ['write a table', `set default_transaction_read_only = off; delete from journey.jobs`],
    ['make a table', `set default_transaction_read_only = off; create table reporting.t (a int)`],
    ['make a table in public', `set default_transaction_read_only = off; create table public.t (a int)`],
    ['make a schema', `set default_transaction_read_only = off; create schema s`],
    ['make a role', `set default_transaction_read_only = off; create role r`],
    ['give itself more', `set default_transaction_read_only = off; grant throughline_app to current_user`],
    ['keep a large object', `set default_transaction_read_only = off; select lo_from_bytea(0, 'x')`],
    ['take the lock of an import', `select pg_advisory_lock(7411, 1)`],
    ['read a file', `select pg_read_file('/etc/passwd')`],
    ['read a file by COPY', `set default_transaction_read_only = off; copy (select 1) to '/tmp/x'`],
    ['run a program', `set default_transaction_read_only = off; copy (select 1) to program 'true'`],
  ])('lets nobody %s', async (_what, attempt) => {
    await expect(say(...attempt.split('; '))).rejects.toThrow(
      /denied|must be|does not exist|query would be affected|cannot update|must have admin option/,
    );
  });

  it('lets nobody make a temporary table where the migrations ran (a clone for a test is a database anew)', async () => {
    const template = new URL(inject('adminUrl')).pathname.slice(1);
    expect(await say(`select has_database_privilege(current_user, '${template}', 'temporary') as may`)).toEqual([{ may: false }]);
  });

  it('shows no text that tells of another business', async () => {
    const roles = JSON.stringify(await say('select rolname from pg_roles'));
    expect(roles).not.toContain('other-mover');
    expect(roles).not.toContain('test-mover');
    expect(
      await say(`select query from pg_stat_activity where usename = 'throughline_app' and query not in ('<insufficient privilege>')`),
    ).toEqual([]);
  });

  it('stops what takes more than a minute, unless told otherwise, and opens ten sessions at most', async () => {
    expect(await say('show statement_timeout')).toEqual([{ statement_timeout: '1min' }]);
    for (let count = open.length; count < MOST_SESSIONS; count += 1) await signIn();
    await expect(signIn()).rejects.toThrow('too many connections for role');
  });

  it('is listed with its business and what it is for, never with its password', async () => {
    expect(await listReaders(scratch.database, scratch.businessId)).toMatchObject([
      { role: reader.role, business: 'test-mover', label: 'Metabase', isThere: true },
    ]);
    expect(await listReaders(scratch.database, other)).toEqual([]);
  });

  it('opens nothing once it is removed, not even to a session that is open', async () => {
    const gone = await addReader(scratch.database.adminUrl, await getBusiness(scratch.database, other), 'psql');
    const client = await signIn(gone);
    expect((await client.query('select revenue from jobs')).rows).toEqual([{ revenue: '1000000.00' }]);
    await removeReader(scratch.database.adminUrl, await getReader(scratch.database, gone.role));
    await expect(client.query('select revenue from jobs')).rejects.toThrow();
    await expect(signIn(gone)).rejects.toThrow(/authentication failed|does not exist/);
    await expect(getReader(scratch.database, gone.role)).rejects.toMatchObject({ code: 'no_such_reader' });
  });
});
