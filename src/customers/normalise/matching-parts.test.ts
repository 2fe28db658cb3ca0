import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEmailParts } from './email-parts.ts';
import { readNameParts } from './name-parts.ts';
import { normaliseBirthDate } from './normalise-birth-date.ts';
import { normaliseCompany } from './normalise-company.ts';
import { isOneSlipAway } from './one-slip.ts';

const name = (raw: string): string | null => {
  const parts = readNameParts(raw);
  if (parts === null) return null;
  const { given, middles, surname, suffix, called, partner } = parts;
  const extras = [
    suffix,
    called === null ? null : `"${called}"`,
    partner === null ? null : `& ${partner.given ?? '?'} ${partner.surname ?? '?'}`,
  ];
  return [`${given ?? '?'}|${middles.join(' ')}|${surname ?? '?'}`, ...extras.filter((extra) => extra !== null)].join(' ');
};

test.each([
  ['Pat Smith', 'pat||smith'],
  ['SMITH, PAT Q.', 'pat|q|smith'],
  ['Pat & Lee Smith', 'pat||smith & lee smith'],
  ['Pat and Lee Smith Jr', 'pat||smith jr & lee smith'],
  ['Pat Smith & Lee Jones', 'pat||smith & lee jones'],
  ['Pat Smith + Lee', 'pat||smith & lee smith'],
  ['Smith, Pat & Lee', 'pat||smith & lee smith'],
  ['Mr. and Mrs. John Smith', 'john||smith & ? smith'],
  ['Mr. & Mrs. Smith', '?||smith & ? smith'],
  ['Mrs. Smith', '?||smith'],
  ['Ludwig van der Berg', 'ludwig||vanderberg'],
  ['Maria de la Cruz', 'maria||delacruz'],
  ['Sean O’Brien III', 'sean||obrien iii'],
  ['Robert "Bob" Smith', 'robert||smith "bob"'],
  ['Robert (Bob) Smith', 'robert||smith "bob"'],
  ['José Müller', 'jose||muller'],
  ['田中 太郎', '田中||太郎'],
  ['Anderson', 'anderson||?'],
  ['Brandy Anderson', 'brandy||anderson'],
  ['Unknown', null],
  ['&', null],
])('takes the name %j apart', (raw, expected) => {
  expect(name(raw)).toBe(expected);
});

test.each([
  ['nora@quill.org', 'nora', null, null],
  ['n.quill@gmail.com', 'nquill', null, null],
  ['n.quill@yahoo.com', 'n.quill', null, null],
  ['n.quill+moving@gmail.com', 'nquill', 'moving', null],
  ['n.quill@gmial.com', 'nquill', null, 'gmail.com'],
  ['nora@gmail.con', 'nora', null, 'gmail.com'],
  ['nora@yaho.com', 'nora', null, 'yahoo.com'],
  ['nora@hotmial.com', 'nora', null, 'hotmail.com'],
  ['nora@ymail.com', 'nora', null, null],
  ['nora@mail.com', 'nora', null, null],
  ['nora@quillmail.com', 'nora', null, null],
])('the e-mail %j ends in the mailbox %j', (email, mailbox, tag, meantDomain) => {
  expect(readEmailParts(email)).toMatchObject({ mailbox, tag, meantDomain });
});

test.each([
  ['1971-06-24', '1971-6-24'],
  ['06/24/1971', '1971-6-24'],
  ['24/06/1971', '1971-6-24'],
  ['19710624', '1971-6-24'],
  ['19710624.0', '1971-6-24'],
  ['June 24, 1971', '1971-6-24'],
  ['24 jun 71', '1971-6-24'],
  ['6/24/71', '1971-6-24'],
  ['6/24/05', '2005-6-24'],
  ['1971-06-24T00:00:00Z', '1971-6-24'],
  ['1971-00-00', '1971-?-?'],
  ['1971', '1971-?-?'],
  ['06/1971', '1971-6-?'],
  ['June 1971', '1971-6-?'],
  ['1971-02-30', null],
  ['unknown', null],
  ['', null],
  ['0000-00-00', null],
])('the day of birth %j is %j', (raw, expected) => {
  const date = normaliseBirthDate(raw);
  expect(date === null ? null : [date.year, date.month, date.day].map((part) => part ?? '?').join('-')).toBe(expected);
});

test.each([
  ['The Quill & Bell Co., Inc.', 'quill and bell', false],
  ['QUILL AND BELL', 'quill and bell', false],
  ['Quill Realty, L.L.C.', 'quill realty', true],
  ['Century 21 Bell', 'century 21 bell', true],
  ['Quill Ltd dba Bell Movers', 'quill', false],
  ['Inc.', 'inc', false],
])('the company %j is %j', (raw, companyKey, isOffice) => {
  expect(normaliseCompany(raw)).toEqual({ companyKey, isOffice });
});

test('fillers are no company', () => {
  expect(['', 'N/A', 'none', 'Self', '-'].map(normaliseCompany)).toEqual([null, null, null, null, null]);
});

test('a date written in any of the known ways is the same date', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1900, max: 2020 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      (year, month, day) => {
        const [mm, dd] = [month, day].map((part) => String(part).padStart(2, '0'));
        for (const raw of [`${year}-${mm}-${dd}`, `${mm}/${dd}/${year}`, `${year}${mm}${dd}`, `${month}.${day}.${year}`])
          expect(normaliseBirthDate(raw)).toEqual({ year, month, day });
      },
    ),
  );
});

test('one slip away goes both ways, and two inserted letters are two slips', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      expect(isOneSlipAway(a, b)).toBe(isOneSlipAway(b, a));
      expect(isOneSlipAway(a, `${a}x`)).toBe(true);
      expect(isOneSlipAway(a, `${a}xy`)).toBe(false);
    }),
  );
});

test('any text can be taken apart without a fault, and no part is empty', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), (raw) => {
      const parts = readNameParts(raw);
      for (const part of [parts?.given, parts?.surname, ...(parts?.middles ?? [])]) expect(part).not.toBe('');
      normaliseCompany(raw);
      normaliseBirthDate(raw);
    }),
  );
});
