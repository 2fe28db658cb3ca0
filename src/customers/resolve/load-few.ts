import type { Staging } from '../staging/staging.ts';
import statement from './load-few.sql';
import type { LoadedRecords } from './load-records.ts';
import { NameCodes, type NameTexts } from './name-codes.ts';
import { makeRoster, NEVER, type Roster } from './roster.ts';

interface FewRow extends NameTexts {
  id: string;
  customer_id: string | null;
  name_key: string | null;
  email_key: string | null;
  phone_key: string | null;
  quote_number: string | null;
  observed_day: number | null;
  display_name: string | null;
  street: string | null;
  city: string | null;
  state: string | null;
  postal_code: string | null;
  observed_on: string | null;
  needs_resolving: boolean;
  is_email_generic: boolean;
  is_phone_generic: boolean;
  is_quote_number_generic: boolean;
}

/** Loads a small scope in one message; what load-roster.sql works out of texts in the database is worked out here. */
export async function loadFew(staging: Staging): Promise<LoadedRecords> {
  const rows = await staging.rows<FewRow>(statement, [staging.transaction.businessId]);
  const roster = makeRoster(rows.length);
  const codes = new NameCodes();
  for (const row of rows) readRow(roster, codes, row);
  roster.waiting = rows.flatMap(({ needs_resolving }, record) => (needs_resolving ? [record] : []));
  const generic = roster.valueBooks.map((book) => new Uint8Array(book.size + 1));
  for (const [record, row] of rows.entries()) {
    for (const [kind, isGeneric] of [row.is_email_generic, row.is_phone_generic, row.is_quote_number_generic].entries()) {
      const code = roster.values[kind]?.[record] ?? 0;
      if (isGeneric) generic[kind]?.fill(1, code, code + 1);
    }
  }
  const texts = rows.map((row) => [
    row.id,
    row.display_name,
    row.email_key,
    row.phone_key,
    row.street,
    row.city,
    row.state,
    row.postal_code,
    row.observed_on,
  ]);
  return { roster, generic, texts };
}

function readRow(roster: Roster, codes: NameCodes, row: FewRow): void {
  const record = roster.count;
  roster.ids.write(row.id.replaceAll('-', ''), record * 16, 'hex');
  roster.customers[record] = customerAt(roster, row.customer_id);
  const isFull = codes.read(roster, record, row);
  for (const [kind, text] of [row.email_key, row.phone_key, row.quote_number].entries()) {
    const column = roster.values[kind];
    const book = roster.valueBooks[kind];
    if (column !== undefined && book !== undefined) column[record] = codes.codeIn(book, text);
  }
  roster.nameWeights[record] = (isFull ? 1 << 20 : 0) + fullness(row.name_key);
  roster.observedDays[record] = row.observed_day ?? NEVER;
  roster.shownNames[record] = codes.numberOf(row.display_name);
  roster.count += 1;
}

function customerAt(roster: Roster, id: string | null): number {
  if (id === null) return -1;
  const known = roster.customerIds.indexOf(id);
  return known >= 0 ? known : roster.customerIds.push(id) - 1;
}

/** Words before letters. */
function fullness(name: string | null): number {
  if (name === null || name === '') return 0;
  return Math.min(name.split(' ').length, 15) * (1 << 16) + Math.min([...name].length, 65_535);
}
