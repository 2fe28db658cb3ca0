import { expect, it } from 'vitest';
import { resolveDays } from './resolve-days.ts';

// 2025-03-01 05:00 UTC is still Friday, February 28 in Chicago, and already Saturday in Auckland.
const now = new Date('2025-03-01T05:00:00Z');

it.each([
  ['today', 'America/Chicago', '2025-02-28'],
  ['today', 'Pacific/Auckland', '2025-03-01'],
  ['today-7', 'America/Chicago', '2025-02-21'],
  ['week-start', 'America/Chicago', '2025-02-24'],
  ['week-start-1', 'America/Chicago', '2025-02-17'],
  ['month-start', 'America/Chicago', '2025-02-01'],
  ['month-start-3', 'America/Chicago', '2024-11-01'],
  ['year-start-1', 'America/Chicago', '2024-01-01'],
  ['2025-01-01', 'America/Chicago', '2025-01-01'],
  ['todays special', 'America/Chicago', 'todays special'],
])('%s in %s is %s', (value, zone, expected) => expect(resolveDays({ day: value }, zone, now)).toEqual({ day: expected }));
