import type { StagedRow, Staging } from '../staging/staging.ts';
import { countPeople, MOST_PEOPLE } from './find-generic.ts';
import { type NameTexts, NameCodes } from './name-codes.ts';
import statement from './recount-generic.sql';
import { makeRoster } from './roster.ts';

interface HeldName extends NameTexts {
  value_kind: string;
  value: string;
  records: number;
}

/**
 * Counts the people behind generic values that a new or changed record holds. Of those that too many hold still
 * nobody has to be looked at, only their counts are staged (`recounted_values`); returns the others, kind and value,
 * whose holders all have to be. One new record on an office's number brought 468 others along.
 */
export async function recountGeneric(staging: Staging, values: readonly StagedRow[]): Promise<StagedRow[]> {
  const names = values.length === 0 ? [] : await readNames(staging, values);
  const groups = new Map(values.map(([kind, value]) => [`${kind} ${value}`, [] as HeldName[]]));
  for (const name of names) groups.get(`${name.value_kind} ${name.value}`)?.push(name);
  const counted = values.map(([kind = null, value = null]) => {
    const held = groups.get(`${kind} ${value}`) ?? [];
    return { kind, value, people: countNames(held), records: held.reduce((sum, { records }) => sum + records, 0) };
  });
  await staging.put(
    'recounted_values',
    counted
      .filter(({ people }) => people > MOST_PEOPLE)
      .map(({ kind, value, people, records }) => [kind, value, String(people), String(records)]),
  );
  return counted.filter(({ people }) => people <= MOST_PEOPLE).map(({ kind, value }) => [kind, value]);
}

function readNames(staging: Staging, values: readonly StagedRow[]): Promise<HeldName[]> {
  return staging.rows<HeldName>(statement, [
    staging.transaction.businessId,
    values.map(([kind]) => kind),
    values.map(([, value]) => value),
  ]);
}

function countNames(names: readonly NameTexts[]): number {
  const roster = makeRoster(names.length);
  const codes = new NameCodes();
  for (const [record, name] of names.entries()) codes.read(roster, record, name);
  return countPeople(roster, Int32Array.from(names.keys()));
}
