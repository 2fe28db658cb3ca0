import type { BusinessTransaction } from '../../platform/database/database.ts';
import { inBulk } from '../../platform/database/in-bulk.ts';
import { SLOTS } from '../matching/propose/block-keys.ts';
import type { Scope } from '../resolve/choose-scope.ts';
import { type Roster, recordIdOf } from '../resolve/roster.ts';
import { stageTable } from '../resolve/stage-plan.ts';
import type { Weighed } from '../proposals/weigh-evidence.ts';
import { KEPT_SLOTS } from './find-neighbours.ts';
import { ageModel, saveModel } from './save-model.ts';
import writeComparedSql from './write-compared.sql';
import writePairsSql from './write-likely-pairs.sql';

/** Writes what weighing the evidence found beside proposals: the model when it is new, whom it compared, and every likely pair. */
export async function writeFindings(
  transaction: BusinessTransaction,
  { roster, weighed, scope, newcomers, now }: { roster: Roster; weighed: Weighed; scope: Scope; newcomers: number; now: Date },
): Promise<void> {
  const { businessId } = transaction;
  const { compared, likely, learnt } = weighed;
  if (learnt !== null) await saveModel(transaction, learnt, roster.count, now);
  else if (newcomers > 0) await ageModel(transaction, newcomers);
  await stageTable(
    transaction,
    'found_compared (record_id uuid, mailbox_hash integer, phone_hash integer, name_hash integer, partner_hash integer, zip_hash integer, house_hash integer)',
    (function* () {
      const { mailbox, phone, name, partner, zip, house } = KEPT_SLOTS;
      for (const [index, record] of compared.records.entries())
        yield [
          recordIdOf(roster, record),
          ...[mailbox, phone, name, partner, zip, house].map((slot) => textOf(compared.keys[index * SLOTS + slot] ?? 0)),
        ];
    })(),
  );
  await stageTable(
    transaction,
    'found_pairs (record_a uuid, record_b uuid, probability numeric)',
    likely.map(({ a, b, probability }) => [recordIdOf(roster, a), recordIdOf(roster, b), String(probability)]),
  );
  await inBulk(transaction, { table: 'customers.compared_records', rows: compared.records.length }, () =>
    transaction.run(within(writeComparedSql, scope, 'customers.compared_records', 'record_id'), [businessId]),
  );
  await transaction.run(within(writePairsSql, scope, 'customers.likely_pairs', 'record_a', 'record_b'), [businessId]);
}

/**
 * Restricts a statement to rows that name a record of the scope in one of the columns: ids are found by each column's
 * index, since conditions joined by "or" would read the whole table.
 */
export function within(sql: string, scope: Scope, table: string, ...columns: readonly string[]): string {
  const chosen = columns.map(
    (column) => `select ${columns.join(', ')} from ${table} join scope_records as scope on scope.id = ${column} where business_id = $1`,
  );
  return sql.replaceAll(':within', () => (scope === 'all' ? 'true' : `(${columns.join(', ')}) in (${chosen.join(' union ')})`));
}

function textOf(key: number): string | null {
  return key === 0 ? null : String(key | 0);
}
