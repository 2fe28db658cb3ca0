import { describe, expect, test } from 'vitest';
import { AREA, DIMENSION, EMAIL, GIVEN, PHONE, STREET, SURNAME } from '../compare/dimensions.ts';
import type { SaidRecord } from './said-values.ts';
import { wordsFor } from './words-for.ts';

interface Pair {
  dimension: number;
  level: number;
  first: SaidRecord;
  second: SaidRecord;
  isOne?: boolean;
  share?: number;
}

/** The words for a pair, which must not depend on whose record is called first. */
function tell({ first, second, share = 0, isOne = true, ...cell }: Pair): string {
  const both = [
    { first, second },
    { first: second, second: first },
  ].map((said) => wordsFor({ ...cell, share, isOne, column: undefined, said }));
  expect(both[0]).toBe(both[1]);
  return both[0] ?? '';
}

const OAK = { name: 'Robert Quillfeather', street: '12 Oak St', phone: '+13125550171', email: 'bobq@mail.test', city: 'Austin' };
const ELM = { name: 'Bob Quillfeather', street: '4 Elm Ave', phone: '+13125550188', email: 'bob@quill.test', city: 'Dallas' };

describe('what differs between two records of one person', () => {
  const street = { dimension: DIMENSION.street, level: STREET.different };

  test('is told as what happened, the earlier first, with the years between which it happened', () => {
    const [first, second] = [
      { ...ELM, seen: '2023-06-01' },
      { ...OAK, seen: '2021-03-09' },
    ];
    expect(tell({ ...street, first, second })).toBe('moved from 12 Oak St to 4 Elm Ave between 2021 and 2023');
    expect(tell({ dimension: DIMENSION.email, level: EMAIL.different, first, second })).toBe(
      'e-mail changed from bobq@mail.test to bob@quill.test between 2021 and 2023',
    );
    expect(tell({ dimension: DIMENSION.phone, level: PHONE.different, first, second })).toBe(
      'phone changed from +13125550171 to +13125550188 between 2021 and 2023',
    );
    expect(tell({ dimension: DIMENSION.surname, level: SURNAME.different, first, second: { ...second, name: 'Bob Marsh' } })).toBe(
      'surname changed from Bob Marsh to Bob Quillfeather between 2021 and 2023',
    );
    expect(tell({ dimension: DIMENSION.area, level: AREA.different, first, second })).toBe(
      'different places: Austin (2021) – Dallas (2023)',
    );
  });

  test('within one year is told with that year, and on one day as no change at all', () => {
    const first = { ...OAK, seen: '2023-01-02' };
    expect(tell({ ...street, first, second: { ...ELM, seen: '2023-06-01' } })).toBe('moved from 12 Oak St to 4 Elm Ave in 2023');
    expect(tell({ ...street, first, second: { ...ELM, seen: '2023-01-02' } })).toBe(
      'different streets: 12 Oak St – 4 Elm Ave, both seen in 2023',
    );
  });

  test('is told as what would have happened when the two are not sure to be one', () => {
    const [first, second] = [
      { ...OAK, seen: '2021-03-09' },
      { ...ELM, seen: '2023-06-01' },
    ];
    expect(tell({ ...street, first, second, isOne: false })).toBe('would have moved from 12 Oak St to 4 Elm Ave between 2021 and 2023');
  });

  test('claims no order where a date is missing, and says which is', () => {
    expect(tell({ ...street, first: { ...OAK, seen: '2021-03-09' }, second: ELM })).toBe(
      'different streets: 12 Oak St (2021) – 4 Elm Ave (no date)',
    );
    expect(tell({ ...street, first: OAK, second: ELM })).toBe('different streets: 12 Oak St – 4 Elm Ave');
  });
});

describe('what agrees', () => {
  const phone = { dimension: DIMENSION.phone, level: PHONE.exact, share: 1 / 240_000 };

  test('is told with how rare it is among all people, and with both years where they lie apart', () => {
    const first = { ...OAK, seen: '2019-05-01' };
    expect(tell({ ...phone, first, second: { ...OAK, seen: '2023-05-01' } })).toBe(
      'same phone: +13125550171, seen in 2019 and in 2023 (rare: 1 of 240,000 people)',
    );
    expect(tell({ ...phone, first, second: { ...OAK, seen: '2019-12-01' } })).toBe('same phone: +13125550171 (rare: 1 of 240,000 people)');
    expect(tell({ ...phone, first, second: OAK })).toBe('same phone: +13125550171 (rare: 1 of 240,000 people)');
  });

  test('names nobody changes are told without years', () => {
    const [first, second] = [
      { ...OAK, seen: '2019-05-01' },
      { ...ELM, seen: '2023-05-01' },
    ];
    expect(tell({ dimension: DIMENSION.given, level: GIVEN.nickname, first, second })).toBe(
      'first names differ only by a nickname: Bob – Robert',
    );
  });
});
