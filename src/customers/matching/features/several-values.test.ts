import { expect, test } from 'vitest';
import { readPhone } from './read-contact.ts';
import { emailsIn, phonesIn } from './several-values.ts';
import { TextPool } from './text-pool.ts';

test('a cell of several e-mails or numbers holds each of them, and one that only looks so holds one', () => {
  expect(emailsIn('nora@quill.org; n.q@work.org')).toEqual(['nora@quill.org', 'n.q@work.org']);
  expect(emailsIn('Nora Quill <nora@quill.org>')).toEqual(['nora@quill.org']);
  expect(emailsIn('nora @quill.org')).toEqual(['nora @quill.org']);
  expect(phonesIn('312 555 0171 / 512 555 0133')).toEqual(['312 555 0171 ', ' 512 555 0133']);
  expect(phonesIn('312/555-0171, ext. 12')).toEqual(['312/555-0171, ext. 12']);
});

test('a number of another country is one number, dialled from there or from abroad', () => {
  const pool = new TextPool();
  const read = (text: string) => pool.textOf(readPhone(text, pool));
  for (const text of ['020 7946 0958', '+44 20 7946 0958', '+44 (0)20 7946 0958', '0044 20 7946 0958', '(+44) 20 7946 0958'])
    expect(read(text)).toBe('02079460958');
  for (const text of ['0412 345 678', '+61 412 345 678']) expect(read(text)).toBe('0412345678');
  expect(read('+353 1 679 4321')).toBe('016794321');
  for (const text of ['312 555 0171', '+1 (312) 555-0171', '1-312-555-0171']) expect(read(text)).toBe('3125550171');
  expect(readPhone('+44', pool)).toBe(0);
});
