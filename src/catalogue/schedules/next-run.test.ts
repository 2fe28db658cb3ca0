import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextRun } from './next-run.ts';
import { cronOfWords, readCron } from './read-cron.ts';

const next = (cron: string, zone: string, after: string): string => nextRun(readCron(cron), zone, new Date(after)).toISOString();

describe('when a schedule is due', () => {
  it.each([
    // Mondays at seven in Chicago: 13:00 UTC in winter, 12:00 UTC once the clocks went on (March 9, 2025).
    ['0 7 * * 1', 'America/Chicago', '2025-03-01T00:00:00Z', '2025-03-03T13:00:00.000Z'],
    ['0 7 * * 1', 'America/Chicago', '2025-03-03T13:00:00Z', '2025-03-10T12:00:00.000Z'],
    // 02:30 is skipped on March 9: it comes at 03:30 summer time (UTC-5), and at 02:30 again the day after.
    ['30 2 * * *', 'America/Chicago', '2025-03-09T00:00:00Z', '2025-03-09T08:30:00.000Z'],
    ['30 2 * * *', 'America/Chicago', '2025-03-09T08:30:00Z', '2025-03-10T07:30:00.000Z'],
    // 01:30 comes twice on November 2, first in summer time (UTC-5): once is enough.
    ['30 1 * * *', 'America/Chicago', '2025-11-02T00:00:00Z', '2025-11-02T06:30:00.000Z'],
    ['30 1 * * *', 'America/Chicago', '2025-11-02T06:30:00Z', '2025-11-03T07:30:00.000Z'],
    // A skipped 02:30 must not hide 03:00, which comes before it.
    ['0,30 2,3 * * *', 'America/Chicago', '2025-03-09T07:59:00Z', '2025-03-09T08:00:00.000Z'],
    ['0,30 2,3 * * *', 'America/Chicago', '2025-03-09T08:00:00Z', '2025-03-09T08:30:00.000Z'],
    // Auckland is twelve hours ahead in winter: its Monday morning is Sunday evening in UTC.
    ['0 7 * * 1', 'Pacific/Auckland', '2025-07-01T00:00:00Z', '2025-07-06T19:00:00.000Z'],
    ['0 0 29 2 *', 'UTC', '2025-01-01T00:00:00Z', '2028-02-29T00:00:00.000Z'],
    ['0 0 31 * *', 'UTC', '2025-01-31T00:00:00Z', '2025-03-31T00:00:00.000Z'],
    // Both days restricted: either fits. January 6, 2025 is a Monday, the 10th a Friday.
    ['0 0 10 * mon', 'UTC', '2025-01-06T00:00:00Z', '2025-01-10T00:00:00.000Z'],
    ['*/20 * * * *', 'UTC', '2025-01-01T00:20:00Z', '2025-01-01T00:40:00.000Z'],
    ['0 7 * jun-aug sat,7', 'UTC', '2025-01-01T00:00:00Z', '2025-06-01T07:00:00.000Z'],
  ])('%s in %s after %s is %s', (cron, zone, after, expected) => expect(next(cron, zone, after)).toBe(expected));

  it('is after the moment, on a full minute, and the same from any moment before it', () => {
    const field = (least: number, most: number) => fc.oneof(fc.constant('*'), fc.integer({ min: least, max: most }).map(String));
    fc.assert(
      fc.property(
        fc.tuple(field(0, 59), field(0, 23), field(1, 28), field(1, 12), field(0, 6)),
        fc.constantFrom('UTC', 'America/Chicago', 'Pacific/Auckland', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
        fc.date({ min: new Date('2024-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (fields, zone, after, share) => {
          const cron = readCron(fields.join(' '));
          const due = nextRun(cron, zone, after);
          expect(due.getTime()).toBeGreaterThan(after.getTime());
          expect(due.getTime() % 60_000).toBe(0);
          const between = new Date(after.getTime() + Math.floor((due.getTime() - after.getTime()) * share));
          expect(nextRun(cron, zone, between)).toEqual(due);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a cadence', () => {
  it.each([
    ['mon 07:00', '0 7 * * mon'],
    ['Mon,Thu 7:05', '5 7 * * mon,thu'],
    ['weekday 18:30', '30 18 * * 1-5'],
    ['day 00:00', '0 0 * * *'],
    ['month 06:00', '0 6 1 * *'],
    ['hour', '0 * * * *'],
  ])('in words, %s, is %s', (words, cron) => expect(cronOfWords(words)).toBe(cron));

  it.each(['monday 07:00', 'mon', 'mon 25:00', 'mon 07:60', '', 'day'])('refuses the words %j and shows what it takes', (words) =>
    expect(() => cronOfWords(words)).toThrow('--every takes'),
  );

  it.each([
    '0 7 * *',
    '60 7 * * *',
    '0 24 * * *',
    '0 7 0 * *',
    '0 7 31 2 *',
    '0 7 30 feb *',
    '0 7 * * 8',
    '5-1 * * * *',
    '*/0 * * * *',
    'a b c d e',
    '1.5 * * * *',
  ])('refuses the line %j', (line) => expect(() => readCron(line)).toThrow('--cron takes'));
});
