import { expect, test } from 'vitest';
import { agreeTwice, DOUBTED, mostOdds } from './agreements.ts';
import { AREA, DIMENSION, DOB, EMAIL, GIVEN, PHONE, STREET, SUFFIX, SURNAME } from './dimensions.ts';

type Levels = Partial<Record<keyof typeof DIMENSION, number>>;

/** A pattern of the given levels; what is not named is not known. */
function pattern(levels: Levels): [low: number, high: number] {
  let low = 0;
  let high = 0;
  for (const [name, dimension] of Object.entries(DIMENSION)) {
    const level = new Map<string, number>(Object.entries(levels)).get(name) ?? 0;
    if (dimension < 8) low |= level << (dimension * 4);
    else high |= level << ((dimension - 8) * 4);
  }
  return [low >>> 0, high >>> 0];
}

const NAMES = { given: GIVEN.exact, surname: SURNAME.exact };
const asked = Math.log(DOUBTED / (1 - DOUBTED));

test.each<[string, Levels]>([
  ['one name in one ZIP code', { ...NAMES, area: AREA.zip }],
  ['one name and the same year of birth', { ...NAMES, dob: DOB.year }],
  ['a given name and a street without its number', { given: GIVEN.exact, street: STREET.close }],
  ['a surname alone and a telephone', { surname: SURNAME.exact, phone: PHONE.exact }],
  ['a short name at one address, with two mailboxes', { ...NAMES, given: GIVEN.nickname, street: STREET.exact, email: EMAIL.different }],
  ['one telephone and birthdays that have nothing in common', { ...NAMES, phone: PHONE.exact, dob: DOB.different }],
  ['a telephone one digit off and two mailboxes', { ...NAMES, phone: PHONE.close, email: EMAIL.different }],
  ['a suffix on one side only, one mailbox', { ...NAMES, suffix: SUFFIX.oneSided, email: EMAIL.exact }],
])('%s is a question, however rare the names are', (_case, levels) => {
  expect(mostOdds(...pattern(levels))).toBe(asked);
});

test.each<[string, Levels]>([
  ['one mailbox', { ...NAMES, email: EMAIL.exact }],
  ['one telephone', { ...NAMES, phone: PHONE.exact }],
  ['one address', { ...NAMES, street: STREET.exact }],
  ['one birthday', { ...NAMES, dob: DOB.exact }],
  ['one number of another kind', { ...NAMES, other: 1 }],
  ['one birthday, though only one of them is called Jr', { ...NAMES, suffix: SUFFIX.oneSided, dob: DOB.exact }],
])('a name and %s are as sure as their weights say', (_case, levels) => {
  expect(mostOdds(...pattern(levels))).toBe(Infinity);
});

test('agreeing twice takes two things that agree, be it roughly; what is unknown or differs is none', () => {
  expect(agreeTwice(...pattern({ given: GIVEN.close, dob: DOB.near }))).toBe(true);
  expect(agreeTwice(...pattern({ given: GIVEN.exact }))).toBe(false);
  expect(agreeTwice(...pattern({ given: GIVEN.exact, surname: SURNAME.different, dob: DOB.different }))).toBe(false);
});
