import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { makeTestServer, signInOwner, type TestServer } from '../../../tests/server.ts';
import { modules } from '../../app.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import { resolveCustomers } from '../resolve-customers.ts';

let scratch: ScratchDatabase;
let http: TestServer;
let session: { cookie: string };
const [first, second] = [uuidV7(), uuidV7()];

beforeAll(async () => {
  scratch = await withDatabase();
  http = await makeTestServer(scratch.database, modules);
  session = await signInOwner(http.server, scratch.database);
  await scratch.database.inBusiness(scratch.businessId, async (transaction) => {
    for (const [index, id] of [first, second].entries())
      await transaction.run(
        `insert into customers.records (business_id, id, source, source_id, source_key, source_updated_at, name, display_name, name_key, first_key, last_key, email, email_key, observed_on, needs_resolving)
         values ($1, $2, 'journey.jobs', $2, $3, now(), 'Ann Bell', 'Ann Bell', 'ann bell', 'ann', 'bell', 'ann@bell.org', 'ann@bell.org', $4, true)`,
        [transaction.businessId, id, `7-${index + 1}`, `202${index}-05-02`],
      );
    await resolveCustomers(transaction, { startedBy: 'test' });
  });
});

afterAll(async () => {
  await http.server.close();
  await scratch.drop();
});

const get = async (path: string) => (await http.server.inject({ url: `/api/v1${path}`, headers: session })).json();
const post = async (path: string, payload: object) =>
  http.server.inject({ method: 'POST', url: `/api/v1${path}?business=test-mover`, headers: session, payload });

test('the chain of a customer names each row with its day and what it hangs on', async () => {
  const { chain, reasons } = await get(`/customers/jobs:7-2/explain`);
  expect(chain).toMatchObject([
    { recordId: first, key: '7-1', hangsOn: null, method: 'FIRST_SEEN', observedOn: '2020-05-02', fileName: null },
    { recordId: second, key: '7-2', hangsOn: first, method: 'EXACT_MATCH', observedOn: '2021-05-02', weight: null },
  ]);
  expect(reasons[1]).toMatch(
    /^Job 7-2 of 2021-05-02: Same e-mail ann@bell\.org as job 7-1 of 2020-05-02; the names are the same\. \(0\.\d+\)$/,
  );
});

test('a row is taken out only with execute, told in the history, and put back by the word', async () => {
  const { id } = await get('/customers/jobs:7-1');
  const dry = await post(`/customers/records/${second}/split`, {});
  expect([dry.statusCode, dry.json()]).toMatchObject([
    200,
    { dryRun: true, records: 1, from: { id, name: 'Ann Bell' }, to: { name: 'Ann Bell' } },
  ]);
  expect((await get('/customers/jobs:7-2')).id).toBe(id);
  const done = (await post(`/customers/records/jobs:7-2/split`, { execute: true })).json();
  expect(done).toMatchObject({ dryRun: false, record: second });
  expect((await get('/customers/jobs:7-2')).id).toBe(done.to.id);
  const { events } = await get(`/customers/${id}/history`);
  expect(events.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['kept apart', 'rows left']);
  const back = await post(`/customers/decisions/${done.decision}/take-back`, { execute: true });
  expect(back.json()).toMatchObject({ to: { id }, from: { id }, records: 1 });
  expect((await get('/customers/jobs:7-2')).id).toBe(id);
  // The id it had meanwhile answers for ever.
  expect((await get(`/customers/${done.to.id}`)).id).toBe(id);
});

test('a value is set by hand under a run, and undoing the run brings the word before it back', async () => {
  const emailOf = async () => (await get('/customers/jobs:7-1')).email;
  const { id } = await get('/customers/jobs:7-1');
  const set = (await post(`/customers/${id}/fields/email`, { value: 'ann@one.org', execute: true })).json();
  const again = (await post(`/customers/${id}/fields/email`, { value: 'ann@two.org', execute: true })).json();
  expect(await emailOf()).toBe('ann@two.org');
  expect((await post(`/customers/runs/${again.run}/undo`, {})).json()).toMatchObject({ dryRun: true, takenBack: 1 });
  expect(await emailOf()).toBe('ann@two.org');
  await post(`/customers/runs/${again.run}/undo`, { execute: true });
  expect(await emailOf()).toBe('ann@one.org');
  await post(`/customers/runs/${set.run}/undo`, { execute: true });
  expect(await emailOf()).toBe('ann@bell.org');
});

test('a row, a word and a run that are unknown are refused with what to do', async () => {
  const codes = await Promise.all(
    [`/customers/records/jobs:none/split`, `/customers/decisions/${uuidV7()}/take-back`, `/customers/runs/${uuidV7()}/undo`].map(
      async (path) => {
        const answer = await post(path, {});
        return [answer.statusCode, answer.json().code];
      },
    ),
  );
  expect(codes).toEqual([
    [404, 'no_such_record'],
    [404, 'nothing_said'],
    [404, 'unknown_run'],
  ]);
});
