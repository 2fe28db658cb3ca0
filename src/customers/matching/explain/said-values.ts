import type { ColumnKind, RecordTable } from '../record-table.ts';

/** What a record says in the fields that are told with their values. */
export type SaidRecord = Readonly<Partial<Record<ColumnKind | 'year', string>>>;

/** What two records say, as it was written. */
export interface SaidValues {
  first: SaidRecord;
  second: SaidRecord;
}

/** What two records of a table say; of several columns of a kind, the first that says anything. */
export function saidIn({ columns }: RecordTable, first: number, second: number): SaidValues {
  const saidBy = (record: number): SaidRecord => {
    const said: Partial<Record<ColumnKind, string>> = {};
    for (const { kind, values } of columns) {
      const value = (values[record] ?? '').trim().replace(/\s+/g, ' ');
      if (value !== '' && kind !== 'other' && said[kind] === undefined) said[kind] = value;
    }
    return said;
  };
  return { first: saidBy(first), second: saidBy(second) };
}
