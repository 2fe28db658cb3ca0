import { expect, it } from 'vitest';
import { parseVolumeWeight } from './parse-volume-weight.ts';

const value = (text: string) => {
  const reading = parseVolumeWeight(text);
  return reading.ok ? reading.value : reading.code;
};

it('reads `525 cuft / 3698 lbs`', () => {
  expect(value('525 cuft / 3698 lbs')).toEqual({ volumeCuft: '525', weightLbs: '3698' });
  expect(value('1,525.5 cuft/3,698 lbs')).toEqual({ volumeCuft: '1525.5', weightLbs: '3698' });
});

it('reads `-- cuft / 3698 lbs` and `800 cuft / -- lbs` with one side unknown', () => {
  expect(value('-- cuft / 3698 lbs')).toEqual({ volumeCuft: null, weightLbs: '3698' });
  expect(value('800 cuft / -- lbs')).toEqual({ volumeCuft: '800', weightLbs: null });
  expect(value('800 cuft')).toEqual({ volumeCuft: '800', weightLbs: null });
});

it('reads `-- cuft / -- lbs` as nothing known', () => {
  expect(value('-- cuft / -- lbs')).toBeNull();
  expect(value('')).toBeNull();
});

it('refuses numbers without a unit', () => {
  for (const text of ['525 / 3698', 'big', '525 cuft / 3698 lbs / 2', '-5 cuft']) expect(value(text)).toBe('unreadable_number');
});
