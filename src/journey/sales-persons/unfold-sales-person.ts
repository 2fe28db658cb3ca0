import type { BusinessTransaction } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import { linkPerformance } from '../performance/link-orphaned-performance-records.ts';
import { applyFolds, type MovedRows } from './apply-folds.ts';
import insertPersons from './insert-sales-persons.sql';
import { readSalesPersons, type SalesPersonBook } from './read-sales-persons.ts';
import { recordFold, takeFoldBack } from './record-fold.ts';
import separateSpelling from './separate-spelling.sql';

export interface Unfolded {
  spelling: string;
  /** Whom it meant until now. */
  from: string;
  /** Whom it means again. */
  to: string;
  moved: MovedRows & { performance: number };
}

/**
 * Takes back the fold that a spelling went by, with every row that it moved; a spelling that
 * was never folded but shares a name with others becomes a person of its own. Either way no
 * rule folds it again. An unknown spelling, or one that stands alone, is a Fault.
 */
export async function unfoldSalesPerson(transaction: BusinessTransaction, spelling: string, by: string): Promise<Unfolded> {
  const book = await readSalesPersons(transaction);
  const row = book.spellings.find((candidate) => candidate.spelling === spelling) ?? spellingOfPerson(book, spelling);
  if (row === undefined) {
    throw new Fault(
      'unknown_spelling',
      `No row names a sales person "${spelling}". Write it exactly as in the file; "throughline journey folds" lists what was folded.`,
      { exit: 'usage', status: 404 },
    );
  }
  const from = row.sales_person_id;
  if (row.fold_id === null) await separate(transaction, book, row.spelling, row.own_sales_person_id, by);
  else await takeFoldBack(transaction, row.fold_id, by);
  const rows = await applyFolds(transaction, [from]);
  const performance = await linkPerformance(transaction);
  const after = await readSalesPersons(transaction);
  const now = after.spellings.find((candidate) => candidate.spelling === row.spelling);
  return {
    spelling: row.spelling,
    from: nameOf(after, from),
    to: nameOf(after, now?.sales_person_id ?? from),
    moved: { ...rows, performance: performance.changed },
  };
}

/** "Ava S" may be asked for by the person's name although every file writes "_Ava S_". */
function spellingOfPerson(book: SalesPersonBook, name: string): SalesPersonBook['spellings'][number] | undefined {
  const person = book.persons.find((candidate) => candidate.name === name);
  return person === undefined
    ? undefined
    : book.spellings.find((candidate) => candidate.own_sales_person_id === person.id && candidate.fold_id !== null);
}

async function separate(
  transaction: BusinessTransaction,
  book: SalesPersonBook,
  spelling: string,
  ownId: string,
  by: string,
): Promise<void> {
  const person = book.persons.find((candidate) => candidate.id === ownId);
  const sharesName = book.spellings.some((row) => row.own_sales_person_id === ownId && row.spelling !== spelling);
  if (person === undefined || !sharesName) {
    throw new Fault(
      'not_folded',
      `"${spelling}" stands alone: it was not folded into anybody. "throughline journey folds" lists what was folded.`,
      { exit: 'usage', status: 409 },
    );
  }
  const isTaken = book.persons.some((candidate) => candidate.name === spelling);
  const id = uuidV7();
  const fresh = { id, name: isTaken ? `${spelling} (${id.slice(-4)})` : spelling, normalized_name: person.normalized_name };
  await transaction.run(insertPersons, [transaction.businessId, JSON.stringify([fresh]), null, 'manual', new Date()]);
  await transaction.run(separateSpelling, [transaction.businessId, spelling, id]);
  await recordFold(transaction, {
    keptId: ownId,
    foldedId: id,
    spelling: fresh.name,
    method: 'same_name',
    confidence: 1,
    evidence: {},
    madeBy: by,
    undoneBy: by,
  });
}

function nameOf(book: SalesPersonBook, id: string): string {
  return book.persons.find((person) => person.id === id)?.name ?? id;
}
