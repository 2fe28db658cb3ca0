import { expect, it } from 'vitest';
import { parseDurationMinutes, parseDurationSeconds } from './parse-duration.ts';

const minutes = (text: string) => {
  const reading = parseDurationMinutes(text);
  return reading.ok ? reading.value : reading.code;
};

it('reads `9m`, `8h`, `1h 47m` and `1d 13h 41m` as minutes', () => {
  expect(minutes('9m')).toBe(9);
  expect(minutes('8h')).toBe(480);
  expect(minutes('1h 47m')).toBe(107);
  expect(minutes('1d 13h 41m')).toBe(2261);
  expect(minutes(' 1D  13H 41M ')).toBe(2261);
  expect(minutes('2 hours, 5 minutes')).toBe(125);
});

it('reads the negative `-9m`', () => {
  expect(minutes('-9m')).toBe(-9);
  expect(minutes('-1h 30m')).toBe(-90);
  expect(minutes('-0m')).toBe(0);
  expect(minutes('-20s')).toBe(0);
});

it('reads `--` as no duration', () => {
  for (const text of ['--', '-', '', 'n/a']) expect(minutes(text)).toBeNull();
});

it('reads the handle time `00:04:20` as 260 seconds and 4 minutes', () => {
  expect(parseDurationSeconds('00:04:20')).toEqual({ ok: true, value: 260 });
  expect(minutes('00:04:20')).toBe(4);
  expect(parseDurationSeconds('9m')).toEqual({ ok: true, value: 540 });
});

it('refuses what is no duration', () => {
  for (const text of ['9', 'soon', '1h -9m', '4:20', '00:61:00', '9m 1h', 'm']) expect(minutes(text)).toBe('unreadable_duration');
});
