import { afterAll, beforeAll, expect, test } from 'vitest';
import { modules } from '../../src/app.ts';
import { dependentPointers, mergeCustomers, recordSources } from '../../src/customers/index.ts';
import { setField } from '../../src/customers/golden/say/set-field.ts';
import { fileKinds } from '../../src/import/file-kind.ts';
import { importText } from '../../src/import/testing/import-text.ts';
import { undoBatch } from '../../src/import/undo/undo-batch.ts';
import type { UndoReport } from '../../src/import/undo/undo-report.ts';
import { buildJourney } from '../../src/journey/build-journey.ts';
import { QUIET } from '../../src/journey/testing/make-rows.ts';
import { findBusinesses } from '../../src/tenancy/choose-business.ts';
import { type ScratchDatabase, withDatabase } from '../database.ts';

const FILES = {
  'bad-leads.csv':
    'Provider,Customer Name,Customer Email,Date Lead Received,Lead Bad Reason\nYelp,Ada Lark,ada@lark.example,4/1/2026,Spam\n',
  'jobs.csv':
    'Job Id,Job Number,Opportunity Status,Customer Name,Customer Email,Job Date\nJ-1,500-1,Booked,Bo Finch,bo@finch.example,6/20/2026\n',
};

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withDatabase();
});
afterAll(() => scratch.drop());

test('a merge by hand outlives the undo of the import it was about, is named in its report, and holds when the files come again', async () => {
  await importText(scratch, fileKinds.collect(modules), FILES);
  await build();
  const [bo, ada] = [await customerOf('jobs'), await customerOf('bad_leads')];
  expect(bo).not.toBe(ada);
  await scratch.database.inBusiness(scratch.businessId, (transaction) =>
    mergeCustomers(transaction, bo ?? '', [ada ?? ''], { decidedBy: 'cli:ida', ...plugs() }),
  );
  const planned = await undo(1, false);
  const done = await undo(1, true);
  expect(planned.keptDecisions).toEqual(done.keptDecisions);
  expect(done.keptDecisions).toMatchObject([
    {
      decision: 'same',
      about: [
        { source: 'journey.jobs', key: 'J-1', name: 'Bo Finch' },
        { source: 'journey.bad_leads', name: 'Ada Lark' },
      ],
      decidedBy: 'cli:ida',
    },
  ]);
  await build();
  await importText(scratch, fileKinds.collect(modules), FILES);
  await build();
  const [again, other] = [await customerOf('jobs'), await customerOf('bad_leads')];
  expect(again).not.toBeNull();
  expect(other).toBe(again);
});

test('a value set by hand outlives the undo of the import it was about, is named in its report, and counts when the files come again', async () => {
  const bo = (await customerOf('jobs')) ?? '';
  const say = { decidedBy: 'cli:ida', sources: recordSources.collect(modules) };
  await scratch.database.inBusiness(scratch.businessId, (transaction) =>
    setField(transaction, { customer: bo, field: 'email', to: { value: 'bo@new.example' } }, say),
  );
  const [last] = await batches();
  const planned = await undo(last?.number ?? 0, false);
  const done = await undo(last?.number ?? 0, true);
  expect(planned.keptValues).toEqual(done.keptValues);
  expect(done.keptValues).toMatchObject([
    {
      field: 'email',
      title: 'e-mail',
      value: 'bo@new.example',
      about: { source: 'journey.jobs', key: 'J-1', name: 'Bo Finch' },
      decidedBy: 'cli:ida',
    },
  ]);
  await importText(scratch, fileKinds.collect(modules), FILES);
  await build();
  const again = await scratch.database.inBusiness(
    scratch.businessId,
    (transaction) =>
      transaction.one<{ email: string }>(`select email from customers.customers where name = 'Bo Finch' and business_id = $1`, [
        scratch.businessId,
      ]),
    'read',
  );
  expect(again.email).toBe('bo@new.example');
  for (const { number } of await batches()) await undo(number, true);
});

test('what was learnt of people goes with the last of them', async () => {
  await importText(scratch, fileKinds.collect(modules), FILES);
  await build();
  expect(await learnt()).toBeGreaterThan(0);
  for (const { number } of await batches()) await undo(number, true);
  expect(await learnt()).toBe(0);
});

async function learnt(): Promise<number> {
  const { rows } = await scratch.database.inBusiness(
    scratch.businessId,
    (transaction) =>
      transaction.one<{ rows: number }>(
        `select (select count(*) from customers.models where business_id = $1)
           + (select count(*) from customers.model_weights where business_id = $1)
           + (select count(*) from customers.model_values where business_id = $1) as rows`,
        [scratch.businessId],
      ),
    'read',
  );
  return rows;
}

function batches(): Promise<{ number: number }[]> {
  return scratch.database.inBusiness(
    scratch.businessId,
    (transaction) =>
      transaction.rows<{ number: number }>(
        `select number from import.batches where business_id = $1 and state = 'done' order by number desc`,
        [scratch.businessId],
      ),
    'read',
  );
}

async function build(): Promise<void> {
  await buildJourney(scratch.database, scratch.businessId, {
    ...QUIET,
    execute: true,
    signal: new AbortController().signal,
    recordSources: plugs().sources,
    dependentPointers: plugs().dependents,
  });
}

function plugs() {
  return { sources: recordSources.collect(modules), dependents: dependentPointers.collect(modules) };
}

async function undo(batch: number, execute: boolean): Promise<UndoReport> {
  const [business] = await findBusinesses(scratch.database);
  if (business === undefined) throw new Error('the scratch business is missing');
  return undoBatch(scratch.database, business, batch, { modules, execute, signal: new AbortController().signal, undoneBy: 'test' });
}

async function customerOf(table: string): Promise<string | null> {
  const { customer_id } = await scratch.database.inBusiness(
    scratch.businessId,
    (transaction) =>
      transaction.one<{ customer_id: string | null }>(`select customer_id from journey.${table} where business_id = $1`, [
        scratch.businessId,
      ]),
    'read',
  );
  return customer_id;
}
