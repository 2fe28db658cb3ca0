import { expect, test } from 'vitest';
import type { GoldenValueShape } from '../../../contract/golden.ts';
import { foldGolden, placeOf } from './fold-golden.ts';

const WHY = 'The only one, from job 7-1, 2026-01-05.';

function value(field: string, text: string | null, why = WHY): GoldenValueShape {
  const counts = { candidates: 1, rows: 1, agreeing: 1 };
  return {
    field,
    title: field.replaceAll('_', ' '),
    value: text,
    by: 'rule',
    rule: 'newest',
    ...counts,
    from: null,
    decidedBy: null,
    decidedAt: null,
    why,
  };
}

const address = [
  value('origin_address', '1 Oak St, Austin'),
  value('origin_city', 'Austin'),
  value('origin_state', 'TX'),
  value('origin_zip', null),
];

test('a name with its parts and an address are told once each, and nothing twice', () => {
  const lines = foldGolden([value('name', 'Ann Bell'), value('first_name', 'Ann'), value('last_name', 'Bell'), ...address]);
  expect(lines.map(({ title, value: text }) => [title, text])).toEqual([
    ['Name', 'Ann Bell'],
    ['Moves from', '1 Oak St, Austin, TX'],
  ]);
});

test('a part that a person set has a line of its own', () => {
  const lines = foldGolden([value('name', 'Ann Bell'), value('last_name', 'Crane', 'Set by hand by anna on 2026-02-01.')]);
  expect(lines.map(({ title, value: text }) => [title, text])).toEqual([
    ['Name', 'Ann Bell'],
    ['Last name', 'Crane'],
  ]);
});

test('a place is written as city, state and postal code, by its street where that is all there is, and not at all without any', () => {
  expect(
    placeOf(
      [...address, value('origin_zip', '78701')].filter(({ value: text }) => text !== null),
      'origin',
    ),
  ).toBe('Austin, TX 78701');
  expect(placeOf([value('origin_address', '1 Oak St')], 'origin')).toBe('1 Oak St');
  expect(placeOf([], 'destination')).toBeNull();
});
