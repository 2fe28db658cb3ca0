import { Fault } from '../../../platform/fault.ts';
import { openTables } from '../../../import/index.ts';
import type { RecordTable } from '../record-table.ts';
import type { ColumnChoice } from './parse-columns.ts';

export interface TableChoice {
  columns: readonly ColumnChoice[];
  /** Header of the column with the ids; line numbers when there is none. */
  id: string | undefined;
}

/** Reads the chosen columns of any file our import can read; its first filled row holds the headers. */
export async function readTable(path: string, choice: TableChoice, signal: AbortSignal): Promise<RecordTable> {
  const [table] = await openTables(path);
  const ids: string[] = [];
  const columns = choice.columns.map(({ kind, headers }) => ({ kind, name: headers.join('+'), values: [] as string[] }));
  if (table === undefined) return { ids, columns };
  let places: ColumnPlaces | undefined;
  for await (const batch of table.batches(signal))
    for (const { cells, line } of batch) {
      if (places === undefined) {
        if (cells.some((cell) => cell.trim() !== '')) places = findPlaces(cells, choice);
        continue;
      }
      if (cells.every((cell) => cell === '')) continue;
      ids.push(places.id === undefined ? String(line) : (cells[places.id] ?? ''));
      for (const [index, parts] of places.columns.entries()) columns[index]?.values.push(joined(cells, parts));
    }
  return { ids, columns };
}

export interface ColumnPlaces {
  id: number | undefined;
  /** Per chosen column the places of its parts in a row. */
  columns: number[][];
}

/** Where the chosen columns stand in a header row. Throws `no_such_column` for one that does not. */
export function findPlaces(header: readonly string[], choice: TableChoice): ColumnPlaces {
  const names = header.map((name) => name.trim().toLowerCase());
  const find = (wanted: string): number => {
    const at = names.indexOf(wanted.trim().toLowerCase());
    if (at >= 0) return at;
    throw new Fault(
      'no_such_column',
      `The file has no column "${wanted}". Its columns are: ${header.map((name) => name.trim()).join(', ')}.`,
      { exit: 'usage' },
    );
  };
  return {
    id: choice.id === undefined ? undefined : find(choice.id),
    columns: choice.columns.map(({ headers }) => headers.map(find)),
  };
}

function joined(cells: readonly string[], parts: readonly number[]): string {
  if (parts.length === 1) return (cells[parts[0] ?? 0] ?? '').trim();
  return parts
    .map((part) => (cells[part] ?? '').trim())
    .filter((part) => part !== '')
    .join(' ');
}
