import { expect, it } from 'vitest';
import { parseStatus } from './parse-status.ts';

const value = (text: string) => {
  const reading = parseStatus(text);
  return reading.ok ? reading.value : reading.code;
};

it('reads status and reason from one string', () => {
  expect(value('Lost price too high')).toEqual({ group: 'lost', status: 'LOST', reason: 'price too high' });
  expect(value('Cancelled no availability')).toEqual({ group: 'cancelled', status: 'CANCELLED', reason: 'no availability' });
  expect(value('Bad Lead - Duplicate Lead')).toEqual({ group: 'bad', status: null, reason: 'duplicate lead' });
});

it('reads drifting case and punctuation alike', () => {
  const expected = { group: 'lost', status: 'LOST', reason: 'follow up 3 no response' };
  expect(value('Lost - Follow up 3 - No Response')).toEqual(expected);
  expect(value('LOST: follow up 3 no response')).toEqual(expected);
});

it('gives every platform status its group', () => {
  const groups = [
    'New lead',
    'Lead in progress',
    'Opportunity',
    'Quoted',
    'Pending',
    'Booked',
    'Completed',
    'Closed',
    'Cancelled',
    'Canceled',
    'Lost',
    'Bad lead',
    'Bad',
  ];
  expect(
    groups.map((text) => {
      const v = value(text);
      return v !== null && typeof v === 'object' ? `${v.group} ${v.status}` : v;
    }),
  ).toEqual([
    'open QUOTED',
    'open QUOTED',
    'open QUOTED',
    'open QUOTED',
    'open QUOTED',
    'booked BOOKED',
    'booked CLOSED',
    'booked CLOSED',
    'cancelled CANCELLED',
    'cancelled CANCELLED',
    'lost LOST',
    'bad null',
    'bad null',
  ]);
});

it('reads `Bad lead` with the reason "(none)" as no reason', () => {
  expect(value('Bad lead (none)')).toEqual({ group: 'bad', status: null, reason: null });
});

it('does not recognise other words, nor a status inside a word', () => {
  for (const text of ['Follow Up', 'Lostandfound', 'default', '12']) expect(value(text)).toBe('unknown_status');
  expect(value('')).toBeNull();
});
