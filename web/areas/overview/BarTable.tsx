import type { ReactNode } from 'react';
import { Bar } from '../../ui/Bar.tsx';

export interface BarTableColumn<Row> {
  name: string;
  show: (row: Row) => ReactNode;
  /** Left out on narrow screens. */
  isExtra?: boolean;
}

interface BarTableProps<Row> {
  caption: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  head: string;
  label: (row: Row) => ReactNode;
  /** The figure that the bar draws. */
  measure: (row: Row) => number;
  columns: readonly BarTableColumn<Row>[];
}

/** Chart and table in one: each row has a bar from zero under its name, and its figures beside. */
export function BarTable<Row>({ caption, rows, keyOf, head, label, measure, columns }: BarTableProps<Row>) {
  const largest = Math.max(...rows.map(measure), 0);
  return (
    <table className="w-full table-fixed text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-xs text-muted">
        <tr className="h-8 border-b border-line *:font-medium">
          <th scope="col" className="w-[42%] text-left">
            {head}
          </th>
          {columns.map((column) => (
            <th key={column.name} scope="col" className={`pl-2 text-right ${column.isExtra === true ? 'max-sm:hidden' : ''}`}>
              {column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} className="border-b border-line last:border-0">
            <th scope="row" className="py-2 pr-3 text-left font-normal">
              <span className="mb-1.5 block truncate">{label(row)}</span>
              <Bar share={largest === 0 ? 0 : measure(row) / largest} />
            </th>
            {columns.map((column) => (
              <td key={column.name} className={`pl-2 text-right align-top leading-9 ${column.isExtra === true ? 'max-sm:hidden' : ''}`}>
                {column.show(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
