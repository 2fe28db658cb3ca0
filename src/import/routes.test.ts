import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../tests/database.ts';
import { makeTestServer, signInOwner, type TestServer } from '../../tests/server.ts';
import { modules } from '../app.ts';
import { findBusinesses } from '../tenancy/index.ts';
import { importFiles } from './engine/import-files.ts';
import { fileKinds } from './file-kind.ts';

let scratch: ScratchDatabase;
let http: TestServer;
let session: { cookie: string };

beforeAll(async () => {
  scratch = await withDatabase();
  http = await makeTestServer(scratch.database, modules);
  session = await signInOwner(http.server, scratch.database);
  const folder = mkdtempSync(join(tmpdir(), 'throughline-imports-'));
  const file = join(folder, 'lost-leads.csv');
  writeFileSync(
    file,
    'Quote #,Name,Lost Date,Move Date,Reason,Date Received,Time to First Contact,Estimated Amount\n101,Ada Example,6/1/2026,6/9/2026,Price,5/30/2026,9m,$900\n102,Bob Example,6/2/2026,6/9/2026,Price,5/30/2026,9m,$950\n',
  );
  const [business] = await findBusinesses(scratch.database);
  if (business === undefined) throw new Error('the scratch database has a business');
  await importFiles(scratch.database, business, {
    paths: [file],
    kinds: fileKinds.collect(modules),
    dataDir: folder,
    startedBy: 'test',
    execute: true,
    signal: new AbortController().signal,
  });
});

afterAll(async () => {
  await http.server.close();
  await scratch.drop();
});

const undo = (batch: number, execute: boolean, query = '') =>
  http.server.inject({ method: 'POST', url: `/api/v1/imports/${batch}/undo${query}`, headers: session, payload: { execute } });
const list = async () => (await http.server.inject({ url: '/api/v1/imports', headers: session })).json().imports;

test('lists imports with the account of each file', async () => {
  expect(await list()).toMatchObject([
    { batch: 1, state: 'done', startedBy: 'test', files: [{ kind: 'lost_leads', rows: 2, created: 2, quarantined: 0 }] },
  ]);
});

test('undo first tells, then does the same', async () => {
  const preview = (await undo(1, false)).json();
  expect(preview).toMatchObject({ dryRun: true, keptCount: 0 });
  expect(Object.values(preview.removed)).toEqual([2]);
  expect((await list())[0].state).toBe('done');
  const done = (await undo(1, true)).json();
  expect(done).toMatchObject({ dryRun: false, removed: preview.removed });
  expect((await list())[0]).toMatchObject({ state: 'undone', undoReport: { removed: preview.removed } });
});

test('without a session nothing is undone, and a viewer may only look', async () => {
  expect((await http.server.inject({ method: 'POST', url: '/api/v1/imports/1/undo', payload: { execute: true } })).statusCode).toBe(401);
  await scratch.database.inBusiness(scratch.businessId, (transaction) =>
    transaction.run(`update tenancy.memberships set role = 'viewer' where business_id = $1`, [scratch.businessId]),
  );
  expect((await undo(1, false)).json().code).toBe('role_too_small');
  expect((await http.server.inject({ url: '/api/v1/imports', headers: session })).statusCode).toBe(200);
});
