import type { BusinessTransaction } from '../../../platform/database/database.ts';
import { Fault } from '../../../platform/fault.ts';
import { normaliseEmail } from '../../normalise/normalise-email.ts';
import { normaliseName } from '../../normalise/normalise-name.ts';
import { isForeign, normalisePhone, parseForeignPhone } from '../../normalise/normalise-phone.ts';
import { GOLDEN_FIELDS } from '../golden-fields.ts';

/** A value as it is kept; of a name also first and last name. */
export interface HandValue {
  value: string;
  parts: string[];
}

const GENDERS = ['MALE', 'FEMALE', 'UNCERTAIN'];
const LONGEST = 300;

/** Reads what a person typed into a field, into the form in which imports bring it. Throws with what was expected. */
export async function readHandValue(transaction: BusinessTransaction, field: string, raw: string): Promise<HandValue> {
  const text = raw.trim().replace(/\s+/g, ' ');
  if (text === '' || text.length > LONGEST)
    throw refuse(field, raw, `1 to ${LONGEST} letters; "throughline customers unset" goes back to the rules`);
  if (field === 'name') return readName(raw, text);
  if (field === 'email') return plain(normaliseEmail(text) ?? refuse(field, raw, 'an address such as ann@bell.org'));
  if (field === 'phone') return plain((await readPhone(transaction, text)) ?? refuse(field, raw, 'a whole number such as +1 512 555 0100'));
  if (field !== 'gender') return plain(text);
  const gender = text.toUpperCase();
  return plain(GENDERS.includes(gender) ? gender : refuse(field, raw, GENDERS.join(', ')));
}

/** Throws unless it is one of the fields there are. */
export function requireField(field: string): void {
  if (GOLDEN_FIELDS.some((known) => known.field === field)) return;
  throw new Fault('unknown_field', `A field is one of ${GOLDEN_FIELDS.map((known) => known.field).join(', ')}; found "${field}".`, {
    exit: 'usage',
    status: 404,
  });
}

function readName(raw: string, text: string): HandValue {
  const name = normaliseName(text);
  if (name === null) throw refuse('name', raw, 'a name that names somebody');
  const [first = '', ...rest] = name.display.split(' ');
  const last = (name.suffix === null ? rest : rest.slice(0, -1)).join(' ');
  return { value: name.display, parts: last === '' ? [first] : [first, last] };
}

async function readPhone(transaction: BusinessTransaction, text: string): Promise<string | null> {
  const { country } = await transaction.one<{ country: string }>('select country from tenancy.businesses where id = $1', [
    transaction.businessId,
  ]);
  const read = normalisePhone(text, country);
  return (isForeign(read) ? await parseForeignPhone(read) : read).phoneKey;
}

function plain(value: string | Fault): HandValue {
  if (value instanceof Fault) throw value;
  return { value, parts: [] };
}

function refuse(field: string, raw: string, expected: string): Fault {
  return new Fault('value_shape', `${field} takes ${expected}; found "${raw.slice(0, 80)}".`, { exit: 'usage', status: 422 });
}
