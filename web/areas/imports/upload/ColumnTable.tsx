import type { UploadFileShape } from '../../../../contract/uploads.ts';
import { showName } from '../../../ui/show-values.ts';

/** Every header of the file, what it is read as, and some of its cells. */
export function ColumnTable({ table }: { table: UploadFileShape['tables'][number] }) {
  return (
    <div className="mt-2 max-h-80 overflow-auto rounded-inner border border-line">
      <table className="w-full text-sm">
        <caption className="sr-only">Columns of {table.name}</caption>
        <thead className="sticky top-0 bg-sunken text-left text-xs text-muted">
          <tr className="h-8 *:px-3 *:font-medium">
            <th scope="col">In the file</th>
            <th scope="col">Read as</th>
            <th scope="col">Such as</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map(({ header, column, samples }, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a header may stand twice; its place is what tells it apart.
            <tr key={position} className="border-t border-line align-top *:px-3 *:py-1.5">
              <th scope="row" className="text-left font-normal">
                {header === '' ? <span className="text-muted">(no header)</span> : header}
              </th>
              <td className={column === null ? 'text-muted' : ''}>{column === null ? 'ignored' : showName(column)}</td>
              <td className="figures max-w-72 truncate text-muted" title={samples.join(' · ')}>
                {samples.join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
