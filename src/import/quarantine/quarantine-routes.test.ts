import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BatchQuarantineShape, QuarantinedRowsShape } from '../../../contract/quarantine.ts';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { makeTestServer, signInOwner, type TestServer } from '../../../tests/server.ts';
import { modules } from '../../app.ts';
import { fileKinds } from '../file-kind.ts';
import { importText } from '../testing/import-text.ts';

const kinds = fileKinds.collect(modules);
const HEADER = 'Quote #,Branch Name,Status,Sales Person,Time to Contact,Referral Source';
const LEADS = `${HEADER}\n1,,Booked,,soon,\n2,,Booked,,soon,\n,,Booked,Ava Reyes,9m,\n4,,Booked,,9m,Google,shifted\n`;

let scratch: ScratchDatabase;
let http: TestServer;
let session: Record<string, string>;

beforeEach(async () => {
  scratch = await withDatabase();
  http = await makeTestServer(scratch.database, modules);
  session = { ...(await signInOwner(http.server, scratch.database)), 'x-throughline-business': 'test-mover' };
  await importText(scratch, kinds, { 'lead-status.csv': LEADS });
});
afterEach(async () => {
  await http.server.close();
  await scratch.drop();
});

test('the rows of an import are grouped by what cures them, and each is shown cell by cell', async () => {
  const shown = await quarantine();
  expect(shown).toMatchObject({ batch: 1, open: 4, elsewhere: 0, files: [{ name: 'lead-status.csv', kind: 'lead_status', rows: 4 }] });
  expect(shown.groups.map(({ code, value, rows, cure }) => [code, value, rows, cure])).toEqual([
    ['unreadable_duration', 'soon', 2, 'say'],
    ['missing_key', null, 1, 'correct'],
    ['ragged_row', null, 1, 'correct'],
  ]);
  const soon = await rows('kind=lead_status&code=unreadable_duration&column=time_to_contact&value=soon&limit=1');
  expect(soon.rows).toMatchObject([{ file: 'lead-status.csv', line: 2, at: 4, cells: ['1', '', 'Booked', '', 'soon', ''], raw: null }]);
  expect(soon.rows[0]?.header).toEqual(HEADER.split(','));
  const next = await rows(`kind=lead_status&code=unreadable_duration&column=time_to_contact&value=soon&limit=1&after=${soon.next}`);
  expect([next.rows.map((row) => row.line), next.next]).toEqual([[3], null]);
});

test('said once what a value means, all its rows are in, as an import that can be undone', async () => {
  const repair = { kind: 'lead_status', column: 'time_to_contact', value: 'soon' };
  expect((await post('/imports/repairs', { ...repair, as: 'in a while' })).json().code).toBe('repair_not_readable');
  const kept = (await post('/imports/repairs', { ...repair, as: '' })).json();
  expect(kept).toEqual({ rows: 2, report: null });
  expect((await quarantine()).open).toBe(4);
  const done = (await post('/imports/repairs', { ...repair, as: '', replay: true })).json();
  expect(done).toMatchObject({ rows: 2, report: { batch: 2, dryRun: false, totals: { created: 2 } } });
  expect((await quarantine()).groups.map((group) => group.code)).toEqual(['missing_key', 'ragged_row']);
  await post('/imports/2/undo', { execute: true });
  expect((await quarantine()).open).toBe(4);
});

test('a row corrected in its place leaves the quarantine; while it still cannot be read nothing is written', async () => {
  const [row] = (await rows('kind=lead_status&code=missing_key&column=quote_number')).rows;
  if (row === undefined) throw new Error('the row without a quote number waits');
  const { cells } = row;
  const wrong = [...cells];
  wrong[0] = '3';
  wrong[4] = 'later';
  const told = (await correct([{ id: row.id, cells: wrong }])).json();
  expect(told).toMatchObject({ dryRun: true, batch: null, totals: { quarantined: 1 } });
  expect(JSON.stringify(told.samples)).toContain('found \\"later\\"');
  expect(await imports()).toHaveLength(1);
  const right = [...cells];
  right[0] = '3';
  expect((await correct([{ id: row.id, cells: right }], false)).json()).toMatchObject({ dryRun: true, totals: { created: 1 } });
  expect((await correct([{ id: row.id, cells: right }])).json()).toMatchObject({
    dryRun: false,
    batch: 2,
    totals: { rows: 1, created: 1 },
  });
  expect((await quarantine()).groups.map((group) => group.code)).toEqual(['unreadable_duration', 'ragged_row']);
  expect((await imports())[0]).toMatchObject({ batch: 2, files: [{ name: 'corrected lead-status.csv' }] });
  expect((await correct([{ id: row.id, cells: right }])).json().code).toBe('row_not_waiting');
  await post('/imports/2/undo', { execute: true });
  expect((await quarantine()).open).toBe(4);
});

test('the file of an import can be taken away and imported as it is', async () => {
  const [file] = (await quarantine()).files;
  const answer = await get(`/imports/1/quarantine/download?file=${file?.id}`);
  expect(answer.headers['content-disposition']).toContain('quarantine%20lead_status%20lead-status.csv');
  expect(answer.body.split('\n')[0]).toBe(`${HEADER},Throughline Quarantine Row`);
  const again = await importText(scratch, kinds, { 'corrected.csv': answer.body.replaceAll('soon', '9m') });
  // Both rows of "soon" and the ragged one, now as wide as the header, can be read; the one without a key still not.
  expect(again.totals).toMatchObject({ rows: 4, created: 3, quarantined: 1 });
  expect(await quarantine()).toMatchObject({ open: 1 });
  expect(await quarantine(2)).toMatchObject({ open: 0, elsewhere: 1, groups: [] });
});

test("another business's quarantine is not there, and a viewer only looks", async () => {
  const [row] = (await rows('kind=lead_status&code=ragged_row')).rows;
  const [file] = (await quarantine()).files;
  await scratch.makeBusiness('other-mover');
  const others = { ...session, 'x-throughline-business': 'other-mover' };
  for (const path of ['', '/rows?kind=lead_status&code=ragged_row', `/download?file=${file?.id}`]) {
    const answer = await http.server.inject({ url: `/api/v1/imports/1/quarantine${path}`, headers: others });
    expect([path, answer.statusCode, answer.json().code]).toEqual([path, 404, 'no_such_batch']);
  }
  await importText({ ...scratch, businessId: await otherId() }, kinds, { 'lead-status.csv': `${HEADER}\n1,,Booked,,9m,\n` });
  const stolen = { url: `/api/v1/imports/1/quarantine/download?file=${file?.id}`, headers: others };
  expect((await http.server.inject(stolen)).json().code).toBe('no_such_quarantined_file');
  const payload = { rows: [{ id: row?.id, cells: ['9'] }], execute: true };
  const moved = await http.server.inject({ method: 'POST', url: '/api/v1/imports/1/quarantine/correct', headers: others, payload });
  expect(moved.json().code).toBe('row_not_waiting');
  await scratch.database.inBusiness(scratch.businessId, (transaction) =>
    transaction.run(`update tenancy.memberships set role = 'viewer' where business_id = $1`, [scratch.businessId]),
  );
  expect((await post('/imports/1/quarantine/correct', payload)).json().code).toBe('role_too_small');
  expect((await post('/imports/repairs', { kind: 'lead_status', column: 'status', value: 'x', as: '' })).json().code).toBe(
    'role_too_small',
  );
  expect((await quarantine()).open).toBe(4);
});

const get = (path: string) => http.server.inject({ url: `/api/v1${path}`, headers: session });
const post = (path: string, payload: object) => http.server.inject({ method: 'POST', url: `/api/v1${path}`, headers: session, payload });
const correct = (wanted: object[], execute = true) => post('/imports/1/quarantine/correct', { rows: wanted, execute });

async function quarantine(batch = 1): Promise<BatchQuarantineShape> {
  return (await get(`/imports/${batch}/quarantine`)).json();
}

async function rows(query: string): Promise<QuarantinedRowsShape> {
  return (await get(`/imports/1/quarantine/rows?${query}`)).json();
}

async function imports() {
  return (await get('/imports')).json().imports;
}

async function otherId(): Promise<string> {
  return scratch.database.outsideBusinesses(async (client) => {
    const { rows: found } = await client.query<{ id: string }>(`select id from tenancy.businesses where slug = 'other-mover'`);
    return found[0]?.id ?? '';
  });
}
