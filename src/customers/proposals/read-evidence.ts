import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { RecordTable } from '../matching/record-table.ts';
import type { Scope } from '../resolve/choose-scope.ts';
import type { PeopleForest } from '../resolve/people-forest.ts';
import type { LoadedRecords } from '../resolve/load-records.ts';
import { type Roster, findRecord } from '../resolve/roster.ts';
import readEvidenceSql from './read-evidence.sql';

/** The records that are compared, and their positions in the roster. */
export interface Evidence {
  table: RecordTable;
  records: Int32Array;
}

const BATCH = 20_000;
const COLUMNS = 'id, display_name, email_key, phone_key, street, city, state, postal_code, observed_on';
const KINDS = ['name', 'email', 'phone', 'street', 'city', 'state', 'zip'] as const;

/** Where in a row of evidence the day stands that the record tells of. */
const SEEN_AT = KINDS.length + 1;

/** Position in KINDS of the values that may be generic, and their kind in the roster. */
const VALUE_KIND_AT = new Map([
  [1, 0],
  [2, 1],
]);

/**
 * Reads what is compared: of every person found by the exact rules one record per way of being
 * written (name, e-mail and phone together), the oldest. So the hundred equal rows of a good
 * customer are compared once, and the same records are chosen again in the next run.
 */
export async function readEvidence(
  transaction: BusinessTransaction,
  { roster, generic, forest, texts: few }: LoadedRecords & { forest: PeopleForest },
  scope: Scope,
): Promise<Evidence> {
  const chosen = chooseRecords(roster, generic, forest);
  const ids: string[] = [];
  const records: number[] = [];
  const texts = KINDS.map((): string[] => []);
  const seen: string[] = [];
  const take = (record: number, [id, ...values]: readonly (string | null)[]): void => {
    if (id === null || id === undefined || chosen[record] !== 1) return;
    const said = KINDS.map((_, place) => (says(roster, generic, record, place) ? (values[place] ?? '') : ''));
    if (!canBeFound(said)) return;
    ids.push(id);
    records.push(record);
    seen.push(values[SEEN_AT - 1] ?? '');
    for (const [place, text] of texts.entries()) text.push(said[place] ?? '');
  };
  if (few === null) await readRows(transaction, scope, (row) => take(findRecord(roster, row[0] ?? ''), row));
  else for (const [record, row] of few.entries()) take(record, row);
  return { table: makeTable(ids, texts, seen), records: Int32Array.from(records) };
}

async function readRows(transaction: BusinessTransaction, scope: Scope, take: (row: readonly (string | null)[]) => void): Promise<void> {
  const { businessId, client } = transaction;
  const known = `select ${COLUMNS} from customers.records where business_id = '${businessId}'::uuid`;
  const rows =
    scope === 'all'
      ? `(${known} union all select ${COLUMNS} from arrivals)`
      : `(${known} and exists (select from scope_records as scope where scope.id = records.id))`;
  await transaction.run(`declare evidence no scroll cursor for ${readEvidenceSql.replace(':rows', () => rows)}`);
  for (;;) {
    const found = await client.query<(string | null)[]>({ text: `fetch ${BATCH} from evidence`, rowMode: 'array' });
    if (found.rows.length === 0) break;
    for (const row of found.rows) take(row);
  }
  await transaction.run('close evidence');
}

/** Rows of evidence as a table to be compared. */
export function tableOf(rows: readonly (readonly (string | null)[])[]): RecordTable {
  return makeTable(
    rows.map(([id]) => id ?? ''),
    KINDS.map((_, place) => rows.map((row) => row[place + 1] ?? '')),
    rows.map((row) => row[SEEN_AT] ?? ''),
  );
}

function makeTable(ids: readonly string[], texts: readonly (readonly string[])[], seen: readonly string[]): RecordTable {
  return { ids, seen, columns: KINDS.map((kind, place) => ({ kind, name: kind, values: texts[place] ?? [] })) };
}

/**
 * A name alone, or with a town, is half the town's: it needs an e-mail, a phone, a street or a postal code. Four in ten
 * customers of a mover are no more than the name of a lost lead, and comparing those finds nothing.
 */
export function canBeFound([, email, phone, street, , , zip]: readonly (string | null | undefined)[]): boolean {
  return [email, phone, street, zip].some((value) => value !== '' && value !== null && value !== undefined);
}

/** An office's number says nothing about who somebody is. */
function says(roster: Roster, generic: readonly Uint8Array[], record: number, place: number): boolean {
  const kind = VALUE_KIND_AT.get(place);
  return kind === undefined || generic[kind]?.[roster.values[kind]?.[record] ?? 0] !== 1;
}

/** One record per person and way of being written; none without a name. */
function chooseRecords(roster: Roster, generic: readonly Uint8Array[], forest: PeopleForest): Uint8Array {
  const chosen = new Uint8Array(roster.count);
  const seen = new Set<string>();
  for (let record = 0; record < roster.count; record += 1) {
    const values = [0, 1].map((kind) => {
      const code = roster.values[kind]?.[record] ?? 0;
      return generic[kind]?.[code] === 1 ? 0 : code;
    });
    if (roster.levels[record] === 0) continue;
    const key = `${forest.rootOf(record)} ${roster.people[record]} ${values.join(' ')}`;
    if (seen.has(key)) continue;
    seen.add(key);
    chosen[record] = 1;
  }
  return chosen;
}
