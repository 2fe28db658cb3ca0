import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { Fault } from '../../platform/fault.ts';
import { parseInstant } from './parse-instant.ts';

const EDMONTON = 'America/Edmonton';
const value = (text: string, timeZone = EDMONTON) => {
  const reading = parseInstant(text, timeZone);
  return reading.ok ? reading.value : reading.code;
};

it('reads Received at `3/4/2026 9:05 AM` as wall-clock time in the given zone', () => {
  expect(value('3/4/2026 9:05 AM')).toBe('2026-03-04T16:05:00Z');
  expect(value('7/4/2026 9:05 PM')).toBe('2026-07-05T03:05:00Z');
  expect(value('7/4/2026 9:05 PM', 'America/Chicago')).toBe('2026-07-05T02:05:00Z');
  expect(value('7/4/2026 12:00 AM')).toBe('2026-07-04T06:00:00Z');
  expect(value('7/4/2026 12:00 PM')).toBe('2026-07-04T18:00:00Z');
});

it('reads Start Time Utc `6/20/2026 8:45:00 AM -07:00` by its own offset', () => {
  expect(value('6/20/2026 8:45:00 AM -07:00')).toBe('2026-06-20T15:45:00Z');
  expect(value('2026-06-20T08:45:00+05:30')).toBe('2026-06-20T03:15:00Z');
  expect(value('2026-02-27T16:00:00Z')).toBe('2026-02-27T16:00:00Z');
  expect(value('2026-02-27 16:00:00.250Z')).toBe('2026-02-27T16:00:00.25Z');
});

it('reads a bare date in a "… at Utc" column, which is not UTC, as local midnight', () => {
  expect(value('6/20/2026')).toBe('2026-06-20T06:00:00Z');
  expect(value('1/20/2026')).toBe('2026-01-20T07:00:00Z');
});

it('moves a time that the clock change skips one hour on, and takes the earlier of a repeated one', () => {
  expect(value('3/8/2026 2:30 AM')).toBe('2026-03-08T09:30:00Z');
  expect(value('11/1/2026 1:30 AM')).toBe('2026-11-01T07:30:00Z');
  expect(value('11/1/2026 3:00 AM')).toBe('2026-11-01T10:00:00Z');
});

it('reads `0/0/0` as no moment and refuses impossible times', () => {
  expect(value('0/0/0')).toBeNull();
  expect(value('')).toBeNull();
  expect(value('--')).toBeNull();
  for (const text of [
    '3/4/2026 25:00',
    '3/4/2026 13:00 PM',
    '3/4/2026 0:30 PM',
    '3/4/2026 9:60 AM',
    '2/30/2026 9:00 AM',
    'now',
    '3/4/2026 9:05 AM -19:00',
  ]) {
    expect(value(text)).toBe('unreadable_date');
  }
});

it('names the time zone that nobody knows', () => {
  expect(() => parseInstant('3/4/2026 9:05 AM', 'Mars/Olympus')).toThrow(Fault);
});

it('agrees with Temporal at any moment in zones with and without clock changes', () => {
  const zones = fc.constantFrom(
    EDMONTON,
    'America/Toronto',
    'America/Phoenix',
    'America/St_Johns',
    'Asia/Tehran',
    'America/Sao_Paulo',
    'Pacific/Apia',
  );
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 * 30 });
  fc.assert(
    fc.property(zones, minutes, (timeZone, minute) => {
      const local = new Date(Date.UTC(2000, 0, 1) + minute * 60_000).toISOString().slice(0, 16);
      const expected = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone, { disambiguation: 'compatible' });
      return value(local.replace('T', ' '), timeZone) === expected.toInstant().toString();
    }),
    { numRuns: 2000 },
  );
});
