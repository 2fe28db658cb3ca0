import type { RecordTable } from '../record-table.ts';
import { HeaderFinder, placesByNumber } from './find-header.ts';
import type { ColumnChoice } from './parse-columns.ts';

export interface TableChoice {
  columns: readonly ColumnChoice[];
  /** Header of the column with the ids; line numbers when there is none. */
  id: string | undefined;
  /** False: the first row is a record, and columns are named by their places (#1, #2). */
  hasHeader?: boolean;
}

/** Rows of chosen cells as columns. An id is kept to the last byte; of all else the spaces around it go. */
export class TableBuilder {
  readonly #ids: string[] = [];
  readonly #choice: TableChoice;
  readonly #wanted: readonly string[];
  readonly #finder: HeaderFinder;
  readonly #columns: { kind: ColumnChoice['kind']; name: string; values: string[]; from: number; to: number }[] = [];

  constructor(choice: TableChoice) {
    this.#choice = choice;
    this.#wanted = [...(choice.id === undefined ? [] : [choice.id]), ...choice.columns.flatMap(({ headers }) => headers)];
    this.#finder = new HeaderFinder(this.#wanted);
    let from = choice.id === undefined ? 0 : 1;
    for (const { kind, headers } of choice.columns) {
      this.#columns.push({ kind, name: headers.join('+'), values: [], from, to: from + headers.length });
      from += headers.length;
    }
  }

  get hasHeader(): boolean {
    return this.#choice.hasHeader !== false;
  }

  /** Throws `no_such_column` when no row had the columns that were asked for. */
  finish(isHeaderFound: boolean): RecordTable {
    if (!isHeaderFound) throw this.#finder.missing();
    return { ids: this.#ids, columns: this.#columns };
  }

  /** Where the cells of the id and of the columns stand, by a filled row; undefined when it stands above the header. */
  choose(row: readonly string[]): number[] | undefined {
    return this.hasHeader ? this.#finder.look(row) : placesByNumber(this.#wanted, row.length);
  }

  add(line: number, cells: readonly string[]): void {
    this.#ids.push(this.#choice.id === undefined ? String(line) : (cells[0] ?? ''));
    for (const { values, from, to } of this.#columns) {
      if (to === from + 1) values.push((cells[from] ?? '').trim());
      else
        values.push(
          cells
            .slice(from, to)
            .map((cell) => cell.trim())
            .filter((cell) => cell !== '')
            .join(' '),
        );
    }
  }
}
