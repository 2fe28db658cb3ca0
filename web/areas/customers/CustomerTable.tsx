import { Link } from '@tanstack/react-router';
import type { CustomerListShape } from '../../../contract/customers.ts';
import { counted, showPhone, showSource } from '../../ui/show-values.ts';

/** One line per person: how to reach them, and which rows they stand in. */
export function CustomerTable({ customers }: { customers: CustomerListShape['customers'] }) {
  return (
    <table className="w-full overflow-hidden rounded-card border border-line bg-card text-sm max-md:block">
      <caption className="sr-only">Customers</caption>
      <thead className="text-left text-xs text-muted max-md:sr-only">
        <tr className="h-9 border-b border-line *:px-4 *:font-medium">
          <th scope="col" className="w-[28%]">
            Name
          </th>
          <th scope="col" className="w-[28%]">
            E-mail
          </th>
          <th scope="col" className="w-[18%]">
            Phone
          </th>
          <th scope="col">Rows that name them</th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {customers.map((customer) => (
          <tr
            key={customer.id}
            className="relative border-b border-line last:border-0 hover:bg-sunken max-md:block max-md:px-4 max-md:py-2.5 md:h-10 md:*:px-4"
          >
            <th scope="row" className="text-left font-medium max-md:block">
              <Link to="/customers/$customerId" params={{ customerId: customer.id }} className="after:absolute after:inset-0">
                {customer.name}
              </Link>
            </th>
            <td className="max-w-0 truncate text-ink-soft max-md:block max-md:max-w-full" title={customer.emails.join(', ')}>
              <Values values={customer.emails} />
            </td>
            <td className="whitespace-nowrap text-ink-soft max-md:block">
              <Values values={customer.phones.map(showPhone)} />
            </td>
            <td className="text-muted max-md:block">{describeRecords(customer.records)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Values({ values }: { values: readonly string[] }) {
  const [first, ...more] = values;
  if (first === undefined) return <span className="text-muted max-md:hidden">–</span>;
  return (
    <>
      {first}
      {more.length > 0 && <span className="text-muted"> +{more.length}</span>}
    </>
  );
}

/** "2 jobs, 1 quote" */
function describeRecords(records: readonly { source: string }[]): string {
  const counts = new Map<string, number>();
  for (const record of records) counts.set(showSource(record.source), (counts.get(showSource(record.source)) ?? 0) + 1);
  return [...counts].map(([source, count]) => counted(count, source)).join(', ');
}
