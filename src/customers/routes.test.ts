import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../tests/database.ts';
import { makeTestServer, signInOwner, type TestServer } from '../../tests/server.ts';
import { modules } from '../app.ts';
import { uuidV7 } from '../platform/uuid.ts';

let scratch: ScratchDatabase;
let http: TestServer;
let session: { cookie: string };
const ids = [uuidV7(), uuidV7(), uuidV7()].sort();

beforeAll(async () => {
  scratch = await withDatabase();
  http = await makeTestServer(scratch.database, modules);
  session = await signInOwner(http.server, scratch.database);
  await scratch.database.inBusiness(scratch.businessId, async ({ run, businessId }) => {
    for (const [index, id] of ids.entries())
      await run('insert into customers.customers (business_id, id, name) values ($1, $2, $3)', [
        businessId,
        id,
        ['Ada', 'Bob', 'Cem'][index],
      ]);
  });
});

afterAll(async () => {
  await http.server.close();
  await scratch.drop();
});

const get = async (path: string) => http.server.inject({ url: `/api/v1${path}`, headers: session });

test('lists page by page; next leads through everybody once', async () => {
  const first = (await get('/customers?limit=2')).json();
  expect(first.customers.map((customer: { name: string }) => customer.name)).toEqual(['Ada', 'Bob']);
  const second = (await get(`/customers?limit=2&after=${first.next}`)).json();
  expect(second).toMatchObject({ customers: [{ name: 'Cem' }], next: null });
});

test('shows one customer, and answers for nobody with 404', async () => {
  expect((await get(`/customers/${ids[0]}`)).json()).toMatchObject({ name: 'Ada', records: [], mergeHistory: [], household: [] });
  const nobody = await get(`/customers/${uuidV7()}`);
  expect([nobody.statusCode, nobody.json().code]).toEqual([404, 'no_such_customer']);
});

test('a customer of another business is nobody', async () => {
  const other = await scratch.makeBusiness('other-mover');
  const stranger = uuidV7();
  await scratch.database.inBusiness(other, ({ run }) =>
    run(`insert into customers.customers (business_id, id, name) values ($1, $2, 'Dora')`, [other, stranger]),
  );
  for (const path of [
    `/customers/${stranger}`,
    `/customers/${stranger}/explain`,
    `/customers/${stranger}/timeline`,
    `/customers/${ids[0]}/explain/${stranger}`,
  ]) {
    expect([path, (await get(`${path}?business=test-mover`)).statusCode]).toEqual([path, 404]);
  }
});

test('who somebody is can be asked before anybody is created; nobody at all is refused', async () => {
  const ask = (payload: Record<string, string>) =>
    http.server.inject({ method: 'POST', url: '/api/v1/customers/match?business=test-mover', headers: session, payload });
  const stranger = await ask({ name: 'Zelda Unheard', email: 'zelda@unheard.test' });
  expect([stranger.statusCode, stranger.json()]).toEqual([200, { verdict: 'new', customerId: null, candidates: [], hasModel: false }]);
  const nobody = await ask({ city: 'Springfield' });
  expect([nobody.statusCode, nobody.json().code]).toEqual([400, 'nobody_to_match']);
});
