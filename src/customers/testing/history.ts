import fc from 'fast-check';
import { expect } from 'vitest';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import { mergeCustomers } from '../merge-customers.ts';
import { splitRecord } from '../split/split-record.ts';
import { putBackRecord } from '../split/take-back-word.ts';
import { unmergeCustomer } from '../unmerge-customer.ts';
import type { ScratchDatabase } from '../../../tests/database.ts';
import { addRows, resolveAll, type ResolveWay, type ToyRow, toyPlugs } from './cast.ts';
import { type SecondThought, thinkAgain } from './second-thoughts.ts';

/** A business's history, step by step: rows come, change and go, people decide, the resolver runs. */
export function historyOf(person: fc.Arbitrary<ToyRow>, ...runs: fc.Arbitrary<ResolveStep | SecondThought>[]): fc.Arbitrary<Step[]> {
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('add' as const), rows: fc.array(person, { minLength: 1, maxLength: 4 }) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('change' as const), at: fc.nat(), to: person }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), at: fc.nat() }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('return' as const), at: fc.nat() }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('merge' as const), at: fc.nat(), with: fc.nat() }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('unmerge' as const), at: fc.nat() }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('split' as const), at: fc.nat(), isTakenBack: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('edit' as const), at: fc.nat() }) },
    ...runs.map((arbitrary) => ({ weight: 3, arbitrary })),
  );
  return fc.array(step, { minLength: 3, maxLength: 14 });
}

export interface ResolveStep {
  do: 'resolve';
  full: boolean;
  match?: 'always' | 'when quick' | undefined;
}

export type Step =
  | { do: 'add'; rows: ToyRow[] }
  | { do: 'change'; at: number; to: ToyRow }
  | { do: 'remove'; at: number }
  | { do: 'return'; at: number }
  | { do: 'unmerge'; at: number }
  | { do: 'split'; at: number; isTakenBack: boolean }
  | { do: 'edit'; at: number }
  | { do: 'merge'; at: number; with: number }
  | SecondThought
  | ResolveStep;

/** Steps that may change what people have said. */
export const SPOKEN: readonly Step['do'][] = ['merge', 'unmerge', 'split', 'answer', 'take back', 'undo run'];

/** Rows that a history adds have keys without a space; those that stood there before it have one, and are left alone. */
const OWN_ROWS = `select id from toy.rows where business_id = $1 and key not like '% %' order by id`;

/** Takes one step of a history; `removed` keeps the rows that may return. */
export async function take(transaction: BusinessTransaction, one: Step, removed: ToyRow[], how: ResolveWay = {}): Promise<void> {
  const { businessId } = transaction;
  if (one.do === 'add') {
    await addWithVisits(
      transaction,
      one.rows.map((row) => ({ ...row, key: uuidV7() })),
    );
    return;
  }
  if (one.do === 'return') {
    // As when an undone import is imported again: the same natural key under a new id.
    const row = pick(removed, one.at);
    if (row === undefined) return;
    removed.splice(removed.indexOf(row), 1);
    await addWithVisits(transaction, [row]);
    return;
  }
  if (one.do === 'resolve') {
    await resolveAll(transaction, { ...how, full: one.full, ...(one.match === undefined ? {} : { match: one.match }) });
    return;
  }
  if (one.do === 'change' || one.do === 'remove') {
    const id = pick(await ids(transaction, OWN_ROWS), one.at);
    if (id === undefined) return;
    if (one.do === 'remove') {
      removed.push(
        ...(await transaction.rows<ToyRow>(
          'delete from toy.rows where business_id = $1 and id = $2 returning key, name, phone, email, quote, street, postal_code as zip',
          [businessId, id],
        )),
      );
    } else
      await transaction.run(
        `update toy.rows set name = $3, phone = $4, email = $5, street = $6, postal_code = $7, updated_at = clock_timestamp()
         where business_id = $1 and id = $2`,
        [businessId, id, one.to.name, one.to.phone, one.to.email, one.to.street, one.to.zip],
      );
    return;
  }
  // People decide about what they see: a resolved state.
  await resolveAll(transaction, how);
  if (one.do === 'answer' || one.do === 'take back' || one.do === 'undo run') return thinkAgain(transaction, one);
  const present = await ids(
    transaction,
    "select id from customers.customers where business_id = $1 and is_primary_record and exists (select from customers.records as record where record.business_id = $1 and record.customer_id = customers.id and record.source_key not like '% %') order by id",
  );
  const customer = pick(present, one.at);
  if (one.do === 'edit' && customer !== undefined) {
    await transaction.run(
      `update customers.customers set email = 'hand@mail.org', edited_fields = '{email}', edited_at = clock_timestamp() where business_id = $1 and id = $2`,
      [businessId, customer],
    );
  }
  if (one.do === 'merge' && customer !== undefined) {
    const other = pick(
      present.filter((id) => id !== customer),
      one.with,
    );
    if (other !== undefined) await mergeCustomers(transaction, customer, [other], { decidedBy: 'test', ...toyPlugs });
  }
  if (one.do === 'split') return takeOut(transaction, one);
  if (one.do === 'unmerge') {
    const merged = pick(await ids(transaction, 'select id from customers.redirects where business_id = $1 order by id'), one.at);
    if (merged === undefined) return;
    await unmergeCustomer(transaction, merged, { decidedBy: 'test', ...toyPlugs });
    // The id is back, with a row of its own behind it.
    expect(
      await ids(transaction, `select id from customers.customers where business_id = $1 and id = '${merged}' and is_primary_record`),
    ).toEqual([merged]);
  }
}

/** A row leaves, and nobody else: taken back, it is as before. */
async function takeOut(transaction: BusinessTransaction, { at, isTakenBack }: { at: number; isTakenBack: boolean }): Promise<void> {
  const shared = await ids(
    transaction,
    `select record.id from customers.records as record
     where record.business_id = $1 and record.source_key not like '% %'
       and exists (select from customers.records as other where other.business_id = $1 and other.customer_id = record.customer_id and other.id <> record.id)
     order by record.id`,
  );
  const record = pick(shared, at);
  if (record === undefined) return;
  const [before, said] = [await partition(transaction), await decisions(transaction)];
  await splitRecord(transaction, record, { decidedBy: 'test', ...toyPlugs });
  const { row } = await transaction.one<{ row: string }>(
    'select source_id as row from customers.records where business_id = $1 and id = $2',
    [transaction.businessId, record],
  );
  const left = before.find((rows) => rows.includes(row)) ?? [];
  expect(left.length).toBeGreaterThan(1);
  expect(await partition(transaction)).toEqual(expect.arrayContaining([left.filter((one) => one !== row)]));
  if (!isTakenBack) return;
  await putBackRecord(transaction, record, { decidedBy: 'test', ...toyPlugs });
  expect(await decisions(transaction)).toEqual(said);
  expect(await partition(transaction)).toEqual(before);
}

async function addWithVisits(transaction: BusinessTransaction, rows: readonly ToyRow[]): Promise<void> {
  for (const id of await addRows(transaction, rows))
    await transaction.run('insert into toy.visits (business_id, id, row_id) values ($1, $2, $3)', [transaction.businessId, uuidV7(), id]);
}

/** What people said and did not take back, by the keys of the rows, in force or waiting for its rows. */
export async function decisions(transaction: BusinessTransaction): Promise<string[]> {
  const rows = await transaction.rows<{ said: string }>(
    `select concat_ws(' ', a.source_key, decision.verdict, b.source_key, decision.decided_at) as said
     from customers.decisions as decision
     left join customers.records as a on a.business_id = $1 and a.id = decision.record_a
     left join customers.records as b on b.business_id = $1 and b.id = decision.record_b
     where decision.business_id = $1 and decision.revoked_at is null
     union all
     select concat_ws(' ', key_a, verdict, key_b, decided_at) from customers.parked_decisions where business_id = $1`,
    [transaction.businessId],
  );
  return rows.map(({ said }) => said).sort();
}

/** Decisions that wait although both rows are there. */
export async function wronglyParked(transaction: BusinessTransaction): Promise<string[]> {
  return ids(
    transaction,
    `select parked.id from customers.parked_decisions as parked
     where parked.business_id = $1
       and exists (select from toy.rows as toy where toy.business_id = $1 and toy.key = parked.key_a)
       and exists (select from toy.rows as toy where toy.business_id = $1 and toy.key = parked.key_b)`,
  );
}

/** Brings a business's own rows and decisions into another one, which never saw how they came about. */
export async function copyHistory(
  transaction: BusinessTransaction,
  scratch: ScratchDatabase,
  mirrorId: string,
  look: (mirror: BusinessTransaction) => Promise<void>,
): Promise<void> {
  const rows = await transaction.rows<Record<string, string>>(
    `select id, key, name, email, phone, country, quote, day, batch_id, street, postal_code
     from toy.rows where business_id = $1 and key not like '% %'`,
    [transaction.businessId],
  );
  const inForce = await transaction.rows<Record<string, string>>(
    'select * from customers.decisions where business_id = $1 and revoked_at is null',
    [transaction.businessId],
  );
  await scratch.database.inBusiness(
    mirrorId,
    async (mirror) => {
      for (const row of rows) {
        await mirror.run(
          `insert into toy.rows (business_id, id, key, name, email, phone, country, quote, day, batch_id, street, postal_code)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
          [
            mirrorId,
            row.id,
            row.key,
            row.name,
            row.email,
            row.phone,
            row.country,
            row.quote,
            row.day,
            row.batch_id,
            row.street,
            row.postal_code,
          ],
        );
      }
      await resolveAll(mirror);
      for (const decision of inForce) {
        await mirror.run(
          'insert into customers.decisions (business_id, id, record_a, record_b, verdict, decided_by, decided_at) values ($1, $2, $3, $4, $5, $6, $7)',
          [mirrorId, decision.id, decision.record_a, decision.record_b, decision.verdict, decision.decided_by, decision.decided_at],
        );
      }
      await resolveAll(mirror, { full: true });
      await look(mirror);
    },
    'dry-run',
  );
}

/** Who is who, as sorted groups of row ids. */
export async function partition(transaction: BusinessTransaction): Promise<string[][]> {
  const rows = await transaction.rows<{ members: string[] }>(
    `select array_agg(record.source_id::text order by record.source_id) as members
     from customers.records as record where record.business_id = $1 and record.customer_id is not null
     group by record.customer_id order by 1`,
    [transaction.businessId],
  );
  return rows.map((row) => row.members);
}

/** Rows that point at somebody else than their record does. */
export async function visitsAstray(transaction: BusinessTransaction): Promise<number> {
  const { astray } = await transaction.one<{ astray: number }>(
    `select count(*) as astray
     from toy.visits as visit
     join toy.rows as toy on toy.business_id = $1 and toy.id = visit.row_id
     join customers.records as record on record.business_id = $1 and record.source_id = toy.id
     where visit.business_id = $1 and (visit.customer_id is distinct from record.customer_id or toy.customer_id is distinct from record.customer_id)`,
    [transaction.businessId],
  );
  return astray;
}

async function ids(transaction: BusinessTransaction, sql: string): Promise<string[]> {
  return (await transaction.rows<{ id: string }>(sql, [transaction.businessId])).map((row) => row.id);
}

function pick<T>(from: readonly T[], at: number): T | undefined {
  return from.length === 0 ? undefined : from[at % from.length];
}
