import type { BusinessTransaction } from '../../platform/database/database.ts';
import growSql from './grow-scope.sql';
import growByDecisionsSql from './grow-scope-by-decisions.sql';
import growByProposalsSql from './grow-scope-by-proposals.sql';
import growByHouseholdsSql from './grow-scope-by-households.sql';
import recheckSql from './recheck-generic.sql';
import reopenGenericSql from './reopen-generic.sql';
import makeArrivalsSql from '../emit/make-arrivals.sql';
import makeReopenedSql from '../emit/make-reopened.sql';
import settleSql from './settle-arrivals.sql';
import { VALUE_KINDS, type ValueKind } from './roster.ts';

export type Scope = 'nothing' | 'scope_records' | 'all';

/** Above this share of records to look at, looking at all of them is quicker. */
const LARGE_SHARE = 0.2;
const FEW = 2_000;

/**
 * What a run has to look at: nothing when no record is new or changed; else those records
 * and everything a chain of shared values, decisions or present links leads to (in the temp
 * table `scope_records`); else all. `rechecked_values` holds the generic values whose
 * holders are all in scope, so that they can stop being generic.
 */
export async function chooseScope(transaction: BusinessTransaction, full: boolean): Promise<Scope> {
  const { businessId } = transaction;
  await transaction.run(makeArrivalsSql);
  await transaction.run(makeReopenedSql);
  if (full) return 'all';
  const { arrived, reopened } = await reopenShrunk(transaction, await countOpen(transaction));
  const open = arrived + reopened;
  if (open === 0) return 'nothing';
  if (await isLarge(transaction, open)) return 'all';
  await transaction.run(settleSql, [businessId, new Date()]);
  await transaction.run('truncate arrivals');
  await transaction.run('drop table if exists pg_temp.scope_records, pg_temp.rechecked_values');
  await transaction.run('create temp table scope_records (id uuid primary key, depth integer not null) on commit drop');
  await transaction.run(
    'create temp table rechecked_values (value_kind text not null, value text not null, primary key (value_kind, value)) on commit drop',
  );
  await transaction.run(
    `insert into scope_records (id, depth)
     select id, 0 from customers.records where business_id = $1 and needs_resolving
     union
     select record.id, 0 from reopened_records as reopened join customers.records as record on record.business_id = $1 and record.id = reopened.id`,
    [businessId],
  );
  await transaction.run('analyze scope_records');
  await transaction.run(recheckSql, [businessId]);
  for (const kind of VALUE_KINDS) await transaction.run(forKey(growByHouseholdsSql, kind), [businessId, kind]);
  return (await growToClosure(transaction, open, 0)) ? 'scope_records' : 'all';
}

interface OpenRecords {
  arrived: number;
  reopened: number;
  /** Records went in this transaction. */
  isLess: boolean;
}

async function countOpen(transaction: BusinessTransaction): Promise<OpenRecords> {
  return transaction.one<OpenRecords>(
    `select
       (select count(*) from arrivals) as arrived,
       (select count(*) from customers.records where business_id = $1 and needs_resolving) + (select count(*) from reopened_records) as reopened,
       to_regclass('pg_temp.touched_customers') is not null as "isLess"`,
    [transaction.businessId],
  );
}

/** Where nothing but new records came no value has fewer holders than before: counting them all took 10 ms per record that came. */
async function reopenShrunk(transaction: BusinessTransaction, open: OpenRecords): Promise<OpenRecords> {
  if (open.reopened === 0 && !open.isLess) return open;
  for (const kind of VALUE_KINDS) await transaction.run(forKey(reopenGenericSql, kind), [transaction.businessId, kind]);
  return countOpen(transaction);
}

/** Takes further records, and everything they lead to, into the scope of a run over a part. */
export async function growScope(transaction: BusinessTransaction, ids: readonly string[]): Promise<Scope> {
  const { depth, size } = await transaction.one<{ depth: number; size: number }>(
    'select max(depth) + 1 as depth, count(*) as size from scope_records',
  );
  const added = await transaction.run(
    'insert into scope_records (id, depth) select unnest($1::uuid[]), $2::integer on conflict (id) do nothing',
    [ids, depth],
  );
  return (await growToClosure(transaction, size + added, depth)) ? 'scope_records' : 'all';
}

async function growToClosure(transaction: BusinessTransaction, open: number, from: number): Promise<boolean> {
  const { businessId } = transaction;
  let size = open;
  for (let depth = from; ; depth += 1) {
    await transaction.run('analyze scope_records');
    let grown = 0;
    for (const sql of [growSql, growByDecisionsSql, growByProposalsSql]) grown += await transaction.run(sql, [businessId, depth]);
    if (grown === 0) return true;
    size += grown;
    if (await isLarge(transaction, size)) return false;
  }
}

const KEY_COLUMNS: Record<ValueKind, string> = { email: 'email_key', phone: 'phone_key', quote_number: 'quote_number' };

/** One kind's statement out of the pattern: each kind has a column and an index of its own. */
function forKey(sql: string, kind: ValueKind): string {
  return sql.replaceAll(':key', KEY_COLUMNS[kind]);
}

/** Whether so many records are a large share of all; these are counted only when it matters. */
async function isLarge(transaction: BusinessTransaction, records: number): Promise<boolean> {
  if (records <= FEW) return false;
  const { known } = await transaction.one<{ known: number }>(
    `select (select count(*) from customers.records where business_id = $1) + (select count(*) from arrivals) as known`,
    [transaction.businessId],
  );
  return records > known * LARGE_SHARE;
}
