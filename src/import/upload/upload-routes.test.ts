import { existsSync, mkdirSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { makeTestServer, signInOwner, type TestServer } from '../../../tests/server.ts';
import type { UploadShape } from '../../../contract/uploads.ts';
import { modules } from '../../app.ts';
import { sweepUploads } from './sweep-uploads.ts';

const LOST = 'Quote #,Name,Lost Date,Reason,Weather\n101,Ada Example,6/1/2026,Price,sunny\n102,Bob Example,someday,Price,rain\n';
const LEADS =
  'Quote #,Branch Name,Status,Sales Person,Time to Contact,Referral Source\n101,,Lost,,9m,Google\n103,,Booked,,soon,\n104,,Booked,,soon,\n';

let scratch: ScratchDatabase;
let http: TestServer;
let session: { cookie: string; 'x-throughline-business': string };

beforeAll(async () => {
  scratch = await withDatabase();
  http = await makeTestServer(scratch.database, modules);
  session = { ...(await signInOwner(http.server, scratch.database)), 'x-throughline-business': 'test-mover' };
});

afterAll(async () => {
  await http.server.close();
  await scratch.drop();
});

test('files come up, are recognised, checked by a dry run that writes nothing, and imported just so', async () => {
  const { id } = await begin();
  const lost = (await send(id, 'exports/lost-leads.csv', LOST)).json();
  expect(lost).toMatchObject({ name: 'lost-leads.csv', bytes: LOST.length, problems: [], tables: [{ kind: 'lost_leads' }] });
  expect(lost.tables[0].columns).toContainEqual({ header: 'Weather', column: null, samples: ['sunny', 'rain'] });
  expect(lost.tables[0].columns[0]).toEqual({ header: 'Quote #', column: 'quote_number', samples: ['101', '102'] });
  await send(id, 'lead-status.csv', LEADS);

  expect((await post(id, 'check')).statusCode).toBe(202);
  // Asked for twice, it runs once.
  expect((await post(id, 'check')).statusCode).toBe(202);
  const checked = await settled(id);
  expect(checked).toMatchObject({ state: 'checked', batch: null, failure: null });
  // 101 and 102 are lost leads, of which 102 has no readable day; of the leads 101 can be read, 103 and 104 have "soon".
  expect(checked.report).toMatchObject({ dryRun: true, totals: { rows: 5, created: 2, updated: 0, same: 0, skipped: 0, quarantined: 3 } });
  expect(checked.groups.map(({ code, value, rows, cure }) => ({ code, value, rows, cure }))).toEqual([
    { code: 'unreadable_duration', value: 'soon', rows: 2, cure: 'say' },
    { code: 'unreadable_date', value: 'someday', rows: 1, cure: 'say' },
  ]);
  expect(await listImports()).toEqual([]);

  await post(id, 'execute');
  const done = await settled(id);
  expect(done).toMatchObject({ state: 'done', batch: 1 });
  expect(done.report?.totals).toEqual(checked.report?.totals);
  expect(await listImports()).toMatchObject([{ batch: 1, state: 'done', startedBy: expect.stringMatching(/^web:/) }]);
  expect((await post(id, 'execute')).json().code).toBe('upload_done');
  expect((await get('')).uploads).toEqual([]);
  // The importer has kept the bytes under their hash; a second copy would only take room.
  expect(readdirSync(folderOf(id)).filter((name) => !name.endsWith('.json'))).toEqual([]);
});

test('the same files again change nothing, and the check says so', async () => {
  const { id } = await begin();
  await send(id, 'lead-status.csv', LEADS);
  await post(id, 'check');
  expect((await settled(id)).report?.totals).toMatchObject({ rows: 3, created: 0, same: 1, quarantined: 2 });
});

test('a file nobody knows is shown as it begins; said columns read it', async () => {
  const { id } = await begin();
  const portal = (await send(id, 'portal.csv', 'Prospect,Mobile,Came in on\nAda Portal,403 555 0101,3/4/2026\n')).json();
  expect(portal).toMatchObject({ tables: [], problems: [{ code: 'unrecognised_file' }] });
  expect(portal.head[0]).toEqual(['Prospect', 'Mobile', 'Came in on']);
  const columns = { customer_name: 'Prospect', customer_phone: 'Mobile', date_lead_received: 'Came in on' };
  const mapping = { kind: 'bad_leads', columns, constants: { provider: 'Portal' } };
  const wrong = await say(id, portal.id, { mapping: { ...mapping, columns: { shoe_size: 'Prospect' } } });
  expect([wrong.statusCode, wrong.json().code]).toEqual([400, 'mapping_column']);
  const said = (await say(id, portal.id, { mapping })).json();
  expect(said).toMatchObject({ problems: [], tables: [{ kind: 'bad_leads' }] });
  await post(id, 'check');
  expect((await settled(id)).report?.totals).toMatchObject({ rows: 1, created: 1 });
});

test('a kind that the columns do not fit is refused with what they lack, an unknown one with those there are', async () => {
  const { id } = await begin();
  const file = (await send(id, 'x.csv', 'A,B\n1,2\n')).json();
  expect((await say(id, file.id, { as: 'jobs' })).json().problems[0].message).toContain('"Job Id"');
  expect((await say(id, file.id, { as: 'invoices' })).json()).toMatchObject({ code: 'unknown_kind' });
  await post(id, 'check');
  expect(await settled(id)).toMatchObject({ state: 'open', failure: { code: 'unrecognised_file' } });
});

test('a file can be left out, and two of one name are told apart', async () => {
  const { id } = await begin();
  const first = (await send(id, '2023/lost.csv', LOST)).json();
  expect((await send(id, '2024/lost.csv', LOST)).json().name).toBe('lost (2).csv');
  const left = await http.server.inject({ method: 'DELETE', url: `/api/v1/imports/uploads/${id}/files/${first.id}`, headers: session });
  expect(left.json().files.map((file: { name: string }) => file.name)).toEqual(['lost (2).csv']);
  expect((await say(id, first.id, { as: 'jobs' })).json().code).toBe('no_such_upload_file');
});

test('no name leads out of the folder of its upload', async () => {
  const { id } = await begin();
  const sent = (await send(id, '../../../../etc/passwd', LOST)).json();
  expect(sent.name).toBe('passwd');
  expect(readdirSync(join(folderOf(id), sent.id))).toEqual(['passwd']);
  for (const wrong of ['..', '..%2f..', `${id}%2f..`])
    expect((await http.server.inject({ url: `/api/v1/imports/uploads/${wrong}`, headers: session })).statusCode).toBe(404);
});

test("another business's upload is as if it were not there, whatever is asked of it", async () => {
  const { id } = await begin();
  const file = (await send(id, 'lost.csv', LOST)).json();
  await scratch.makeBusiness('other-mover');
  const others = { ...session, 'x-throughline-business': 'other-mover' };
  const path = `/api/v1/imports/uploads/${id}`;
  for (const [method, url] of [
    ['GET', path],
    ['DELETE', path],
    ['POST', `${path}/check`],
    ['POST', `${path}/execute`],
    ['POST', `${path}/stop`],
    ['DELETE', `${path}/files/${file.id}`],
  ] as const) {
    const answer = await http.server.inject({ method, url, headers: others });
    expect([method, url, answer.statusCode, answer.json().code]).toEqual([method, url, 404, 'no_such_upload']);
  }
  expect((await send(id, 'mine.csv', LOST, others)).json().code).toBe('no_such_upload');
  expect((await http.server.inject({ url: '/api/v1/imports/uploads', headers: others })).json()).toEqual({ uploads: [] });
  expect((await one(id)).files).toHaveLength(1);
});

test('without a session, or as a viewer, or from another site, nothing comes up', async () => {
  const { id } = await begin();
  expect((await send(id, 'lost.csv', LOST, {})).statusCode).toBe(401);
  expect((await send(id, 'lost.csv', LOST, { ...session, origin: 'https://evil.example' })).json().code).toBe('cross_origin');
  await setRole('viewer');
  expect((await send(id, 'lost.csv', LOST)).json().code).toBe('role_too_small');
  expect((await http.server.inject({ url: '/api/v1/imports/uploads', headers: session })).statusCode).toBe(403);
  await setRole('owner');
  expect((await one(id)).files).toEqual([]);
});

test('uploads are swept a week after they were last touched', async () => {
  const { id } = await begin();
  const kept = (await begin()).id;
  const stray = join(http.dataDir, 'uploads', scratch.businessId, 'half');
  mkdirSync(stray);
  const longAgo = new Date(Date.now() - 8 * 24 * 3_600_000);
  for (const folder of [folderOf(id), stray]) utimesSync(folder, longAgo, longAgo);
  expect(sweepUploads(http.dataDir)).toBe(2);
  expect([existsSync(folderOf(id)), existsSync(folderOf(kept)), existsSync(stray)]).toEqual([false, true, false]);
});

async function begin(): Promise<UploadShape> {
  return (await http.server.inject({ method: 'POST', url: '/api/v1/imports/uploads', headers: session })).json();
}

function send(id: string, name: string, content: string, headers: Record<string, string> = session) {
  return http.server.inject({
    method: 'POST',
    url: `/api/v1/imports/uploads/${id}/files?name=${encodeURIComponent(name)}`,
    headers: { host: 'localhost:4400', 'content-type': 'application/octet-stream', ...headers },
    payload: content,
  });
}

function say(id: string, file: string, payload: object) {
  return http.server.inject({ method: 'POST', url: `/api/v1/imports/uploads/${id}/files/${file}`, headers: session, payload });
}

function post(id: string, verb: string) {
  return http.server.inject({ method: 'POST', url: `/api/v1/imports/uploads/${id}/${verb}`, headers: session });
}

async function get(path: string) {
  return (await http.server.inject({ url: `/api/v1/imports/uploads${path}`, headers: session })).json();
}

function one(id: string): Promise<UploadShape> {
  return get(`/${id}`);
}

/** Asked again and again, as the page does, until nothing is being done with it. */
async function settled(id: string): Promise<UploadShape> {
  for (;;) {
    const upload = await one(id);
    if (upload.state !== 'checking' && upload.state !== 'importing') return upload;
  }
}

async function listImports() {
  return (await http.server.inject({ url: '/api/v1/imports', headers: session })).json().imports;
}

function folderOf(id: string): string {
  return join(http.dataDir, 'uploads', scratch.businessId, id);
}

function setRole(role: string): Promise<number> {
  return scratch.database.inBusiness(scratch.businessId, (transaction) =>
    transaction.run('update tenancy.memberships set role = $2 where business_id = $1', [scratch.businessId, role]),
  );
}
