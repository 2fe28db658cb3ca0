import type { BusinessTransaction } from '../../platform/database/database.ts';
import { layArrivals } from '../emit/lay-arrivals.ts';
import makeReopenedSql from '../emit/make-reopened.sql';
import type { StagedRow, Staging } from '../staging/staging.ts';
import closeSql from './close-scope.sql';
import openSql from './open-scope.sql';
import { recountGeneric } from './recount-generic.ts';
import type { Standing } from './read-standing.ts';
import reopenGenericSql from './reopen-generic.sql';
import settleSql from './settle-arrivals.sql';
import { VALUE_KINDS, type ValueKind } from './roster.ts';

export type Scope = 'nothing' | 'scope_records' | 'all';

/** Above this share of records to look at, looking at all of them is quicker. */
const LARGE_SHARE = 0.2;
/** Up to here the rows of a run are sent along with its statements. */
const FEW = 1_000;

export interface ScopeOptions {
  /** Look at every record. */
  full: boolean;
  /** Rows of `arrivals` that the caller brings along. */
  brought: readonly StagedRow[];
}

/**
 * What a run has to look at: nothing when no record is new or changed; else those records
 * and everything a chain of shared values, decisions or present links leads to (staged as
 * `scope_records`); else all. `rechecked_values` holds the generic values whose
 * holders are all in scope, so that they can stop being generic.
 */
export async function chooseScope(staging: Staging, standing: Standing, { full, brought }: ScopeOptions): Promise<Scope> {
  const { transaction } = staging;
  const { businessId } = transaction;
  if (full) return chooseAll(transaction, brought);
  const reopened = await reopenShrunk(transaction, standing);
  const open = standing.arrivals + reopened;
  if (open === 0) return 'nothing';
  if (open > FEW) await staging.spill();
  if (await isLarge(transaction, open)) return chooseAll(transaction, brought);
  if (brought.length > 0) await staging.put('arrivals', brought);
  if (standing.arrivals > 0) await staging.run(settleSql, [businessId, new Date()]);
  if (standing.hasArrivals) await transaction.run('truncate arrivals');
  else if (brought.length > 0) await staging.put('arrivals', []);
  const found = await staging.texts(
    openSql.replace(':reopened', () => (standing.hasReopened ? 'reopened_records' : NONE)),
    [businessId],
  );
  const values = (wanted: (what: string) => boolean): (string | null)[][] => found.filter(([what]) => wanted(what ?? ''));
  const records = new Set(values((what) => what === 'opened' || what === 'bound').map(([, id]) => id ?? ''));
  await staging.put(
    'scope_records',
    [...records].map((id) => [id]),
  );
  const generic = values((what) => (VALUE_KINDS as readonly string[]).includes(what));
  await staging.put('rechecked_values', await recountGeneric(staging, generic));
  return close(staging);
}

/** Takes further records, and everything they lead to, into the scope of a run over a part. */
export async function growScope(staging: Staging, ids: readonly string[]): Promise<Scope> {
  const known = staging.areFew ? staging.heldRows('scope_records') : await staging.texts('select id from scope_records', []);
  const all = new Set([...known.map(([id]) => id ?? ''), ...ids]);
  await staging.put(
    'scope_records',
    [...all].map((id) => [id]),
  );
  return close(staging);
}

const NONE = '(select null::uuid as id where false)';

/** Follows every chain; more than few are looked for again over temp tables, and too many mean all. */
async function close(staging: Staging): Promise<Scope> {
  const { transaction } = staging;
  for (;;) {
    const most = staging.areFew ? FEW : await mostOfPart(transaction);
    const found = await staging.texts(closeSql, [transaction.businessId, most + 1]);
    if (found.length <= most) {
      await staging.put('scope_records', found);
      return 'scope_records';
    }
    if (!staging.areFew) return chooseAll(transaction, []);
    await staging.spill();
  }
}

/** A run over everything takes what waits from temp tables. */
async function chooseAll(transaction: BusinessTransaction, brought: readonly StagedRow[]): Promise<Scope> {
  await layArrivals(transaction, brought);
  await transaction.run(makeReopenedSql);
  return 'all';
}

/** Where nothing but new records came no value has fewer holders than before: counting them all took 10 ms per record that came. */
async function reopenShrunk(transaction: BusinessTransaction, { reopened, isLess }: Standing): Promise<number> {
  if (reopened === 0 && !isLess) return reopened;
  let shrunk = 0;
  for (const kind of VALUE_KINDS) shrunk += await transaction.run(forKey(reopenGenericSql, kind), [transaction.businessId, kind]);
  return reopened + shrunk;
}

const KEY_COLUMNS: Record<ValueKind, string> = { email: 'email_key', phone: 'phone_key', quote_number: 'quote_number' };

/** One kind's statement out of the pattern: each kind has a column and an index of its own. */
function forKey(sql: string, kind: ValueKind): string {
  return sql.replaceAll(':key', KEY_COLUMNS[kind]);
}

/** Whether so many records are a large share of all; these are counted only when it matters. */
async function isLarge(transaction: BusinessTransaction, records: number): Promise<boolean> {
  return records > ALWAYS_A_PART && records > (await mostOfPart(transaction));
}

const ALWAYS_A_PART = 2_000;

async function mostOfPart(transaction: BusinessTransaction): Promise<number> {
  const { known } = await transaction.one<{ known: number }>('select count(*) as known from customers.records where business_id = $1', [
    transaction.businessId,
  ]);
  return Math.max(ALWAYS_A_PART, Math.floor(known * LARGE_SHARE));
}
