import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { makeTestServer, signInOwner, type TestServer } from '../../../tests/server.ts';
import { modules } from '../../app.ts';
import { uuidV7 } from '../../platform/uuid.ts';

let scratch: ScratchDatabase;
let http: TestServer;
let session: { cookie: string };
const [ann, record] = [uuidV7(), uuidV7()];

beforeAll(async () => {
  scratch = await withDatabase();
  http = await makeTestServer(scratch.database, modules);
  session = await signInOwner(http.server, scratch.database);
  await scratch.database.inBusiness(scratch.businessId, async ({ run, businessId }) => {
    await run(
      `insert into customers.customers (business_id, id, name, email, founding_record_id) values ($1, $2, 'Ann Bell', 'ann@bell.org', $3)`,
      [businessId, ann, record],
    );
    await run(
      `insert into customers.records (business_id, id, source, source_id, source_key, source_updated_at, name, display_name, name_key, first_key, last_key, email_key, observed_on, customer_id, needs_resolving)
       values ($1, $2, 'journey.jobs', $2, '7-1', now(), 'Ann Bell', 'Ann Bell', 'ann bell', 'ann', 'bell', 'ann@bell.org', '2024-05-02', $3, false)`,
      [businessId, record, ann],
    );
  });
});

afterAll(async () => {
  await http.server.close();
  await scratch.drop();
});

const get = async (path: string) => http.server.inject({ url: `/api/v1${path}`, headers: session });
const post = async (path: string, payload: object) =>
  http.server.inject({ method: 'POST', url: `/api/v1${path}?business=test-mover`, headers: session, payload });

async function emailOf(): Promise<{ value: string; by: string; why: string }> {
  const { golden } = (await get(`/customers/${ann}`)).json();
  return golden.find(({ field }: { field: string }) => field === 'email');
}

test('a customer is shown with the value of each field, its row and its reason', async () => {
  expect(await emailOf()).toMatchObject({ value: 'ann@bell.org', by: 'rule', why: 'The only one, from job 7-1, 2024-05-02.' });
});

test('a value is only told of by default, set with execute, and handed back', async () => {
  const dry = await post(`/customers/${ann}/fields/email`, { value: 'Right@Bell.org' });
  expect([dry.statusCode, dry.json()]).toMatchObject([
    200,
    { dryRun: true, before: { value: 'ann@bell.org' }, after: { value: 'right@bell.org', by: 'hand' } },
  ]);
  expect(await emailOf()).toMatchObject({ value: 'ann@bell.org' });
  await post(`/customers/${ann}/fields/email`, { value: 'Right@Bell.org', execute: true });
  expect(await emailOf()).toMatchObject({ value: 'right@bell.org', by: 'hand' });
  await post(`/customers/${ann}/fields/email`, { record: 'jobs:7-1', execute: true });
  expect(await emailOf()).toMatchObject({ value: 'ann@bell.org', by: 'hand' });
  await post(`/customers/${ann}/fields/email`, { rules: true, execute: true });
  expect(await emailOf()).toMatchObject({ value: 'ann@bell.org', by: 'rule' });
});

test('a request that gives no value, or two, is refused, and so is a value that does not fit', async () => {
  expect((await post(`/customers/${ann}/fields/email`, { execute: true })).statusCode).toBe(400);
  expect((await post(`/customers/${ann}/fields/email`, { value: 'a@b.org', rules: true })).statusCode).toBe(400);
  const misfit = await post(`/customers/${ann}/fields/email`, { value: 'nobody' });
  expect([misfit.statusCode, misfit.json().code]).toEqual([422, 'value_shape']);
});

test('rules are told in plain words and set for the business', async () => {
  const rule = async () => (await get('/customers/fields')).json().fields.find(({ field }: { field: string }) => field === 'phone');
  expect(await rule()).toMatchObject({ rule: 'newest', says: 'the one of the latest row', rules: ['newest', 'most-frequent', 'trusted'] });
  const set = { rule: 'trusted', sources: ['booked_opportunities'] };
  expect((await post('/customers/fields/phone', set)).json()).toMatchObject({ dryRun: true, changed: 0 });
  expect(await rule()).toMatchObject({ rule: 'newest' });
  await post('/customers/fields/phone', { ...set, execute: true });
  expect(await rule()).toMatchObject({ rule: 'trusted', sources: ['journey.booked_opportunities'] });
});
