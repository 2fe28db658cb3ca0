import { expect, test } from 'vitest';
import { AREA, DIMENSION, DOB, EMAIL, GIVEN, PHONE, STREET, SUFFIX, SURNAME } from './dimensions.ts';
import { groundToLook } from './worth-a-look.ts';

type Levels = Partial<Record<keyof typeof DIMENSION, number>>;

const NAMES: Levels = { given: GIVEN.exact, surname: SURNAME.exact };
const MOVED: Levels = { email: EMAIL.different, phone: PHONE.different };

const WORTH: readonly [string, Levels, string][] = [
  ['one name at one home, mailbox and number changed', { ...NAMES, ...MOVED, street: STREET.exact }, 'home'],
  ['a common name and a postal code', { ...NAMES, area: AREA.zip }, 'zip'],
  ['a common name in one street, two house numbers', { ...NAMES, ...MOVED, street: STREET.sameStreet, area: AREA.both }, 'zip'],
  ['one name in one town, and nothing that differs', { ...NAMES, area: AREA.city }, 'town'],
  ['one name and the same year of birth, far away', { ...NAMES, area: AREA.different, dob: DOB.partial }, 'year'],
  ['Jr on one of two at one address', { ...NAMES, suffix: SUFFIX.oneSided, street: STREET.exact }, 'home'],
  ['no name on one of two with one mailbox', { email: EMAIL.exact, phone: PHONE.different }, 'contact'],
  [
    'another surname on one birthday in one town',
    { given: GIVEN.exact, surname: SURNAME.different, dob: DOB.exact, area: AREA.city },
    'marriage',
  ],
];

test.each(WORTH)('%s: worth a look', (_, levels, ground) => {
  expect(look(0.1, levels)).toBe(ground);
});

const NOT_WORTH: readonly [string, Levels][] = [
  [
    'another given name at one home on one number',
    { given: GIVEN.otherName, surname: SURNAME.exact, phone: PHONE.exact, street: STREET.exact },
  ],
  ['husband and wife, one surname first', { given: GIVEN.crossed, street: STREET.exact }],
  ['Sr and Jr', { ...NAMES, suffix: SUFFIX.different, street: STREET.exact, phone: PHONE.exact }],
  ['birthdays with nothing in common', { ...NAMES, street: STREET.exact, dob: DOB.different }],
  ['one name in one town, everything else differs', { ...NAMES, ...MOVED, area: AREA.city }],
  ['one name and nothing else', NAMES],
  [
    'an initial at one home with another number',
    { given: GIVEN.initial, surname: SURNAME.exact, phone: PHONE.different, street: STREET.exact },
  ],
  ['another surname on one birthday far away', { given: GIVEN.exact, surname: SURNAME.different, dob: DOB.exact, area: AREA.different }],
  ['nothing known of either', {}],
];

test.each(NOT_WORTH)('%s: not worth a look', (_, levels) => {
  expect(look(0.1, levels)).toBeNull();
});

test('a pair beyond a hundred to one is left alone, and one from .75 on is asked about anyway', () => {
  const levels = { ...NAMES, street: STREET.exact };
  expect([0.009, 0.011, 0.74, 0.75].map((probability) => look(probability, levels))).toEqual([null, 'home', 'home', null]);
});

test('a row that names both of a couple is looked at whatever the odds, where the other has their number or home', () => {
  const partner = { given: GIVEN.partner, surname: SURNAME.exact };
  expect(look(0.0001, { ...partner, phone: PHONE.exact })).toBe('couple');
  expect(look(0.0001, { ...partner, area: AREA.zip })).toBeNull();
});

function look(probability: number, levels: Levels): string | null {
  const halves = [0, 0];
  for (const [name, level] of Object.entries(levels)) {
    const dimension = Object.entries(DIMENSION).find(([known]) => known === name)?.[1] ?? 0;
    halves[dimension >> 3] = ((halves[dimension >> 3] ?? 0) | (level << ((dimension & 7) * 4))) >>> 0;
  }
  return groundToLook(probability, halves[0] ?? 0, halves[1] ?? 0);
}
