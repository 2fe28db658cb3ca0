import { expect, it } from 'vitest';
import { parseCommissionRemark } from './parse-commission-remark.ts';

it('reads `Split with X` and `Split the move with X` as half', () => {
  const half = { kind: 'split', person: 'Ava S', percent: '50', amount: null };
  expect(parseCommissionRemark('Split with Ava S')).toEqual(half);
  expect(parseCommissionRemark('split the move with Ava S.')).toEqual(half);
});

it('reads `40% of the move to X` with and without "the"', () => {
  const share = { kind: 'share', person: 'Ben', percent: '40', amount: null };
  expect(parseCommissionRemark('40% of the move to Ben')).toEqual(share);
  expect(parseCommissionRemark('40 % of move to Ben')).toEqual(share);
});

it('reads `$100 deduction off revenue goes to X`', () => {
  expect(parseCommissionRemark('$100 deduction off revenue goes to Cy')).toEqual({
    kind: 'deduction',
    person: 'Cy',
    percent: null,
    amount: '100',
  });
});

it('reads `$10 bonus to X` and `$10 bonus for X`', () => {
  const bonus = { kind: 'bonus', person: 'Cy', percent: null, amount: '10' };
  expect(parseCommissionRemark('$10 bonus to Cy')).toEqual(bonus);
  expect(parseCommissionRemark('$10 bonus for Cy')).toEqual(bonus);
});

it('reads no remark in pipeline labels', () => {
  for (const text of ['', 'default', 'Follow Up', 'Booked ', 'Tentative Booking', '140% of the move to Ben']) {
    expect(parseCommissionRemark(text)).toBeNull();
  }
});
