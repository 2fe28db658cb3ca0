import { parsePersonName } from '../../import/cells/parse-person-name.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import insertPersons from './insert-sales-persons.sql';
import insertSpellings from './insert-sales-person-spellings.sql';
import { readSalesPersons } from './read-sales-persons.ts';
import { makeFoldResolver } from './resolve-fold.ts';

/**
 * Makes sure that every text that holds a name has a row in journey.sales_person_spellings,
 * and a person behind it. Texts with one name key are one person; a person who was folded
 * into another stays so in the next file.
 */
export async function ensureSalesPersons(
  transaction: BusinessTransaction,
  spellings: readonly string[],
  batchId: string | null,
): Promise<void> {
  if (spellings.length === 0) return;
  const book = await readSalesPersons(transaction);
  const seen = new Set(book.spellings.map((row) => row.spelling));
  const fresh = [...new Set(spellings)].filter((spelling) => !seen.has(spelling)).sort();
  const resolve = makeFoldResolver(book.folds);
  const idOf = new Map(book.persons.toReversed().map((person) => [person.normalized_name, person.id]));
  const made: { id: string; name: string; normalized_name: string }[] = [];
  const rows = fresh.flatMap((spelling) => {
    const name = parsePersonName(spelling);
    if (name === null) return [];
    let ownId = idOf.get(name.key);
    if (ownId === undefined) {
      ownId = uuidV7();
      idOf.set(name.key, ownId);
      made.push({ id: ownId, name: name.display, normalized_name: name.key });
    }
    return { id: uuidV7(), spelling, own_sales_person_id: ownId, ...resolve(spelling, ownId) };
  });
  if (made.length > 0)
    await transaction.run(insertPersons, [transaction.businessId, JSON.stringify(made), batchId, 'compiled', new Date()]);
  if (rows.length > 0) await transaction.run(insertSpellings, [transaction.businessId, JSON.stringify(rows), batchId, 'compiled']);
}
