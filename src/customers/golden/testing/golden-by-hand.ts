import { normaliseEmail } from '../../normalise/normalise-email.ts';
import { normaliseName } from '../../normalise/normalise-name.ts';
import { isForeign, normalisePhone } from '../../normalise/normalise-phone.ts';

/** A row as it stands in its table. */
export interface PlainRow {
  id: string;
  key: string;
  customer: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  street: string | null;
  zip: string | null;
  toCity: string | null;
  day: string;
}

export interface PlainRule {
  choice: string;
  rule: string;
  sources: string[];
}

/** The rules written down a second time, in plain TypeScript, from their description: what the product says is held against it. */
export function goldenByHand(rows: readonly PlainRow[], rules: readonly PlainRule[], generic: ReadonlySet<string>): Record<string, string> {
  const golden: Record<string, string> = {};
  for (const { choice, rule, sources } of rules) {
    const values = rows.flatMap((row) => valueIn(row, choice, generic));
    const times = (value: Value): number => values.filter((other) => other.sameAs === value.sameAs).length;
    const standing = (value: Value): number =>
      ({ newest: 0, 'most-complete': value.fullness, 'most-frequent': times(value), trusted: sources.includes('toy.rows') ? 1 : 0 })[
        rule
      ] ?? 0;
    const [best] = [...values].sort(
      (a, b) =>
        Number(a.isGeneric) - Number(b.isGeneric) ||
        standing(b) - standing(a) ||
        order(b.row.day, a.row.day) ||
        Number(a.told === a.told.toUpperCase()) - Number(b.told === b.told.toUpperCase()) ||
        order(a.told, b.told) ||
        order(a.row.key, b.row.key),
    );
    if (best === undefined) continue;
    for (const [field, value] of Object.entries(best.fields)) if (value !== null && value !== '') golden[field] = value;
  }
  return golden;
}

interface Value {
  row: PlainRow;
  told: string;
  sameAs: string;
  fullness: number;
  isGeneric: boolean;
  fields: Record<string, string | null>;
}

function valueIn(row: PlainRow, choice: string, generic: ReadonlySet<string>): Value[] {
  if (choice === 'name') return nameOf(row);
  if (choice === 'email' || choice === 'phone') {
    const value = choice === 'email' ? emailOf(row) : phoneOf(row);
    if (value === null) return [];
    return [{ row, told: value, sameAs: value, fullness: 0, isGeneric: generic.has(`${choice} ${value}`), fields: { [choice]: value } }];
  }
  const parts = choice === 'origin' ? [row.street, null, null, row.zip] : [null, row.toCity, null, null];
  const known = parts.filter((part) => part !== null);
  if (known.length === 0) return [];
  const names = ['address', 'city', 'state', 'zip'];
  const fields = Object.fromEntries(names.map((name, index) => [`${choice}_${name}`, parts[index] ?? null]));
  const sameAs = parts.map((part) => part?.toLowerCase() ?? '').join('|');
  return [{ row, told: known.join(', '), sameAs, fullness: known.length, isGeneric: false, fields }];
}

function nameOf(row: PlainRow): Value[] {
  const name = row.name === null ? null : normaliseName(row.name);
  if (name === null) return [];
  const isWhole = name.firstKey.length > 1 && name.lastKey !== null;
  const fullness = (isWhole ? 1_000_000 : 0) + name.nameKey.split(' ').length * 1_000 + name.nameKey.length;
  const [first = '', ...rest] = name.display.split(' ');
  const last = (name.suffix === null ? rest : rest.slice(0, -1)).join(' ');
  const fields = { name: name.display, first_name: first, last_name: last };
  return [{ row, told: name.display, sameAs: name.nameKey, fullness, isGeneric: false, fields }];
}

function emailOf(row: PlainRow): string | null {
  return row.email === null ? null : normaliseEmail(row.email);
}

function phoneOf(row: PlainRow): string | null {
  const read = row.phone === null ? null : normalisePhone(row.phone, 'US');
  return read === null || isForeign(read) ? null : read.phoneKey;
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
