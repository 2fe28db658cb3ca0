import type { RecordColumn } from '../record-table.ts';

/** A stretch of a column as one text: threads pass one long text much faster than many short ones. */
export interface PackedColumn {
  kind: RecordColumn['kind'];
  name: string;
  text: string;
  lengths: Uint32Array;
}

/** The values from one row to another (that one left out). */
export function packColumn({ kind, name, values }: RecordColumn, from: number, to: number): PackedColumn {
  const chosen = values.slice(from, to);
  return { kind, name, text: chosen.join(''), lengths: Uint32Array.from(chosen, ({ length }) => length) };
}

export function openColumn({ kind, name, text, lengths }: PackedColumn): RecordColumn {
  const values: string[] = [];
  let from = 0;
  for (const length of lengths) {
    values.push(text.slice(from, from + length));
    from += length;
  }
  return { kind, name, values };
}
