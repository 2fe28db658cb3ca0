import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namesAgree } from './names-agree.ts';
import { normaliseName } from './normalise-name.ts';

const keys = (raw: string): string | null => {
  const name = normaliseName(raw);
  return name === null ? null : [name.nameKey, name.suffix].filter(Boolean).join(' / ');
};

test.each([
  ['Nora Quill', 'nora quill'],
  ['  NORA   quill ', 'nora quill'],
  ['Quill, Nora', 'nora quill'],
  ["O'Brien, Mary-Jane Jr.", 'maryjane obrien / jr'],
  ['Mary‑Jane O’Brien, Jr', 'maryjane obrien / jr'],
  ['Carl Venn III', 'carl venn / iii'],
  ['Venn Sr, Carl', 'carl venn / sr'],
  ['José Müller-Łoś', 'jose mullerlos'],
  ['Mrs. Ann B. Lee', 'ann b lee'],
  ['Robert (Bob) Smith', 'robert smith'],
  ['Ann Lee 2', 'ann lee'],
  ['Ann Lee, MD', 'ann lee'],
  ['田中 太郎', '田中 太郎'],
  ['Ann', 'ann'],
  ['Ann Senior', 'ann senior'],
  ['Ann Lee Senior', 'ann lee / sr'],
])('reads %j as %j', (raw, expected) => {
  expect(keys(raw)).toBe(expected);
});

test.each(['', '   ', '-', '12345', 'n/a', 'Unknown', 'No Name', 'TBD', '(', 'xxx'])('%j names nobody', (raw) => {
  expect(normaliseName(raw)).toBeNull();
});

test('the display name is turned round, without title and remark, the suffix last', () => {
  expect(normaliseName("O'Brien Jr., Mary-Jane")?.display).toBe("Mary-Jane O'Brien Jr.");
  expect(normaliseName('Mr. Carl Venn')?.display).toBe('Carl Venn');
  expect(normaliseName('Robert (Bob) Smith')?.display).toBe('Robert Smith');
});

/** Long enough to be neither a suffix nor a credential (Jr, MD, Corp). */
const word = fc.stringMatching(/^[A-Z][a-z]{4,8}$/).filter((name) => !/^(?:Junior|Senior)$/.test(name));

test('case, spaces and turning round never change the keys', () => {
  fc.assert(
    fc.property(word, word, (first, last) => {
      const plain = keys(`${first} ${last}`);
      expect([keys(`${last}, ${first}`), keys(`${first}  ${last} `.toUpperCase()), keys(`${last.toLowerCase()} ,${first}`)]).toEqual([
        plain,
        plain,
        plain,
      ]);
    }),
  );
});

test('reading the display name again gives the same keys, whatever was typed', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string(),
        fc.array(word, { maxLength: 4 }).map((words) => words.join(', ')),
      ),
      (raw) => {
        const once = normaliseName(raw);
        if (once === null) return;
        expect(once.nameKey).toBe(once.nameKey.trim());
        expect(once.nameKey.startsWith(once.firstKey)).toBe(true);
      },
    ),
  );
});

const name = fc
  .tuple(fc.constantFrom('Ann', 'Anna', 'A', 'Bob'), fc.constantFrom(' Lee', ' Roe', ''), fc.constantFrom('', ' Jr', ' Sr'))
  .map(([first, last, suffix]) => normaliseName(first + last + suffix));

test('agreement is the same both ways, and every name agrees with itself', () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(namesAgree(a, b)).toBe(namesAgree(b, a));
      expect(namesAgree(a, a)).toBe(a === null ? 'no_name' : 'same_name');
    }),
  );
});

test.each([
  ['Ann Lee', 'Ann B Lee', 'same_name'],
  ['Ann Lee', 'A. Lee', 'initial'],
  ['Ann Lee', 'Ann', 'first_name'],
  ['Ann Lee', 'Anna Lee', null],
  ['Ann Lee', 'Ann Lee Jr', null],
  ['Ann Lee Sr', 'Ann Lee Jr', null],
  ['Ann Lee', 'Lee', null],
  ['Ann Lee', 'Ann Roe', null],
  ['Ann Lee', '', 'no_name'],
])('%j and %j: %j', (a, b, expected) => {
  expect(namesAgree(normaliseName(a), normaliseName(b))).toBe(expected);
});

test('a double surname agrees with its halves written apart and with its last half, not with another', () => {
  const agree = (one: string, other: string) => namesAgree(normaliseName(one), normaliseName(other));
  expect(agree('Rosa Delgado-Núñez', 'Rosa Delgado Nunez')).toBe('same_name');
  expect(agree('Delgado-Nunez, Rosa', 'Rosa Núñez')).toBe('same_name');
  expect(agree('Omar Al-Hassan', 'Omar Hassan')).toBe('same_name');
  expect(agree('Rosa Delgado-Núñez', 'Rosa Delgado-Ortiz')).toBeNull();
  expect(agree('Rosa Delgado-Núñez', 'Ana Delgado Núñez')).toBeNull();
});
