import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { EvidenceRow } from '../model/find-neighbours.ts';
import { normaliseEmail } from '../normalise/normalise-email.ts';
import { type NameKeys, normaliseName } from '../normalise/normalise-name.ts';
import { isForeign, normalisePhone, parseForeignPhone } from '../normalise/normalise-phone.ts';
import { isPlaceholderEmail, isPlaceholderPhone } from '../normalise/placeholders.ts';

/** What is known of somebody, as it was typed. */
export interface GivenPerson {
  name?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
  street?: string | undefined;
  city?: string | undefined;
  state?: string | undefined;
  zip?: string | undefined;
  /** Two letters; by itself a number of ten digits is one of the US or Canada. */
  country?: string | undefined;
}

/** The same, normalised as a row that is imported; an e-mail or phone of too many people is none. */
export interface ReadGiven {
  names: NameKeys | null;
  nameKey: string | null;
  emailKey: string | null;
  phoneKey: string | null;
  evidence: EvidenceRow;
}

/** Reads what was given of a person. */
export async function readGiven(transaction: BusinessTransaction, given: GivenPerson): Promise<ReadGiven> {
  const names = normaliseName(given.name ?? '');
  const email = given.email === undefined ? null : normaliseEmail(given.email);
  const read = normalisePhone(given.phone ?? '', given.country ?? null);
  const { phoneKey: phone } = isForeign(read) ? await parseForeignPhone(read) : read;
  const generic = await transaction.rows<{ value: string }>(
    `select value from customers.generic_values
     where business_id = $1 and ((value_kind = 'email' and value = $2) or (value_kind = 'phone' and value = $3))`,
    [transaction.businessId, email, phone],
  );
  const says = (key: string | null): string | null => (generic.some(({ value }) => value === key) ? null : key);
  const emailKey = email === null || isPlaceholderEmail(email) ? null : says(email);
  const phoneKey = phone === null || isPlaceholderPhone(phone) ? null : says(phone);
  const place = [given.street, given.city, given.state, given.zip].map((value) => value ?? null);
  return {
    names,
    nameKey: names?.nameKey ?? null,
    emailKey,
    phoneKey,
    evidence: ['', names?.display ?? null, emailKey, phoneKey, ...place],
  };
}
