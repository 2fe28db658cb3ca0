import { openTables } from '../../../import/index.ts';
import type { RecordTable } from '../record-table.ts';
import { readPlainCsv } from './read-plain-csv.ts';
import { TableBuilder, type TableChoice } from './table-builder.ts';

/** Any table our import can read. */
type SourceTable = Awaited<ReturnType<typeof openTables>>[number];

/**
 * Reads the chosen columns of any file our import can read, one record for each row under the header: a blank line is
 * no row, a row of empty cells is one. `note` is told what somebody who looks at the result should know.
 */
export async function readTable(
  path: string,
  choice: TableChoice,
  signal: AbortSignal,
  note: (text: string) => void = () => undefined,
): Promise<RecordTable> {
  const [table, ...others] = await openTables(path, { keepRaw: true });
  if (table === undefined) return new TableBuilder(choice).finish(true);
  if (others.length > 0)
    note(`Only the sheet "${table.detail.sheet}" is read, not ${others.map(({ detail }) => `"${detail.sheet}"`).join(', ')}.`);
  if (table.format === 'csv' && table.detail.encoding === 'utf-8') {
    const builder = new TableBuilder(choice);
    if (readPlainCsv(path, table.detail.delimiter ?? ',', builder)) return builder.finish(true);
  }
  return readAnyTable(table, new TableBuilder(choice), signal, note);
}

async function readAnyTable(
  table: SourceTable,
  builder: TableBuilder,
  signal: AbortSignal,
  note: (text: string) => void,
): Promise<RecordTable> {
  let places: number[] | undefined;
  const faults: string[] = [];
  for await (const batch of table.batches(signal))
    for (const { cells, line, raw, fault } of batch) {
      const isEmpty = cells.every((cell) => cell === '');
      if (isEmpty && (places === undefined || table.format === 'xlsx' || raw?.trim() === '')) continue;
      if (places === undefined) {
        places = builder.choose(cells);
        if (places === undefined || builder.hasHeader) continue;
      }
      if (fault !== undefined) faults.push(`line ${line}: ${fault.message}`);
      builder.add(line, fault?.code === 'broken_json' ? [] : places.map((place) => cells[place] ?? ''));
    }
  if (faults.length > 0) note(`${faults.length} rows could not be read as they should be; ${faults[0]}`);
  return builder.finish(places !== undefined);
}
