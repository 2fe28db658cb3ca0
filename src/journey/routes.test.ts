import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BuildShape } from '../../contract/build.ts';
import { type ScratchDatabase, withDatabase } from '../../tests/database.ts';
import { makeTestServer, signInOwner, type TestServer } from '../../tests/server.ts';
import { modules } from '../app.ts';
import { fileKinds } from '../import/file-kind.ts';
import { importText } from '../import/testing/import-text.ts';

let scratch: ScratchDatabase;
let http: TestServer;
let session: Record<string, string>;

beforeAll(async () => {
  scratch = await withDatabase();
  http = await makeTestServer(scratch.database, modules);
  session = { ...(await signInOwner(http.server, scratch.database)), 'x-throughline-business': 'test-mover' };
  await importText(scratch, fileKinds.collect(modules), {
    'lead-status.csv': 'Quote #,Branch Name,Status,Sales Person,Time to Contact,Referral Source\n101,,Lost,,9m,Google\n',
    'lost-leads.csv':
      'Quote #,Name,Lost Date,Move Date,Reason,Date Received,Time to First Contact,Estimated Amount\n101,Ada Example,6/1/2026,6/9/2026,Price,5/30/2026,9m,$900\n',
  });
});

afterAll(async () => {
  await http.server.close();
  await scratch.drop();
});

test('linking what was imported first tells what it would do, then does the same; a second time there is nothing to do', async () => {
  expect(await show()).toMatchObject({ state: 'none', steps: null });
  const told = await build(false);
  expect(told).toMatchObject({ state: 'done', dryRun: true, failure: null });
  expect(await customers()).toBe(0);
  const done = await build(true);
  expect(done).toMatchObject({ state: 'done', dryRun: false, offences: [], stepNumber: done.stepCount });
  // One lost lead names one person.
  expect(await customers()).toBe(1);
  expect(done.steps?.map(({ name, changed }) => [name, changed])).toEqual(told.steps?.map(({ name, changed }) => [name, changed]));
  expect(done.steps?.[0]?.title).toMatch(/^Resolve|customer/i);
  expect((await build(true)).steps?.every((step) => step.changed === 0)).toBe(true);
});

test('what one business links is not shown to another', async () => {
  await scratch.makeBusiness('other-mover');
  expect(await show({ ...session, 'x-throughline-business': 'other-mover' })).toMatchObject({ state: 'none' });
});

test('while one runs a second is refused, and a viewer may only look', async () => {
  await post(false);
  expect((await post(false)).json().code).toBe('build_running');
  await settled();
  await scratch.database.inBusiness(scratch.businessId, (transaction) =>
    transaction.run(`update tenancy.memberships set role = 'viewer' where business_id = $1`, [scratch.businessId]),
  );
  expect((await post(true)).json().code).toBe('role_too_small');
  expect((await show()).state).toBe('done');
});

async function build(execute: boolean): Promise<BuildShape> {
  expect((await post(execute)).statusCode).toBe(202);
  return settled();
}

function post(execute: boolean) {
  return http.server.inject({ method: 'POST', url: '/api/v1/journey/build', headers: session, payload: { execute } });
}

async function show(headers = session): Promise<BuildShape> {
  return (await http.server.inject({ url: '/api/v1/journey/build', headers })).json();
}

async function settled(): Promise<BuildShape> {
  for (;;) {
    const shown = await show();
    if (shown.state !== 'running') return shown;
  }
}

async function customers(): Promise<number> {
  return (await http.server.inject({ url: '/api/v1/customers', headers: session })).json().customers.length;
}
