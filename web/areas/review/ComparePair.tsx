import { Link } from '@tanstack/react-router';
import type { CustomerShape } from '../../../contract/customers.ts';
import { counted } from '../../ui/show-values.ts';
import { type ComparedField, compareCustomers } from './compare-customers.ts';

/** Two customers side by side: what differs first and tinted, what agrees folded away. */
export function ComparePair({ a, b }: { a: CustomerShape; b: CustomerShape }) {
  const fields = compareCustomers(a, b);
  const same = fields.filter((field) => field.isSame && field.a.length > 0);
  return (
    <>
      <FieldTable caption="What differs" fields={fields.filter((field) => !field.isSame)} heads={{ a, b }} />
      {same.length > 0 && (
        <details className="mt-3">
          <summary className="cursor-pointer text-accent">{counted(same.length, 'field')} the same</summary>
          <div className="mt-2">
            <FieldTable caption="What is the same" fields={same} />
          </div>
        </details>
      )}
    </>
  );
}

function FieldTable({ caption, fields, heads }: { caption: string; fields: ComparedField[]; heads?: Record<'a' | 'b', CustomerShape> }) {
  return (
    <table className="w-full table-fixed text-sm">
      <caption className="sr-only">{caption}</caption>
      <colgroup>
        <col className="w-36 max-md:w-20" />
      </colgroup>
      {heads !== undefined && (
        <thead className="text-left">
          <tr className="border-b border-line">
            <td />
            <Head customer={heads.a} />
            <Head customer={heads.b} />
          </tr>
        </thead>
      )}
      <tbody>
        {fields.map((field) => (
          <tr key={field.name} className="border-b border-line align-top last:border-0">
            <th scope="row" className="py-2 pr-3 text-left text-xs font-medium text-muted">
              {field.name}
            </th>
            <Values values={field.a} isTinted={!field.isSame} />
            <Values values={field.b} isTinted={!field.isSame} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Head({ customer }: { customer: CustomerShape }) {
  return (
    <th scope="col" className="py-2 pr-3 align-bottom text-base font-semibold">
      <Link to="/customers/$customerId" params={{ customerId: customer.id }} className="break-words text-accent">
        {customer.name}
      </Link>
    </th>
  );
}

function Values({ values, isTinted }: { values: readonly string[]; isTinted: boolean }) {
  return (
    <td className="figures break-words py-2 pr-3">
      {values.length === 0 && <span className="text-muted">–</span>}
      {values.map((value) => (
        <span key={value} className="block">
          <span className={isTinted ? 'rounded bg-watch-soft px-1' : ''}>{value}</span>
        </span>
      ))}
    </td>
  );
}
