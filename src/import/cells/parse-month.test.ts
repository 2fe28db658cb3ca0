import { describe, expect, it } from 'vitest';
import { parseMonth } from './parse-month.ts';

describe('parseMonth', () => {
  it.each([
    ['2026-04', '2026-04-01'],
    ['2026/4', '2026-04-01'],
    ['4/2026', '2026-04-01'],
    ['Apr 2026', '2026-04-01'],
    ['April, 2026', '2026-04-01'],
    ['Sept-2026', '2026-09-01'],
    ['Apr-26', '2026-04-01'],
    ['4/18/2026', '2026-04-01'],
    ['2026-04-30', '2026-04-01'],
  ])('%s is %s', (text, month) => expect(parseMonth(text)).toEqual({ ok: true, value: month }));

  it.each(['', '--', 'n/a'])('%j is none', (text) => expect(parseMonth(text)).toEqual({ ok: true, value: null }));

  it.each(['13/2026', '2026-00', 'Spring 2026', 'Foo 2026', '2026', '2/30/2026'])('%s is no month', (text) =>
    expect(parseMonth(text)).toMatchObject({ ok: false, code: 'unreadable_date' }),
  );
});
