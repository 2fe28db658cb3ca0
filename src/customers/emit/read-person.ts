import { normaliseEmail } from '../normalise/normalise-email.ts';
import { normaliseName } from '../normalise/normalise-name.ts';
import { type ForeignPhone, type PhoneKeys, isForeign, normalisePhone, parseForeignPhone } from '../normalise/normalise-phone.ts';
import { isPlaceholderEmail, isPlaceholderPhone } from '../normalise/placeholders.ts';

/** A changed row as a record source gives it, every value as text, in the order of `CHANGED_COLUMNS`. */
export type ChangedRow = readonly (string | null)[];

export const CHANGED_COLUMNS = [
  'source_id',
  'source_key',
  'source_updated_at',
  'name',
  'email',
  'phone',
  'country',
  'quote_number',
  'observed_on',
  'batch_id',
  'street',
  'city',
  'state',
  'postal_code',
  'has_record',
] as const;

/** Position of `has_record`: whether the row has a person record already. */
export const HAS_RECORD = CHANGED_COLUMNS.indexOf('has_record');

/** Placeholder values met while reading: `email noreply@x.com`. */
export class FillerNotes {
  readonly emails = new Set<string>();
  readonly phones = new Set<string>();
}

/** A row as values of `arrivals`; a promise only for numbers of another country's plan. */
export function readPerson(
  row: ChangedRow,
  source: string,
  idOf: (sourceId: string) => string,
  fillers: FillerNotes,
): (string | null)[] | Promise<(string | null)[]> {
  const phone = row[5];
  if (phone === null || phone === undefined) return arrival(row, source, idOf, NO_PHONE, fillers);
  const read: PhoneKeys | ForeignPhone = normalisePhone(phone, row[6] ?? null);
  if (!isForeign(read)) return arrival(row, source, idOf, read, fillers);
  return parseForeignPhone(read).then((parsed) => arrival(row, source, idOf, parsed, fillers));
}

const NO_PHONE: PhoneKeys = { phoneKey: null, extension: null };

function arrival(
  row: ChangedRow,
  source: string,
  idOf: (sourceId: string) => string,
  phone: PhoneKeys,
  fillers: FillerNotes,
): (string | null)[] {
  const [
    sourceId = null,
    sourceKey = null,
    updatedAt = null,
    name = null,
    email = null,
    rawPhone = null,
    ,
    quoteNumber = null,
    observedOn = null,
    batchId = null,
    street = null,
    city = null,
    state = null,
    postalCode = null,
    hasRecord = null,
  ] = row;
  const keys = name === null ? null : normaliseName(name);
  const emailKey = email === null ? null : normaliseEmail(email);
  if (emailKey !== null && isPlaceholderEmail(emailKey)) fillers.emails.add(emailKey);
  if (phone.phoneKey !== null && isPlaceholderPhone(phone.phoneKey)) fillers.phones.add(phone.phoneKey);
  return [
    source,
    sourceId === null ? null : idOf(sourceId),
    sourceId,
    sourceKey,
    updatedAt,
    name,
    keys?.display ?? null,
    keys?.nameKey ?? null,
    keys?.firstKey ?? null,
    keys?.lastKey ?? null,
    keys?.suffix ?? null,
    email,
    emailKey,
    rawPhone,
    phone.phoneKey,
    phone.extension,
    quoteNumber,
    observedOn,
    batchId,
    street,
    city,
    state,
    postalCode,
    hasRecord,
  ];
}
