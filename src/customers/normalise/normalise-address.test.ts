import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseAddress, normaliseCity, normaliseState, normaliseStreet, normaliseZip } from './normalise-address.ts';

const street = (raw: string): string => {
  const { number, street: name, unit } = normaliseStreet(raw);
  return [number ?? '', name ?? '', unit ?? ''].join('|');
};

test.each([
  ['12 Oak Street North', '12|oak st n|'],
  ['12 oak st. n #4', '12|oak st n|4'],
  ['Apt 4, 12 Oak Street North', '12|oak st n|4'],
  ['4-12 Oak St N', '12|oak st n|4'],
  ['12 Oak St N Apt. #4', '12|oak st n|4'],
  ['12 Oak St N, Unit 4B', '12|oak st n|4b'],
  ['12 Oak St 4', '12|oak st|4'],
  ['0012 Oak St', '12|oak st|'],
  ['12A Oak Ave', '12a|oak ave|'],
  ['12 1/2 Oak Avenue', '12half|oak ave|'],
  ['120 West 5th Street', '120|w 5th st|'],
  ['120 W Fifth St', '120|w 5th st|'],
  ['4500 Highway 12', '4500|hwy 12|'],
  ['PO Box 7', '7|po box|'],
  ['P.O. Box 7', '7|po box|'],
  ['Oak Street', '|oak st|'],
  ["15 O'Connell Blvd", '15|oconnell blvd|'],
  ['15 Rue Sainte-Catherine', '15|rue sainte catherine|'],
  ['', '||'],
])('reads the street %j as %j', (raw, expected) => {
  expect(street(raw)).toBe(expected);
});

test('a street cell that holds the whole address fills the empty cells', () => {
  expect(normaliseAddress({ street: '12 Oak St #4, Fort Worth, Texas 76101-1234, USA' })).toEqual({
    number: '12',
    street: 'oak st',
    unit: '4',
    city: 'ft worth',
    state: 'tx',
    zip: '76101',
  });
  expect(normaliseAddress({ street: '12 Oak St, Toronto, ON M4B 1B3', city: 'North York' })).toMatchObject({
    city: 'n york',
    zip: 'm4b1b3',
  });
});

test.each([
  ['78701-1234', '78701'],
  ['787011234', '78701'],
  ['78701.0', '78701'],
  ['m4b 1b3', 'm4b1b3'],
  ['M4B-1B3', 'm4b1b3'],
  ['4011', '4011'],
  ['00000', null],
  ['', null],
])('the code %j is %j', (raw, expected) => {
  expect(normaliseZip(raw)).toBe(expected);
});

test('states and provinces have one code, whatever was written', () => {
  expect(['Texas', 'TX', 'Tex.', 'Québec', 'que', 'N.Y.', 'New York', 'british columbia', 'Elsewhere', ' '].map(normaliseState)).toEqual([
    'tx',
    'tx',
    'tx',
    'qc',
    'qc',
    'ny',
    'ny',
    'bc',
    'elsewhere',
    null,
  ]);
  expect(['St. Paul', 'Saint Paul', 'Mount Pleasant'].map(normaliseCity)).toEqual(['st paul', 'st paul', 'mt pleasant']);
});

test('case, punctuation and long or short words never change a street', () => {
  const types = fc.constantFrom(['Street', 'St.'], ['Avenue', 'AVE'], ['Road', 'rd'], ['Crescent', 'Cres.'], ['Boulevard', 'Blvd']);
  const name = fc.constantFrom('Oak', 'Maple', 'Lincoln', 'Prairie Rose', '5th');
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9999 }),
      name,
      types,
      fc.option(fc.integer({ min: 1, max: 99 })),
      (number, word, [long, short], unit) => {
        const one = `${number} ${word} ${long}${unit === null ? '' : `, Apartment ${unit}`}`;
        const other = `${number}  ${word.toUpperCase()} ${short}${unit === null ? '' : ` #${unit}`}`;
        expect(street(one)).toBe(street(other));
      },
    ),
  );
});

test('a street is null or says something, whatever was typed', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), (raw) => {
      for (const part of Object.values(normaliseStreet(raw))) expect(part?.trim()).not.toBe('');
    }),
  );
});
