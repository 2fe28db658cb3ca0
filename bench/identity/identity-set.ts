import { createWriteStream, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import type { Random } from './random.ts';

/** What a column holds, in the words of `customers dedupe --columns`; null: not for matching. */
export type ColumnKind =
  | 'name'
  | 'given_name'
  | 'surname'
  | 'email'
  | 'phone'
  | 'street'
  | 'city'
  | 'state'
  | 'zip'
  | 'dob'
  | 'company'
  | 'other'
  | null;

export interface SetColumn {
  name: string;
  kind: ColumnKind;
}

/** Records with known truth: `people[row]` is the number of the person behind the row. */
export interface IdentitySet {
  name: string;
  columns: readonly SetColumn[];
  rows: readonly (readonly string[])[];
  people: Int32Array;
  /** Columns that make one field together, in the words of `--columns`: "street=street_number+address_1". */
  joined?: readonly string[];
}

/** Rows in a random order, with the person of each: nothing can be learnt from where a row stands. */
export function makeSet(
  name: string,
  columns: readonly SetColumn[],
  drafts: { person: number; values: readonly string[] }[],
  random: Random,
): IdentitySet {
  random.shuffle(drafts);
  return { name, columns, rows: drafts.map(({ values }) => values), people: Int32Array.from(drafts, ({ person }) => person) };
}

/** Writes DIR/name.csv (first column id), name.truth.csv (id,person) and name.columns (the value for --columns). */
export async function writeSet(dir: string, set: IdentitySet): Promise<void> {
  await writeLines(`${dir}/${set.name}.csv`, ['id', ...set.columns.map(({ name }) => name)].join(','), set.rows.length, (row) =>
    [String(row), ...(set.rows[row] ?? []).map(cell)].join(','),
  );
  await writeLines(`${dir}/${set.name}.truth.csv`, 'id,person', set.rows.length, (row) => `${row},${set.people[row] ?? 0}`);
  writeFileSync(`${dir}/${set.name}.columns`, columnsOption(set));
}

/** The value of `--columns` for a set: kind=column,kind=column. */
export function columnsOption(set: IdentitySet): string {
  return [...set.columns.flatMap(({ name, kind }) => (kind === null ? [] : [`${kind}=${name}`])), ...(set.joined ?? [])].join(',');
}

async function writeLines(path: string, header: string, count: number, line: (row: number) => string): Promise<void> {
  const stream = createWriteStream(path);
  let chunk = `${header}\n`;
  for (let row = 0; row < count; row += 1) {
    chunk += `${line(row)}\n`;
    if (chunk.length < 1_000_000) continue;
    if (!stream.write(chunk)) await once(stream, 'drain');
    chunk = '';
  }
  stream.end(chunk);
  await once(stream, 'finish');
}

function cell(value: string): string {
  return /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
