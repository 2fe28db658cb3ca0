import type { BusinessTransaction } from '../../platform/database/database.ts';
import { matchedTables, type Row, writeTables } from '../matching/dedupe/write-steps.ts';
import { keyByModel, MODEL_KINDS } from '../matching/model/model-keys.ts';
import { SLOTS } from '../matching/propose/block-keys.ts';
import { sortKeys } from '../matching/propose/sort-keys.ts';
import type { LookedAt } from '../proposals/match-evidence.ts';
import type { People } from '../resolve/assign-customers.ts';
import { customerBefore } from '../resolve/plan-changes.ts';
import { type Roster, recordIdOf } from '../resolve/roster.ts';
import nameRecordsSql from './name-records.sql';

/** What a run came to, before anything of it is written. */
export interface RunSteps {
  /** The records of the run's scope. */
  roster: Roster;
  /** Who they are from now on. */
  people: People;
  /** The records that were compared, one per person of the exact rules and way of being written. */
  looked: LookedAt;
}

/**
 * Writes what each step of a run came to as CSV files in a folder, as dedupe does, records under names that other commands
 * take: records.csv, keys.csv, weights.csv, pairs.csv (each from 75 % on) and groups.csv (every record of the scope, with
 * its customer before and after).
 */
export async function writeRunSteps(transaction: BusinessTransaction, folder: string, { roster, people, looked }: RunSteps): Promise<void> {
  const rows = await transaction.rows<{ id: string; name: string }>(nameRecordsSql, [transaction.businessId]);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  await writeTables(folder, {
    ...matchedTables(looked.ids.map(nameOf), looked.match),
    'keys.csv': keys(looked),
    'groups.csv': groups({ roster, people, looked }, nameOf),
  });
}

function* keys({ match: { features } }: LookedAt): Iterable<Row> {
  yield ['key', 'keys', 'keys_of_several', 'records_of_the_largest'];
  const own = keyByModel(features, new Set());
  for (const { name, slots } of MODEL_KINDS) {
    const sorted = sortKeys(own, SLOTS, slots).keys;
    const counts = { keys: 0, several: 0, largest: 0 };
    for (let from = 0, to = 0; from < sorted.length; from = to) {
      while (to < sorted.length && sorted[to] === sorted[from]) to += 1;
      counts.keys += 1;
      if (to - from > 1) counts.several += 1;
      counts.largest = Math.max(counts.largest, to - from);
    }
    yield [name, counts.keys, counts.several, counts.largest];
  }
}

function* groups({ roster, people, looked }: RunSteps, nameOf: (id: string) => string): Iterable<Row> {
  const { clusters, confidence } = looked.match;
  const compared = new Map(looked.ids.map((id, at) => [id, at]));
  yield ['record', 'compared', 'cluster', 'confidence', 'customer_before', 'customer'];
  for (let record = 0; record < roster.count; record += 1) {
    const id = recordIdOf(roster, record);
    const at = compared.get(id);
    const found = at === undefined ? ['no', '', ''] : ['yes', nameOf(looked.ids[clusters[at] ?? at] ?? id), confidence[at] ?? 1];
    const customer = people.list[people.personOf[record] ?? -1]?.customerId ?? '';
    yield [nameOf(id), ...found, customerBefore(roster, record) ?? '', customer];
  }
}
