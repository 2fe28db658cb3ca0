import { expect, test } from 'vitest';
import { readReason } from './WeightList.tsx';

test('a reason is parted from the weight behind it, for and against, and one without a weight stays whole', () => {
  expect(readReason('same phone: +15125550100 (rare: 1 of 5,000 people) +12.3')).toEqual({
    text: 'same phone: +15125550100 (rare: 1 of 5,000 people)',
    weight: 12.3,
  });
  expect(readReason('moved from 1 A St to 2 B St in 2023 −0.4')).toEqual({ text: 'moved from 1 A St to 2 B St in 2023', weight: -0.4 });
  expect(readReason('enough to join them without asking would be the same e-mail')).toEqual({
    text: 'enough to join them without asking would be the same e-mail',
    weight: null,
  });
  expect(readReason('same phone: +15125550100')).toEqual({ text: 'same phone: +15125550100', weight: null });
});
