import { expect, test } from 'vitest';
import { chronicleSet } from './chronicle.ts';
import { fakeSet } from './fake-like.ts';
import { febrlSet } from './febrl-like.ts';
import { historicalSet } from './historical.ts';
import { householdSet } from './households.ts';
import { type IdentitySet, columnsOption } from './identity-set.ts';

const MAKERS = [householdSet, historicalSet, chronicleSet, febrlSet, fakeSet];

test.each(MAKERS.map((maker) => [maker.name, maker] as const))('%s: one seed, one set; another seed, another', (_, maker) => {
  const set = maker(400, 5);
  expect(set.rows).toHaveLength(400);
  expect(set.rows.every((row) => row.length === set.columns.length)).toBe(true);
  expect(maker(400, 5)).toEqual(set);
  expect(maker(400, 6).rows).not.toEqual(set.rows);
});

test('the columns of a set are named in the words of the command', () => {
  expect(columnsOption(febrlSet(10, 1))).toBe(
    'given_name=given_name,surname=surname,other=address_2,city=suburb,zip=postcode,state=state,dob=date_of_birth,other=soc_sec_id,street=street_number+address_1',
  );
});

test('households hold every trap: shared mailboxes and numbers, father and son, placeholders, offices', () => {
  const set = householdSet(20_000, 2);
  expect(mostPeopleBehind(set, 'email', /./)).toBeGreaterThan(20);
  expect(mostPeopleBehind(set, 'phone', /^0{10}$/)).toBeGreaterThan(10);
  const shared = peopleBehind(set, 'email').filter((people) => people.size === 2).length;
  expect(shared).toBeGreaterThan(100);
  expect(set.rows.filter((row) => /\bJr\b/.test(row[1] ?? '')).length).toBeGreaterThan(50);
  expect(set.rows.filter((row) => / (&|and) /.test(row[0] ?? '')).length).toBeGreaterThan(50);
});

test('the historical set has several records per person and gaps in every column but the name', () => {
  const set = historicalSet(5000, 1);
  expect(set.rows.length / new Set(set.people).size).toBeGreaterThan(6);
  for (const column of [4, 5, 6, 7, 8]) expect(set.rows.filter((row) => row[column] === '').length).toBeGreaterThan(200);
});

function peopleBehind(set: IdentitySet, column: string, pattern = /./): Set<number>[] {
  const at = set.columns.findIndex(({ name }) => name === column);
  const behind = new Map<string, Set<number>>();
  for (const [row, values] of set.rows.entries()) {
    const value = values[at]?.toLowerCase() ?? '';
    if (pattern.test(value)) behind.set(value, (behind.get(value) ?? new Set()).add(set.people[row] ?? -1));
  }
  return [...behind.values()];
}

function mostPeopleBehind(set: IdentitySet, column: string, pattern: RegExp): number {
  return Math.max(...peopleBehind(set, column, pattern).map((people) => people.size));
}
