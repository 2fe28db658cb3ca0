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

/** The same, normalised as a row that is imported. */
export interface ReadGiven {
  names: NameKeys | null;
  emailKey: string | null;
  phoneKey: string | null;
  /** Street, city, state, postal code. */
  place: readonly (string | null)[];
}

/** Reads what was given of a person; fillers are nothing. */
export async function readGiven(given: GivenPerson): Promise<ReadGiven> {
  const email = given.email === undefined ? null : normaliseEmail(given.email);
  const read = normalisePhone(given.phone ?? '', given.country ?? null);
  const { phoneKey: phone } = isForeign(read) ? await parseForeignPhone(read) : read;
  return {
    names: normaliseName(given.name ?? ''),
    emailKey: email === null || isPlaceholderEmail(email) ? null : email,
    phoneKey: phone === null || isPlaceholderPhone(phone) ? null : phone,
    place: [given.street, given.city, given.state, given.zip].map((value) => value ?? null),
  };
}
