import { createHash } from 'node:crypto';
import type { FileKind } from '../../import/file-kind.ts';
import { dayColumn, textColumn } from './column-readers.ts';
import { leadSourceLookup } from './lookups.ts';

/** Bad Leads: no quote number, so that identity is a hash of what identifies the lead. */
export const badLeads: FileKind = {
  kind: 'bad_leads',
  title: 'Bad Leads',
  order: 40,
  table: 'journey.bad_leads',
  key: 'natural_key',
  columns: [
    textColumn('provider', ['Provider'], { distinctive: true }),
    textColumn('customer_name', ['Customer Name', 'Name'], { required: true }),
    textColumn('customer_email', ['Customer Email', 'Email']),
    textColumn('customer_phone', ['Customer Phone', 'Phone Number', 'Phone']),
    dayColumn('move_date', ['Move Date']),
    dayColumn('date_lead_received', ['Date Lead Received'], { required: true, distinctive: true }),
    textColumn('lead_bad_reason', ['Lead Bad Reason'], { distinctive: true }),
  ],
  derived: [
    {
      to: 'natural_key',
      from: ['customer_name', 'customer_email', 'customer_phone', 'provider', 'date_lead_received'],
      derive: naturalKey,
    },
  ],
  personColumns: ['customer_name'],
  lookups: [leadSourceLookup('provider')],
  links: [],
};

/**
 * SHA-256 of provider | name | e-mail | phone digits | received day, each trimmed, lower-cased,
 * spaces collapsed; null when none of them is there.
 */
export function naturalKey(value: (column: string) => string | null): string | null {
  const identity = [
    plain(value('provider')),
    plain(value('customer_name')),
    plain(value('customer_email')),
    (value('customer_phone') ?? '').replace(/\D/g, ''),
    value('date_lead_received') ?? '',
  ];
  if (identity.every((part) => part === '')) return null;
  return createHash('sha256').update(identity.join('|')).digest('hex');
}

function plain(text: string | null): string {
  return (text ?? '').trim().toLowerCase().replace(/\s+/g, ' ');
}
