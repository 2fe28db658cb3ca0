import { expect, it } from 'vitest';
import { parseFlag } from './parse-flag.ts';

it('reads Move Date Is TBD in the spellings of CSV and XLSX', () => {
  for (const text of ['TRUE', 'true', 'Yes', '1']) expect(parseFlag(text)).toEqual({ ok: true, value: true });
  for (const text of ['FALSE', 'no', ' 0 ']) expect(parseFlag(text)).toEqual({ ok: true, value: false });
  expect(parseFlag('')).toEqual({ ok: true, value: null });
  expect(parseFlag('perhaps').ok).toBe(false);
});
