import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../tests/database.ts';
import { makeTestServer, signInOwner, type TestServer } from '../../tests/server.ts';
import { uuidV7 } from '../platform/uuid.ts';
import { startBusiness } from './start-business.ts';

let scratch: ScratchDatabase;
let http: TestServer;
let session: { cookie: string };

beforeAll(async () => {
  scratch = await withDatabase();
  http = await makeTestServer(scratch.database);
  session = await signInOwner(http.server, scratch.database);
});

afterAll(async () => {
  await http.server.close();
  await scratch.drop();
});

const wanted = { name: 'Peak & Söhne Movers', timeZone: 'America/Edmonton', currency: 'CAD', country: 'CA' };
const start = (payload: object, headers: Record<string, string> = session) =>
  http.server.inject({ method: 'POST', url: '/api/v1/businesses', headers, payload });
const slugs = async (): Promise<string[]> =>
  (await http.server.inject({ url: '/api/v1/session', headers: session })).json().businesses.map((each: { slug: string }) => each.slug);

test('the owner starts a business, is its owner, and a second of the same name is told apart', async () => {
  const made = await start(wanted);
  expect([made.statusCode, made.json()]).toEqual([
    201,
    { slug: 'peak-sohne-movers', name: wanted.name, timeZone: 'America/Edmonton', currency: 'CAD', isSample: false, role: 'owner' },
  ]);
  expect((await start(wanted)).json().slug).toBe('peak-sohne-movers-2');
  expect(await slugs()).toEqual(['test-mover', 'peak-sohne-movers', 'peak-sohne-movers-2']);
});

test('a zone that is none is refused, and no business is left behind', async () => {
  const before = await slugs();
  expect((await start({ ...wanted, timeZone: 'Edmonton' })).json().code).toBe('business_setting');
  expect((await start({ ...wanted, name: ' ' })).statusCode).toBe(400);
  expect(await slugs()).toEqual(before);
});

test('nobody but the owner of the installation starts one', async () => {
  expect((await start(wanted, {})).statusCode).toBe(401);
  await expect(startBusiness(scratch.database, { id: uuidV7(), email: 'x@example.com' }, wanted)).rejects.toMatchObject({
    code: 'role_too_small',
  });
});
