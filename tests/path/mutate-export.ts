import type { Random } from '../../samples/mover/random.ts';
import type { CutExport } from './cut-exports.ts';

/** What people, spreadsheets and CRMs have been seen to write into a cell, and worse. */
const NASTY_CELLS = [
  '',
  ' ',
  '-',
  '--',
  'n/a',
  'NULL',
  'TBD',
  '0',
  '-0',
  '1e400',
  '1e-7',
  '1E5',
  'NaN',
  'Infinity',
  '-Infinity',
  '9'.repeat(40),
  '-9999999999999.99',
  '2147483648',
  '0x1F',
  '1,2,3',
  '1.2.3',
  '12 34',
  '$',
  '$-',
  '($1,000.00',
  '(0)',
  'CA$12.5',
  '€5',
  '100.%',
  '150%',
  '%',
  '-5%',
  '0.%',
  '1e2%',
  '0/0/0',
  '13/1/2026',
  '2/29/2025',
  '2/29/2024',
  '1/1/1',
  '1/1/0001',
  '12/31/9999',
  '1/1/99999',
  '0000-00-00',
  '2026-02-30',
  '20261301',
  '20260229',
  '9-Foo-2026',
  '3/8/2026 2:30 AM',
  '11/1/2026 1:30 AM',
  '3/4/2026 25:00',
  '3/4/2026 9:05 PM +99:00',
  '1/1/0001 0:00',
  '12/31/9999 23:59:59 -12:00',
  '5d',
  '999999999999d',
  '1d -3h',
  '-',
  '9m 9m',
  '99:99:99',
  '-00:00:01',
  '525 cuft',
  '-- cuft / -- lbs',
  '9'.repeat(30).concat(' cuft / 1 lbs'),
  'open_in_new',
  '285137 open_in_new',
  '000000',
  '-1',
  '1234567890123456789012345',
  '"',
  '""',
  "'",
  "'=1+1",
  '=cmd|x',
  '="00123"',
  '+15550100',
  '@a',
  '{"a":1}',
  '\\N',
  '\\.',
  '\\',
  'a\tb',
  'a\nb',
  'a\r\nb',
  'a\rb',
  '\u0000',
  'a\u0000b',
  '\uFEFF',
  '\uFFFD',
  '\uD800',
  'e\u0301',
  '\u202Eabc',
  '🇨🇦',
  '👨‍👩‍👧',
  'İ',
  'ß',
  'x'.repeat(1999),
  'é'.repeat(1100),
  'x'.repeat(3000),
  'Total',
  'Grand Total',
  'Test',
  'Dummy Person',
  'placeholder',
  'contest',
  'Lost - Price',
  'Booked',
  'Closed',
  'pending',
  'Bad Lead',
  'Cancelled  —  moved',
  'EDMONTON 🇨🇦 - Prairie Peak',
  'Test Location',
  ' - ',
  '🇨🇦🇺🇸',
  'a@b',
  "o'neil@example.com",
  'Smith, Jr., John',
  ',',
  ';',
  '|',
  'DROP TABLE',
  '%s',
  "'); select 1; --",
  '$1',
] as const;

const NASTY_BYTES = [
  '"',
  '""',
  '"\n',
  ',"',
  '",',
  '\0',
  ',',
  ';',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\n\n',
  '\xff',
  '\xc3',
  '\xe2\x82',
  '\xf0\x9f',
  '\xed\xa0\x80',
  '\xef\xbb\xbf',
  '\xff\xfe',
  '{',
  '=',
  '\\.',
  '\\N',
  'PK',
  'PAR1',
] as const;

/** A file made of an export by a few mutations of its cells, then perhaps of its bytes, in one of the ways exports are saved. */
export function mutateExport(random: Random, seed: CutExport): Buffer {
  const rows = seed.rows.map((row) => [...row]);
  for (let left = random.whole(0, 6); left > 0; left -= 1) mutateCells(random, rows);
  let bytes = encode(random, rows);
  if (random.chance(0.6)) for (let left = random.whole(1, 4); left > 0; left -= 1) bytes = mutateBytes(random, bytes);
  return bytes;
}

function mutateCells(random: Random, rows: string[][]): void {
  const place = random.whole(0, rows.length - 1);
  const row = rows[place] ?? [];
  const column = random.whole(0, Math.max(0, row.length - 1));
  switch (random.whole(0, 9)) {
    case 0:
      rows.splice(random.whole(0, rows.length), 0, [...row]);
      return;
    case 1:
      rows.splice(place, 1, row.slice(0, column));
      return;
    case 2:
      rows.splice(place, 1, [...row, random.pick(NASTY_CELLS)]);
      return;
    case 3:
      rows.splice(
        random.whole(0, rows.length),
        0,
        row.map(() => ''),
      );
      return;
    case 4:
      // A column out, everywhere: a reduced variant, perhaps without a column we need.
      for (const each of rows) each.splice(column, 1);
      return;
    case 5:
      for (const each of rows) each.reverse();
      return;
    default:
      row[column] = random.pick(NASTY_CELLS);
  }
}

function encode(random: Random, rows: readonly string[][]): Buffer {
  const delimiter = random.pick([',', ',', ',', ';', '\t', '|']);
  const lineEnd = random.pick(['\n', '\n', '\r\n', '\r']);
  const text =
    rows.map((row) => row.map((cell) => quoted(cell, delimiter)).join(delimiter)).join(lineEnd) + (random.chance(0.8) ? lineEnd : '');
  switch (random.whole(0, 7)) {
    case 0:
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 1:
      return Buffer.from(text, 'latin1');
    case 2:
      return Buffer.from(`\uFEFF${text}`);
    default:
      return Buffer.from(text);
  }
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function mutateBytes(random: Random, bytes: Buffer): Buffer {
  const at = random.whole(0, bytes.length);
  const length = random.whole(0, 60);
  switch (random.whole(0, 6)) {
    case 0: {
      const flipped = Buffer.from(bytes);
      if (at < bytes.length) flipped[at] = (flipped[at] ?? 0) ^ (1 << random.whole(0, 7));
      return flipped;
    }
    case 1:
      return splice(bytes, at, length, Buffer.alloc(0));
    case 2:
      return splice(bytes, at, 0, bytes.subarray(at, at + length * 6));
    case 3:
      return random.chance(0.3) ? bytes.subarray(0, at) : bytes;
    default:
      return splice(bytes, at, 0, Buffer.from(random.pick(NASTY_BYTES), 'latin1'));
  }
}

function splice(bytes: Buffer, at: number, remove: number, insert: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)]);
}
