import type { SalesPerson, SalesPersonBook } from './read-sales-persons.ts';
import { makePersonResolver } from './resolve-fold.ts';

/** Two people of the list who may be one. */
export interface FoldProposal {
  kept: SalesPerson;
  folded: SalesPerson;
  /** `same_name` needs nothing more; `initial` needs evidence that they work together. */
  because: 'same_name' | 'initial';
}

/** A short name that fits nobody, or more than one. */
export interface AmbiguousName {
  person: SalesPerson;
  candidates: SalesPerson[];
}

export interface FoldProposals {
  proposals: FoldProposal[];
  ambiguous: AmbiguousName[];
}

/**
 * Who may be whom among those not folded yet: names that are equal but for hyphens and
 * spaces, and "First L" where exactly one "First Last" fits. A first name alone proposes
 * nothing, and a fold that was taken back is not proposed again.
 */
export function proposeFolds(book: SalesPersonBook): FoldProposals {
  const resolve = makePersonResolver(book.folds);
  const standing = book.persons.filter((person) => resolve(person.id) === person.id && hasSpelling(book, person));
  const refused = new Set(
    book.folds
      .filter((fold) => fold.is_undone)
      .flatMap((fold) => [`${fold.kept_id} ${fold.folded_id}`, `${fold.folded_id} ${fold.kept_id}`]),
  );
  const isRefused = (one: SalesPerson, other: SalesPerson): boolean => refused.has(`${one.id} ${other.id}`);

  const proposals: FoldProposal[] = [];
  const ambiguous: AmbiguousName[] = [];
  const oldest = new Map<string, SalesPerson>();
  const distinct: SalesPerson[] = [];
  for (const person of standing) {
    const key = person.normalized_name.replace(/[ -]+/g, '');
    const kept = oldest.get(key);
    if (kept !== undefined && !isRefused(kept, person)) {
      proposals.push({ kept, folded: person, because: 'same_name' });
      continue;
    }
    if (kept === undefined) oldest.set(key, person);
    distinct.push(person);
  }
  for (const person of distinct) {
    if (!isShort(person.normalized_name)) continue;
    const candidates = distinct.filter((other) => isShortFor(person.normalized_name, other.normalized_name));
    const [only] = candidates;
    if (only === undefined) continue;
    if (candidates.length > 1) ambiguous.push({ person, candidates });
    else if (!isRefused(only, person)) proposals.push({ kept: only, folded: person, because: 'initial' });
  }
  return { proposals, ambiguous };
}

/** People whom no text means any more (their spelling was mapped away) propose nothing. */
function hasSpelling(book: SalesPersonBook, person: SalesPerson): boolean {
  return person.origin === 'manual' || book.spellings.some((spelling) => spelling.own_sales_person_id === person.id);
}

/** "ava s": at least one name, then a single letter. */
function isShort(key: string): boolean {
  return /^\S.* \p{L}$/u.test(key);
}

/** Whether "ava s" can stand for "ava sample": the same first names, the last begins with the letter. */
function isShortFor(short: string, full: string): boolean {
  const shortNames = short.split(' ');
  const fullNames = full.split(' ');
  const initial = shortNames.pop() ?? '';
  const last = fullNames.at(-1) ?? '';
  if (fullNames.length < 2 || last.length < 2 || !last.startsWith(initial)) return false;
  return shortNames.every((name, position) => position < fullNames.length - 1 && fullNames[position] === name);
}
