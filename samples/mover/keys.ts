import { createHash } from 'node:crypto';
import type { BadLead, Contact } from './model.ts';

/** The identifying fields of a bad lead as one hash: provider, name, e-mail, phone digits and ISO date, joined by `|`. */
export function badLeadKey({ provider, contact, received }: BadLead): string {
  const fields = [provider, contact.name, contact.email].map((text) => text.trim().toLowerCase().replaceAll(/\s+/g, ' '));
  return createHash('sha256')
    .update([...fields, contact.phone.replaceAll(/\D/g, ''), received].join('|'))
    .digest('hex');
}

/** What a contact's e-mail says about who it is; null for none and for a generic one. */
export function emailKey({ email }: Contact): string | null {
  const key = email.trim().toLowerCase();
  return key === '' || /^(noreply|none|info)@/.test(key) || key === OFFICE_EMAIL ? null : key;
}

/** The E.164 number, extension apart; null for none, for seven digits and for a generic one. */
export function phoneKey({ phone }: Contact): string | null {
  const [number = ''] = phone.split(/ ext/);
  const digits = number.replaceAll(/\D/g, '');
  if (['0000000000', '1234567890', '9999999999'].includes(digits) || digits.length < 10) return null;
  const key = digits.length === 10 ? `+1${digits}` : `+${digits}`;
  return key === OFFICE_PHONE ? null : key;
}

/** Nine clients of one realtor share these: used by many, so no evidence. */
export const OFFICE_PHONE = '+14035550100';
export const OFFICE_EMAIL = 'relocations@example.com';
