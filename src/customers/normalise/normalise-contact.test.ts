import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseEmail } from './normalise-email.ts';
import { isForeign, normalisePhone, parseForeignPhone } from './normalise-phone.ts';
import { isPlaceholderEmail, isPlaceholderPhone } from './placeholders.ts';

async function phone(raw: string, country: string | null = 'US'): Promise<string> {
  const read = normalisePhone(raw, country);
  const { phoneKey, extension } = isForeign(read) ? await parseForeignPhone(read) : read;
  return `${phoneKey ?? 'none'}${extension === null ? '' : ` x${extension}`}`;
}

test.each([
  ['(512) 555-0101', 'US', '+15125550101'],
  ['1-512-555-0101', 'CA', '+15125550101'],
  ['+1 512 555 0101', 'GB', '+15125550101'],
  ['5125550101.0', 'US', '+15125550101'],
  ['512.555.0101 ext. 12', 'US', '+15125550101 x12'],
  ['512-555-0101x7', 'US', '+15125550101 x7'],
  ['512-555-0101 / 512-555-0102', 'US', '+15125550101'],
  ['555-0101', 'US', 'none'],
  ['call me', 'US', 'none'],
  ['020 7946 0958', 'GB', '+442079460958'],
  ['+44 20 7946 0958', 'US', '+442079460958'],
  ['011 44 20 7946 0958', 'CA', '+442079460958'],
  ['12', 'GB', 'none'],
])('reads %j in %s as %s', async (raw, country, expected) => {
  expect(await phone(raw, country)).toBe(expected);
});

test('punctuation never changes a number of the North American plan', async () => {
  await fc.assert(
    fc.asyncProperty(fc.stringMatching(/^[2-9]\d{9}$/), fc.constantFrom('-', '.', ' ', ''), fc.boolean(), async (digits, mark, withOne) => {
      const written = [withOne ? '1' : '', digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)].filter(Boolean).join(mark);
      expect(await phone(written)).toBe(`+1${digits}`);
    }),
  );
});

test.each([
  [' Nora@Quill.ORG ', 'nora@quill.org'],
  ['mailto:nora@quill.org', 'nora@quill.org'],
  ['Nora <nora@quill.org>', 'nora@quill.org'],
  ['nora@quill.org; otto@bell.org', 'nora@quill.org'],
  ['nora+moves@quill.co.uk', 'nora+moves@quill.co.uk'],
  ['nora@quill', null],
  ['nora at quill.org', null],
  ['@quill.org', null],
  ['', null],
])('reads the e-mail %j as %j', (raw, expected) => {
  expect(normaliseEmail(raw)).toBe(expected);
});

test('reading an e-mail twice changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.emailAddress(), fc.string()), (raw) => {
      const once = normaliseEmail(raw);
      if (once !== null) expect(normaliseEmail(once)).toBe(once);
    }),
  );
});

test('fillers are placeholders, people are not', () => {
  expect(
    ['noreply@a.org', 'no-reply@a.org', 'none@a.org', 'na@a.org', 'test@a.org', 'info@a.org'].filter((email) => !isPlaceholderEmail(email)),
  ).toEqual([]);
  expect(['nora@a.org', 'infoseek@a.org', 'natalie@a.org'].filter(isPlaceholderEmail)).toEqual([]);
  expect(['+10000000000', '+19999999999', '+11234567890', '+15555555555'].filter((number) => !isPlaceholderPhone(number))).toEqual([]);
  expect(['+15125550101', '+442079460958'].filter(isPlaceholderPhone)).toEqual([]);
});
