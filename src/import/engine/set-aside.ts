import { copyRows } from '../../platform/database/copy-rows.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import type { PreparedTable } from './prepared-table.ts';

/** A row that was not loaded: skipped on purpose or quarantined. */
export interface SetAsideRow {
  outcome: 'skipped' | 'quarantined';
  /** Position among the data rows, from 1. */
  place: number;
  line: number;
  code: string;
  message: string;
  column: string | null;
  value: string | null;
  cells: readonly string[];
  raw: string | null;
  hash: string;
  /** The quarantined row of an earlier import that this row of a corrected download stands for. */
  cures?: string | undefined;
}

/** How many samples of a file's set-aside rows a dry run shows. */
const SAMPLE_ROWS = 5;

/** What is kept in memory before it goes to the database: a file may consist of refused rows only. */
const FULL_ROWS = 5_000;
const FULL_CHARACTERS = 4_000_000;

/** The rows of one file that are not loaded, and the quarantined rows it cures, on their way to temporary tables. */
export interface SetAside {
  /** The first rows set aside, for showing. */
  samples: readonly SetAsideRow[];
  add(row: SetAsideRow): void;
  /** Says that the row at `place` of the file stands for a quarantined row of an earlier import. */
  addCured(place: number, quarantinedId: string): void;
  /** Whether it is time to call `flush`. */
  isFull(): boolean;
  /** Writes what waits in memory to `set_aside` and `cured`; no COPY may be running on the connection. */
  flush(): Promise<void>;
}

export const SET_ASIDE_TABLES = [
  'create temp table if not exists set_aside (id uuid, outcome text, line integer, code text, message text, column_name text, value text, cells jsonb, raw text, row_hash text, cures uuid) on commit drop',
  'create temp table if not exists cured (place integer, id uuid) on commit drop',
  'truncate set_aside, cured',
];

/** Keeps what a file set aside under a name of its own, while the next file of its group is read. */
export async function putAside(transaction: BusinessTransaction, place: number): Promise<void> {
  for (const name of ['set_aside', 'cured']) await transaction.run(`alter table if exists ${name} rename to ${name}_${place}`);
}

/** Gives it back its name, to be applied. */
export async function bringBack(transaction: BusinessTransaction, place: number): Promise<void> {
  await transaction.run('drop table if exists set_aside, cured');
  for (const name of ['set_aside', 'cured']) await transaction.run(`alter table if exists ${name}_${place} rename to ${name}`);
}

/** Opens the store of a file's set-aside rows; a replay leaves its quarantined rows where they are. */
export function openSetAside(transaction: BusinessTransaction, table: PreparedTable): SetAside {
  const samples: SetAsideRow[] = [];
  let rows: (string | null)[][] = [];
  let cured: (string | null)[][] = [];
  let characters = 0;
  return {
    samples,
    add(row) {
      if (samples.length < SAMPLE_ROWS) samples.push(row);
      if (table.replayed !== undefined && row.outcome === 'quarantined') return;
      const values = asideValues(row);
      rows.push(values);
      characters += values.reduce((sum, value) => sum + (value?.length ?? 0), 0);
    },
    addCured(place, quarantinedId) {
      cured.push([String(place), quarantinedId]);
    },
    isFull: () => rows.length + cured.length >= FULL_ROWS || characters >= FULL_CHARACTERS,
    async flush() {
      if (rows.length > 0) await writeRows(transaction, 'set_aside', rows);
      if (cured.length > 0) await writeRows(transaction, 'cured', cured);
      rows = [];
      cured = [];
      characters = 0;
    },
  };
}

async function writeRows(transaction: BusinessTransaction, target: string, rows: readonly (string | null)[][]): Promise<void> {
  const copier = copyRows(transaction.client, target);
  for (const row of rows) {
    copier.add(row);
    await copier.settle();
  }
  await copier.finish();
}

function asideValues(row: SetAsideRow): (string | null)[] {
  return [
    uuidV7(),
    row.outcome,
    String(row.line),
    row.code,
    ownCopy(storable(row.message)),
    row.column,
    row.value === null ? null : ownCopy(storable(row.value)),
    JSON.stringify(row.cells.map(storable)),
    row.raw === null ? null : ownCopy(storable(row.raw)),
    row.hash,
    row.cures ?? null,
  ];
}

/** PostgreSQL keeps neither NUL nor half a surrogate pair; they are shown as the replacement character. */
function storable(text: string): string {
  return text.includes('\0') || !text.isWellFormed() ? text.toWellFormed().replaceAll('\0', '\uFFFD') : text;
}

/** A piece of a text keeps the whole text in memory: one refused row in each chunk of a file would keep the file. */
function ownCopy(text: string): string {
  return Buffer.from(text).toString();
}
