import { parsePersonName } from '../../import/cells/parse-person-name.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import type { ManualMapping } from '../manual-mappings/read-manual-mappings.ts';
import insertPersons from './insert-sales-persons.sql';
import insertSpellings from './insert-sales-person-spellings.sql';
import { readSalesPersons, type SalesPerson, type SalesPersonBook } from './read-sales-persons.ts';
import { recordFold, takeFoldBack } from './record-fold.ts';
import { makeFoldResolver, makePersonResolver, MANUAL } from './resolve-fold.ts';

/** Who folds, when the file of mappings does. */
export const MAPPING_FILE = 'manual mapping';

export interface MappedSalesPersons {
  changed: number;
  /** Lines of the file whose fold a person took back later: that decision stands. */
  takenBack: string[];
}

/** Folds the spellings of sales_persons.csv into the people named there, made if missing; over any rule. */
export async function mapSalesPersons(transaction: BusinessTransaction, mappings: readonly ManualMapping[]): Promise<MappedSalesPersons> {
  const result: MappedSalesPersons = { changed: 0, takenBack: [] };
  for (const { spelling, target } of mappings) {
    // Read again for each line: one line may fold the person whom the next one names.
    const book = await readSalesPersons(transaction);
    const wanted = await findOrMake(transaction, book, target);
    const known = book.spellings.find((row) => row.spelling === spelling);
    if (known === undefined) {
      await rememberSpelling(transaction, spelling, wanted, book);
      result.changed += 1;
      continue;
    }
    const ownFold = book.folds.find((fold) => !fold.is_undone && fold.method !== MANUAL && fold.folded_id === known.own_sales_person_id);
    if (wanted.id === known.own_sales_person_id && ownFold !== undefined) {
      // The file says that this person is nobody else: what a rule folded is taken back.
      await takeFoldBack(transaction, ownFold.id, MAPPING_FILE);
      result.changed += 1;
      continue;
    }
    const wantedId = makePersonResolver(book.folds)(wanted.id);
    if (makeFoldResolver(book.folds)(spelling, known.own_sales_person_id).sales_person_id === wantedId) continue;
    const ofSpelling = book.folds.filter((fold) => fold.method === MANUAL && fold.spelling === spelling);
    if (ofSpelling.some((fold) => fold.is_undone && fold.kept_id === wanted.id && fold.undone_by !== MAPPING_FILE)) {
      result.takenBack.push(spelling);
      continue;
    }
    for (const fold of ofSpelling.filter((standing) => !standing.is_undone)) await takeFoldBack(transaction, fold.id, MAPPING_FILE);
    await recordFold(transaction, {
      keptId: wanted.id,
      foldedId: known.own_sales_person_id,
      spelling,
      method: MANUAL,
      confidence: 1,
      evidence: { mappedTo: target },
      madeBy: MAPPING_FILE,
    });
    result.changed += 1;
  }
  return result;
}

async function findOrMake(transaction: BusinessTransaction, book: SalesPersonBook, name: string): Promise<SalesPerson> {
  const key = parsePersonName(name)?.key ?? name.toLowerCase();
  const found = book.persons.find((person) => person.name === name) ?? book.persons.find((person) => person.normalized_name === key);
  if (found !== undefined) return found;
  const person: SalesPerson = { id: uuidV7(), name, normalized_name: key, origin: 'manual' };
  await transaction.run(insertPersons, [transaction.businessId, JSON.stringify([person]), null, 'manual', new Date()]);
  return person;
}

async function rememberSpelling(
  transaction: BusinessTransaction,
  spelling: string,
  person: SalesPerson,
  book: SalesPersonBook,
): Promise<void> {
  const row = { id: uuidV7(), spelling, own_sales_person_id: person.id, ...makeFoldResolver(book.folds)(spelling, person.id) };
  await transaction.run(insertSpellings, [transaction.businessId, JSON.stringify([row]), null, 'manual']);
}
