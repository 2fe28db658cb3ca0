import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { offsetOf } from './zone-offset.ts';

// Changes at midnight, at 2 o'clock, by half an hour, four times a year, a day left out (Samoa's 30
// December 2011), zones far from UTC on both sides, an offset with seconds (Amsterdam before 1937).
const ZONES = [
  'America/Edmonton',
  'America/Havana',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Niue',
  'Asia/Kathmandu',
  'Europe/Amsterdam',
  'UTC',
];

test('the offset of any wall-clock time is the one Temporal resolves', () => {
  const moment = fc.record({
    day: fc.integer({ min: 0, max: 109_000 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
    timeZone: fc.constantFrom(...ZONES),
  });
  fc.assert(
    fc.property(moment, ({ day, hour, minute, timeZone }) => {
      const { year, month, day: date } = Temporal.PlainDate.from('1900-01-01').add({ days: day });
      const offset = offsetOf({ year, month, day: date }, { hour, minute, second: 0, fraction: '' }, timeZone);
      const exact = Temporal.ZonedDateTime.from({ year, month, day: date, hour, minute, timeZone }, { disambiguation: 'compatible' });
      expect(Date.UTC(year, month - 1, date, hour, minute) - offset).toBe(exact.epochMilliseconds);
    }),
    { numRuns: 3_000 },
  );
});

test('around every change of the clocks of a century the offset is the one Temporal resolves', () => {
  for (const timeZone of ZONES) {
    let change = Temporal.ZonedDateTime.from({ year: 1970, month: 1, day: 1, timeZone }).getTimeZoneTransition('next');
    while (change !== null && change.year < 2040) {
      for (let hours = -50; hours <= 50; hours += 1) {
        const wall = change.toPlainDateTime().add({ minutes: hours * 60 + 1 });
        const time = { hour: wall.hour, minute: wall.minute, second: 0, fraction: '' };
        const offset = offsetOf({ year: wall.year, month: wall.month, day: wall.day }, time, timeZone);
        const exact = wall.toZonedDateTime(timeZone, { disambiguation: 'compatible' });
        const own = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute);
        expect(own - offset, `${wall} ${timeZone}`).toBe(exact.epochMilliseconds);
      }
      change = change.getTimeZoneTransition('next');
    }
  }
});
