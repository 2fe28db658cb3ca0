import type { Scope } from './choose-scope.ts';
import type { GenericGroup } from './find-generic.ts';
import { type ValueGroups, membersOf } from './group-by-value.ts';
import { type Roster, VALUE_KINDS, recordIdOf } from './roster.ts';
import type { Staging } from '../staging/staging.ts';
import dropSql from './drop-generic.sql';
import recountedSql from './write-recounted.sql';
import writeSql from './write-generic.sql';

/**
 * Brings customers.generic_values in line with what was found: values newly held by too many
 * people come, those that speak again go, counts follow. Returns how many rows it touched.
 */
export async function writeGeneric(
  staging: Staging,
  roster: Roster,
  groups: readonly ValueGroups[],
  found: readonly GenericGroup[],
  scope: Scope,
  now: Date,
): Promise<number> {
  const { businessId } = staging.transaction;
  await staging.put(
    'planned_generic',
    found.map(({ kind, code, people, records }) => {
      const [record = 0] = membersOf(groups[kind] ?? { starts: new Int32Array(2), members: new Int32Array(1), codes: 0 }, code);
      return [VALUE_KINDS[kind] ?? '', recordIdOf(roster, record), String(people), String(records)];
    }),
  );
  const isNoneRecounted = scope === 'all' || (staging.areFew && staging.heldRows('recounted_values').length === 0);
  const recounted = isNoneRecounted ? 0 : await staging.run(recountedSql, [businessId]);
  const written = recounted + (found.length === 0 ? 0 : await staging.run(writeSql, [businessId, now]));
  if (staging.areFew && staging.heldRows('rechecked_values').length === 0) return written;
  const dropped = await staging.run(
    dropSql.replace(':rechecked', () => (scope === 'all' ? 'true' : RECHECKED)),
    [businessId],
  );
  return written + dropped;
}

const RECHECKED =
  'exists (select from rechecked_values as rechecked where rechecked.value_kind = generic.value_kind and rechecked.value = generic.value)';
