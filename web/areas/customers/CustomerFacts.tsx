import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CustomerShape } from '../../../contract/customers.ts';
import { showDay, showMoney, showName, showPhone } from '../../ui/show-values.ts';
import { placeOf } from './fold-golden.ts';
import { numberIn, textIn, useAnswer } from '../overview/use-answer.ts';

/** How to reach them, since when they are known, and what they are worth. */
export function CustomerFacts({ customer }: { customer: CustomerShape }) {
  const profile = useAnswer('customer_complete_profile', { customer: customer.id });
  const row = profile.data?.rows[0];
  const currency = textIn(row, 'currency');
  const value = numberIn(row, 'total_customer_value');
  const ends = [
    ['Moves from', placeOf(customer.golden, 'origin')],
    ['Moves to', placeOf(customer.golden, 'destination')],
  ] as const;
  const places = ends.filter(([, place]) => place !== null);
  return (
    <section aria-label="Facts" className="rounded-card border border-line bg-card p-4">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3">
        <Fact name="Phone">
          {distinct(
            customer.phone,
            customer.records.map((record) => record.phone),
            digitsOf,
          ).map((phone) => (
            <a key={phone} href={`tel:${phone}`} className="block truncate text-accent">
              {showPhone(phone)}
            </a>
          ))}
        </Fact>
        <Fact name="E-mail" isWide>
          {distinct(
            customer.email,
            customer.records.map((record) => record.email),
            (email) => email.toLowerCase(),
          ).map((email) => (
            <a key={email} href={`mailto:${email}`} title={email} className="block truncate text-accent">
              {email}
            </a>
          ))}
        </Fact>
        <Fact name="First lead">{customer.firstLeadDate === null ? null : showDay(customer.firstLeadDate)}</Fact>
        <Fact name="Became a customer">{customer.conversionDate === null ? 'not yet' : showDay(customer.conversionDate)}</Fact>
        <Fact name="Standing">{row === undefined ? null : showName(textIn(row, 'customer_type'))}</Fact>
        <Fact name="Worth">
          {row === undefined
            ? null
            : value !== null && currency !== ''
              ? showMoney(value, currency)
              : value === 0 || currency !== ''
                ? '–'
                : 'in several currencies'}
        </Fact>
        {places.map(([name, place]) => (
          <Fact key={name} name={name}>
            {place}
          </Fact>
        ))}
        {customer.household.length > 0 && (
          <Fact name="Shares a phone or e-mail with" isWide>
            {uniqueMembers(customer).map((member) => (
              <Link key={member.id} to="/customers/$customerId" params={{ customerId: member.id }} className="block truncate text-accent">
                {member.name}
              </Link>
            ))}
          </Fact>
        )}
      </dl>
    </section>
  );
}

function Fact({ name, children, isWide = false }: { name: string; children: ReactNode; isWide?: boolean }) {
  const isEmpty = children === null || (Array.isArray(children) && children.length === 0);
  return (
    <div className={`min-w-0 ${isWide ? 'max-sm:col-span-2' : ''}`}>
      <dt className="text-xs font-medium text-muted">{name}</dt>
      <dd className="figures mt-0.5">{isEmpty ? '–' : children}</dd>
    </div>
  );
}

/** Each value once however it is written, the customer's own first. */
function distinct(own: string | null, others: readonly (string | null)[], keyOf: (value: string) => string): string[] {
  const known = new Map<string, string>();
  for (const value of [own, ...others]) if (value !== null && value !== '' && !known.has(keyOf(value))) known.set(keyOf(value), value);
  return [...known.values()];
}

function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '').slice(-10);
}

function uniqueMembers(customer: CustomerShape): { id: string; name: string }[] {
  return [...new Map(customer.household.map((member) => [member.id, member])).values()];
}
