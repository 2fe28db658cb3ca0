import { Link } from '@tanstack/react-router';
import { showCount, showDay } from '../../ui/show-values.ts';

/** Rows of the business, each with its day, its customer and the line of the file it was read from. */
export function RowTable({ rows }: { rows: readonly Record<string, unknown>[] }) {
  const hasWhole = rows.some((row) => row.of_amount !== null);
  const hasAmount = rows.some((row) => row.amount !== null);
  const hasCents = rows.some((row) => [row.amount, row.of_amount].some((value) => typeof value === 'number' && !Number.isInteger(value)));
  if (rows.length === 0) return <p className="py-6 text-center text-muted">No row is behind it: nothing was counted.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard.
    <section aria-label="Rows behind the figure" tabIndex={0} className="-mx-5 overflow-x-auto">
      <table className="w-full">
        <thead className="text-xs text-muted">
          <tr className="border-b border-line text-left *:px-3 *:py-2 *:font-medium *:first:pl-5 *:last:pr-5">
            <th scope="col">Row</th>
            <th scope="col">Day</th>
            {hasAmount && (
              <th scope="col" className="text-right">
                Adds
              </th>
            )}
            {hasWhole && (
              <th scope="col" className="text-right">
                Out of
              </th>
            )}
            <th scope="col" className="max-md:hidden">
              Status
            </th>
            <th scope="col">Customer</th>
            <th scope="col">Read from</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr
              // biome-ignore lint/suspicious/noArrayIndexKey: a row may count twice (as lead and as job), and rows never move.
              key={index}
              className="h-9 border-b border-line last:border-0 hover:bg-sunken *:px-3 *:first:pl-5 *:last:pr-5"
            >
              <td className="whitespace-nowrap">
                <span className="text-muted">{text(row.source)}</span> {text(row.reference)}
              </td>
              <td className="whitespace-nowrap">{typeof row.day === 'string' ? showDay(row.day) : '–'}</td>
              {hasAmount && <td className="whitespace-nowrap text-right">{amount(row.amount, hasCents)}</td>}
              {hasWhole && <td className="whitespace-nowrap text-right">{amount(row.of_amount, hasCents)}</td>}
              <td className="max-md:hidden">{text(row.status)}</td>
              <td className="whitespace-nowrap">
                {typeof row.customer_id === 'string' ? (
                  <Link to="/customers/$customerId" params={{ customerId: row.customer_id }} className="text-accent hover:underline">
                    {text(row.customer_name)}
                  </Link>
                ) : (
                  '–'
                )}
              </td>
              <td className="max-w-72 truncate text-muted" title={origin(row)}>
                {origin(row)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function text(value: unknown): string {
  return value === null || value === undefined || value === '' ? '–' : String(value);
}

const decimals = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Amounts of one table look alike: all with two decimals as soon as one has any. */
function amount(value: unknown, hasCents: boolean): string {
  if (typeof value !== 'number') return text(value);
  return hasCents ? decimals.format(value) : showCount(value);
}

function origin(row: Record<string, unknown>): string {
  if (row.file_name === null) return '–';
  return `${text(row.file_name)}${row.line === null ? '' : `, line ${row.line}`} (import ${text(row.import_number)})`;
}
