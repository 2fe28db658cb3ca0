import { inBulk } from '../../platform/database/in-bulk.ts';
import { SLOTS } from '../matching/propose/block-keys.ts';
import type { Scope } from '../resolve/choose-scope.ts';
import { type Roster, recordIdOf } from '../resolve/roster.ts';
import type { Staging } from '../staging/staging.ts';
import type { Weighed } from '../proposals/weigh-evidence.ts';
import { KEPT_SLOTS } from './find-neighbours.ts';
import { saveModel } from './save-model.ts';
import writeComparedSql from './write-compared.sql';
import writePairsSql from './write-likely-pairs.sql';

/** Writes what weighing the evidence found beside proposals: the model when it is new, whom it compared, and every likely pair. */
export async function writeFindings(
  staging: Staging,
  { roster, weighed, scope, now }: { roster: Roster; weighed: Weighed; scope: Scope; now: Date },
): Promise<void> {
  const { transaction } = staging;
  const { businessId } = transaction;
  const { compared, likely, learnt } = weighed;
  if (learnt !== null) await saveModel(staging, learnt, roster.count, now);
  await staging.put(
    'found_compared',
    (function* () {
      const { mailbox, phone, name, partner, zip, house } = KEPT_SLOTS;
      for (const [index, record] of compared.records.entries())
        yield [
          recordIdOf(roster, record),
          ...[mailbox, phone, name, partner, zip, house].map((slot) => textOf(compared.keys[index * SLOTS + slot] ?? 0)),
        ];
    })(),
  );
  await staging.put(
    'found_pairs',
    (function* () {
      for (const { a, b, probability } of likely) yield [recordIdOf(roster, a), recordIdOf(roster, b), String(probability)];
    })(),
  );
  await inBulk(transaction, { table: 'customers.compared_records', rows: compared.records.length }, () =>
    staging.run(within(writeComparedSql, scope, 'customers.compared_records', 'record_id'), [businessId]),
  );
  await staging.run(within(writePairsSql, scope, 'customers.likely_pairs', 'record_a', 'record_b'), [businessId]);
}

/**
 * Restricts a statement to rows that name a record of the scope in one of the columns. They are found by each column's
 * index and then taken where they lie: conditions joined by "or" would read the whole table, and so did a join by their keys.
 */
export function within(sql: string, scope: Scope, table: string, ...columns: readonly string[]): string {
  const chosen = columns.map(
    (column) =>
      `select named.ctid from scope_records as scope join ${table} as named on named.business_id = $1 and named.${column} = scope.id`,
  );
  const alias = new RegExp(`delete from ${table.replace('.', '\\.')} as (\\w+)`).exec(sql)?.[1] ?? table;
  return sql.replaceAll(':within', () => (scope === 'all' ? 'true' : `${alias}.ctid = any (array(${chosen.join(' union ')}))`));
}

function textOf(key: number): string | null {
  return key === 0 ? null : String(key | 0);
}
