import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDay } from './parse-day.ts';

const value = (text: string) => {
  const reading = parseDay(text);
  return reading.ok ? reading.value : reading.code;
};

it('reads `0/0/0` as no date', () => {
  for (const text of ['0/0/0', '00/00/0000', '0000-00-00', '', '--', 'TBD']) expect(value(text)).toBeNull();
});

it('reads M/D/YYYY with and without padding', () => {
  expect(value('4/8/2026')).toBe('2026-04-08');
  expect(value('04/08/2026')).toBe('2026-04-08');
  expect(value(' 12/31/2024 ')).toBe('2024-12-31');
});

it('reads M/D/YY with 70 to 99 in the last century', () => {
  expect(value('4/8/26')).toBe('2026-04-08');
  expect(value('4/8/69')).toBe('2069-04-08');
  expect(value('4/8/70')).toBe('1970-04-08');
});

it('reads YYYY-MM-DD, YYYYMMDD and D-Mon-YYYY', () => {
  expect(value('2026-04-18')).toBe('2026-04-18');
  expect(value('2026-4-8')).toBe('2026-04-08');
  expect(value('2026/04/08')).toBe('2026-04-08');
  expect(value('20260418')).toBe('2026-04-18');
  expect(value('8-Apr-2026')).toBe('2026-04-08');
  expect(value('18-SEPT-26')).toBe('2026-09-18');
});

it('leaves out a time of day and an offset behind the date', () => {
  expect(value('3/4/2026 9:05 AM')).toBe('2026-03-04');
  expect(value('6/20/2026 8:45:00 AM -07:00')).toBe('2026-06-20');
  expect(value('2026-03-04T17:05:00Z')).toBe('2026-03-04');
  expect(value('2026-03-04 00:00:00')).toBe('2026-03-04');
});

it('refuses dates that no calendar has', () => {
  for (const text of [
    '2/30/2024',
    '2/29/2023',
    '2/29/1900',
    '4/31/2024',
    '13/1/2024',
    '25/12/2024',
    '0/5/2024',
    '2024-00-10',
    '4/8/202',
    '0/0/2024',
  ]) {
    expect(value(text)).toBe('unreadable_date');
  }
  expect(value('2/29/2000')).toBe('2000-02-29');
});

it('refuses numbers and text', () => {
  for (const text of ['45123', '2026', 'soon', '4/8', '4/8/2026 maybe', '4/8/2026 25:00', '8-Foo-2026', '4/8/20266', '202604181']) {
    expect(value(text)).toBe('unreadable_date');
  }
});

it('reads every day of three centuries back as it was written', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const slashed = `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`;
      return value(iso) === iso && value(slashed) === iso && value(iso.replaceAll('-', '')) === iso;
    }),
  );
});
