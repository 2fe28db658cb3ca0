import type { SalesPersonFold } from './read-sales-persons.ts';

/** The method of a fold that concerns one spelling only. */
export const MANUAL = 'manual';

/** Whom a spelling means once the folds that stand are applied, and by which fold it left its own person. */
export interface ResolvedSpelling {
  sales_person_id: string;
  fold_id: string | null;
}

/**
 * Applies the folds that stand. A fold made by hand for just this spelling comes first; then
 * each person leads on to the one it was folded into. Folds stay single steps, so that taking
 * one back restores everything behind it.
 */
export function makeFoldResolver(folds: readonly SalesPersonFold[]): (spelling: string, ownId: string) => ResolvedSpelling {
  const standing = folds.filter((fold) => !fold.is_undone);
  const bySpelling = new Map(standing.filter((fold) => fold.method === MANUAL).map((fold) => [fold.spelling, fold]));
  const byPerson = new Map(standing.filter((fold) => fold.method !== MANUAL).map((fold) => [fold.folded_id, fold]));
  return (spelling, ownId) => {
    const first = bySpelling.get(spelling) ?? byPerson.get(ownId);
    if (first === undefined) return { sales_person_id: ownId, fold_id: null };
    return { sales_person_id: lastOf(byPerson, first.kept_id), fold_id: first.id };
  };
}

/** Whom a person was folded into, directly or over others; the person itself when it was not. */
export function makePersonResolver(folds: readonly SalesPersonFold[]): (personId: string) => string {
  const byPerson = new Map(folds.filter((fold) => !fold.is_undone && fold.method !== MANUAL).map((fold) => [fold.folded_id, fold]));
  return (personId) => lastOf(byPerson, personId);
}

function lastOf(byPerson: ReadonlyMap<string, SalesPersonFold>, start: string): string {
  const passed = new Set([start]);
  let current = start;
  for (let next = byPerson.get(current); next !== undefined && !passed.has(next.kept_id); next = byPerson.get(current)) {
    current = next.kept_id;
    passed.add(current);
  }
  return current;
}
