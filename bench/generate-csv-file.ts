import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

export interface CsvFile {
  row(cells: readonly (string | number)[]): void | Promise<void>;
  close(): Promise<void>;
  readonly rows: number;
}

const CHUNK = 1 << 20;

/** Opens a CSV file for writing row by row; await what `row` returns, so that memory stays flat. */
export function openCsvFile(path: string, headers: readonly string[]): CsvFile {
  const stream = createWriteStream(path);
  let pending = `${headers.map(quote).join(',')}\n`;
  let rows = 0;
  return {
    row: (cells) => {
      rows += 1;
      let line = '';
      for (let at = 0; at < cells.length; at += 1) {
        const cell = cells[at] ?? '';
        line += (at === 0 ? '' : ',') + (typeof cell === 'string' ? quote(cell) : cell);
      }
      pending += `${line}\n`;
      if (pending.length < CHUNK) return undefined;
      const chunk = pending;
      pending = '';
      return stream.write(chunk) ? undefined : once(stream, 'drain').then(() => undefined);
    },
    close: async () => {
      stream.end(pending);
      await finished(stream);
    },
    get rows() {
      return rows;
    },
  };
}

function quote(cell: string): string {
  return cell.includes(',') || cell.includes('\n') || cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}
