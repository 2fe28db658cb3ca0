import { Link } from '@tanstack/react-router';
import type { CustomerShape } from '../../../contract/customers.ts';
import { useBusiness } from '../../app/business.ts';
import { showInstant } from '../../ui/show-values.ts';
import { useHistory } from './use-decisions.ts';

/** Says of an address that is kept for ever whose it was, and since when it leads here. */
export function OldAddress({ oldId, customer }: { oldId: string; customer: CustomerShape }) {
  const { timeZone } = useBusiness();
  const history = useHistory(customer.id);
  const merge = history.data?.events.find(({ kind, other, takenBack }) => kind === 'merged' && other?.id === oldId && takenBack === null);
  return (
    <p role="status" className="mb-4 rounded-inner border border-line bg-accent-soft px-4 py-2.5 text-sm">
      {merge === undefined
        ? 'The id you came with leads to this customer now.'
        : `You came for ${merge.other?.name ?? 'another customer'}, who became part of ${customer.name} on ${showInstant(merge.at, timeZone)}.`}{' '}
      Old addresses keep working.{' '}
      <Link to="/customers/$customerId" params={{ customerId: customer.id }} replace className="text-accent underline">
        Go to the present one
      </Link>
    </p>
  );
}
