import { expect, test } from 'vitest';
import { showPhone } from './show-values.ts';

test('a phone of the +1 countries is shown as people there write it, any other as it is', () => {
  expect(showPhone('+14035550103')).toBe('(403) 555-0103');
  expect(showPhone('+14035550103;ext=12')).toBe('(403) 555-0103;ext=12');
  expect(showPhone('+442071838750')).toBe('+442071838750');
  expect(showPhone('office')).toBe('office');
});
