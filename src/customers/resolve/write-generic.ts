import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { Scope } from './choose-scope.ts';
import type { GenericGroup } from './find-generic.ts';
import { type ValueGroups, membersOf } from './group-by-value.ts';
import { type Roster, VALUE_KINDS, recordIdOf } from './roster.ts';
import { stageTable } from './stage-plan.ts';
import dropSql from './drop-generic.sql';
import writeSql from './write-generic.sql';

/**
 * Brings customers.generic_values in line with what was found: values newly held by too many
 * people come, those that speak again go, counts follow. Returns how many rows it touched.
 */
export async function writeGeneric(
  transaction: BusinessTransaction,
  roster: Roster,
  groups: readonly ValueGroups[],
  found: readonly GenericGroup[],
  scope: Scope,
  now: Date,
): Promise<number> {
  await stageTable(
    transaction,
    'planned_generic (value_kind text, record_id uuid, people integer, records integer)',
    found.map(({ kind, code, people, records }) => {
      const [record = 0] = membersOf(groups[kind] ?? { starts: new Int32Array(2), members: new Int32Array(1), codes: 0 }, code);
      return [VALUE_KINDS[kind] ?? '', recordIdOf(roster, record), String(people), String(records)];
    }),
  );
  const written = await transaction.run(writeSql, [transaction.businessId, now]);
  const dropped = await transaction.run(
    dropSql.replace(':rechecked', () => (scope === 'all' ? 'true' : RECHECKED)),
    [transaction.businessId],
  );
  return written + dropped;
}

const RECHECKED =
  'exists (select from rechecked_values as rechecked where rechecked.value_kind = generic.value_kind and rechecked.value = generic.value)';
