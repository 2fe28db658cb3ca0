import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { Scope } from './choose-scope.ts';
import { type Roster, VALUE_KINDS, type ValueKind } from './roster.ts';

/**
 * Marks, per kind, the codes of values that are generic before counting: placeholders, and in
 * a partial run the values found generic earlier whose holders are not all in scope.
 */
export async function loadGeneric(transaction: BusinessTransaction, roster: Roster, scope: Scope): Promise<Uint8Array[]> {
  const marks = roster.valueBooks.map((book) => new Uint8Array(book.size + 1));
  const rows = await transaction.rows<{ value_kind: ValueKind; high: number; low: number }>(
    `select value_kind, (hash >> 32)::integer as high, ((hash << 32) >> 32)::integer as low
     from (
       select value_kind, hashtextextended(value, 0) as hash
       from customers.generic_values as generic
       where business_id = $1 and (reason = 'placeholder' or ${scope === 'all' ? 'false' : NOT_RECHECKED})
     ) as hashed`,
    [transaction.businessId],
  );
  for (const { value_kind, high, low } of rows) {
    const kind = VALUE_KINDS.indexOf(value_kind);
    const code = roster.valueBooks[kind]?.find(high, low) ?? 0;
    const mark = marks[kind];
    if (code > 0 && mark !== undefined) mark[code] = 1;
  }
  return marks;
}

const NOT_RECHECKED =
  'not exists (select from rechecked_values as rechecked where rechecked.value_kind = generic.value_kind and rechecked.value = generic.value)';
