import { expect, test } from 'vitest';
import { periodBefore, periodOf, presetsOf, readOverviewSearch } from './overview-search.ts';

test('the last day of a range counts, so the question is asked for the day after it', () => {
  expect(periodOf({ from: '2026-01-01', to: '2026-12-31' })).toEqual({ date_from: '2026-01-01', date_to: '2027-01-01' });
});

test('the period before is as long and ends where this one begins', () => {
  expect(periodBefore({ date_from: '2026-03-01', date_to: '2026-03-31' })).toEqual({ date_from: '2026-01-30', date_to: '2026-03-01' });
  expect(periodBefore({ date_from: '2026-03-01' })).toBeUndefined();
});

test('presets begin from today in the zone of the business, not of the reader', () => {
  const newYear = new Date('2026-01-01T03:00:00Z');
  expect(presetsOf('America/Edmonton', newYear)[2]).toEqual({ name: '2025', from: '2025-01-01', to: '2025-12-31' });
  expect(presetsOf('America/Edmonton', newYear)[1]).toEqual({ name: '12 months', from: '2024-12-01', to: '2025-11-30' });
  expect(presetsOf('Pacific/Auckland', newYear)[2]?.name).toBe('2026');
});

test('what is no day in the address is left out', () => {
  expect(readOverviewSearch({ from: 'yesterday', to: '2026-05-01', currency: 'CAD' })).toEqual({ to: '2026-05-01', currency: 'CAD' });
});
