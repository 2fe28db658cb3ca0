import { Fault } from '../../../platform/fault.ts';
import { openTables } from '../../../import/index.ts';
import type { RecordTable } from '../record-table.ts';
import type { ColumnChoice } from './parse-columns.ts';
import { readPlainCsv } from './read-plain-csv.ts';

export interface TableChoice {
  columns: readonly ColumnChoice[];
  /** Header of the column with the ids; line numbers when there is none. */
  id: string | undefined;
}

/** Reads the chosen columns of any file our import can read; its first filled row holds the headers. */
export async function readTable(path: string, choice: TableChoice, signal: AbortSignal): Promise<RecordTable> {
  const [table] = await openTables(path);
  if (table === undefined) return new TableBuilder(choice).table;
  if (table.format === 'csv' && table.detail.encoding === 'utf-8') {
    const builder = new TableBuilder(choice);
    const isRead = readPlainCsv(
      path,
      table.detail.delimiter ?? ',',
      (header) => builder.choose(header),
      (line, cells) => builder.add(line, cells),
    );
    if (isRead) return builder.table;
  }
  const builder = new TableBuilder(choice);
  let places: number[] | undefined;
  for await (const batch of table.batches(signal))
    for (const { cells, line } of batch) {
      if (cells.every((cell) => cell === '')) continue;
      if (places === undefined) places = builder.choose(cells);
      else
        builder.add(
          line,
          places.map((place) => (cells[place] ?? '').trim()),
        );
    }
  return builder.table;
}

/** Rows of chosen cells as columns. */
class TableBuilder {
  readonly #ids: string[] = [];
  readonly #choice: TableChoice;
  readonly #columns: { kind: ColumnChoice['kind']; name: string; values: string[]; from: number; to: number }[] = [];

  constructor(choice: TableChoice) {
    this.#choice = choice;
    let from = choice.id === undefined ? 0 : 1;
    for (const { kind, headers } of choice.columns) {
      this.#columns.push({ kind, name: headers.join('+'), values: [], from, to: from + headers.length });
      from += headers.length;
    }
  }

  get table(): RecordTable {
    return { ids: this.#ids, columns: this.#columns };
  }

  /** Where the cells of the id and of the columns stand in a row. Throws `no_such_column` for one that is not there. */
  choose(header: readonly string[]): number[] {
    const names = header.map((name) => name.trim().toLowerCase());
    const wanted = [...(this.#choice.id === undefined ? [] : [this.#choice.id]), ...this.#choice.columns.flatMap(({ headers }) => headers)];
    return wanted.map((name) => {
      const at = names.indexOf(name.trim().toLowerCase());
      if (at >= 0) return at;
      throw new Fault(
        'no_such_column',
        `The file has no column "${name}".${nearestOf(name, header)} Its columns are: ${header.map((found) => found.trim()).join(', ')}.`,
        { exit: 'usage' },
      );
    });
  }

  add(line: number, cells: readonly string[]): void {
    this.#ids.push(this.#choice.id === undefined ? String(line) : (cells[0] ?? ''));
    for (const { values, from, to } of this.#columns) {
      if (to === from + 1) values.push(cells[from] ?? '');
      else
        values.push(
          cells
            .slice(from, to)
            .filter((cell) => cell !== '')
            .join(' '),
        );
    }
  }
}

/** The header that begins alike or shares the most letter pairs with a name nobody bears, as a question. */
function nearestOf(wanted: string, header: readonly string[]): string {
  const pairsOf = (text: string): Set<string> => {
    const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    return new Set(Array.from({ length: letters.length }, (_, at) => `${letters[at - 1] ?? '^'}${letters[at] ?? ''}`));
  };
  const pairs = pairsOf(wanted);
  let best = '';
  let most = 0.4;
  for (const name of header) {
    const own = pairsOf(name);
    const likeness = (2 * [...own].filter((pair) => pairs.has(pair)).length) / Math.max(1, own.size + pairs.size);
    if (likeness > most) [best, most] = [name.trim(), likeness];
  }
  return best === '' ? '' : ` Did you mean "${best}"?`;
}
