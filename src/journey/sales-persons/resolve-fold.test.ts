import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SalesPersonFold } from './read-sales-persons.ts';
import { makeFoldResolver, makePersonResolver, MANUAL } from './resolve-fold.ts';

const PEOPLE = ['a', 'b', 'c', 'd'];

const fold = fc.record({
  id: fc.uuid(),
  kept_id: fc.constantFrom(...PEOPLE),
  folded_id: fc.constantFrom(...PEOPLE),
  spelling: fc.constantFrom('x', 'y'),
  method: fc.constantFrom(MANUAL, 'same_name', 'same_branch'),
  is_undone: fc.boolean(),
  undone_by: fc.constant(null),
});

it('ends at a person for any folds, also those that run in a circle', () => {
  fc.assert(
    fc.property(fc.array(fold, { maxLength: 8 }), fc.constantFrom(...PEOPLE), (folds, own) => {
      expect(PEOPLE).toContain(makeFoldResolver(folds)('x', own).sales_person_id);
      expect(PEOPLE).toContain(makePersonResolver(folds)(own));
    }),
  );
});

it('with every fold taken back, a spelling means its own person again', () => {
  fc.assert(
    fc.property(fc.array(fold, { maxLength: 8 }), fc.constantFrom(...PEOPLE), (folds, own) => {
      const undone = folds.map((made): SalesPersonFold => ({ ...made, is_undone: true }));
      expect(makeFoldResolver(undone)('x', own)).toEqual({ sales_person_id: own, fold_id: null });
    }),
  );
});

it('a fold by hand of one spelling comes before the fold of its person, which then leads on', () => {
  const made = (id: string, folded: string, kept: string, method: string): SalesPersonFold => ({
    id,
    kept_id: kept,
    folded_id: folded,
    spelling: 'x',
    method,
    is_undone: false,
    undone_by: null,
  });
  const resolve = makeFoldResolver([made('1', 'a', 'b', 'same_name'), made('2', 'a', 'c', MANUAL), made('3', 'c', 'd', 'same_branch')]);
  expect(resolve('x', 'a')).toEqual({ sales_person_id: 'd', fold_id: '2' });
  expect(resolve('y', 'a')).toEqual({ sales_person_id: 'b', fold_id: '1' });
});
