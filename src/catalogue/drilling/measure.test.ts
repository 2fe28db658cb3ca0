import { describe, expect, it } from 'vitest';
import { readMeasure } from './measure.ts';

const rules = {
  jobs: 'count',
  sold: 'count where is_sold and has_day',
  rate: 'percent sold of jobs',
  part: 'share sold within currency, branch_name',
};

describe('readMeasure', () => {
  it('reads what a rule says', () => {
    expect(readMeasure(rules, 'sold')).toEqual({ kind: 'plain', of: { how: 'count', column: null, where: ['is_sold', 'has_day'] } });
    expect(readMeasure({ mean: 'mean revenue' }, 'mean')).toEqual({ kind: 'plain', of: { how: 'mean', column: 'revenue', where: [] } });
    expect(readMeasure(rules, 'rate')).toMatchObject({ kind: 'percent', part: { where: ['is_sold', 'has_day'] }, whole: { where: [] } });
    expect(readMeasure(rules, 'part')).toMatchObject({ kind: 'share', within: ['currency', 'branch_name'] });
    expect(readMeasure({ trend: 'all' }, 'trend')).toEqual({ kind: 'all' });
    expect(readMeasure(rules, 'nothing')).toBeNull();
  });

  it.each([
    ['total revenue', 'The rule of "a" is "total revenue"'],
    ['sum revenue; drop table', 'The rule of "a"'],
    ['percent sold of all_of_them', 'names "all_of_them"'],
  ])('refuses "%s"', (rule, message) => expect(() => readMeasure({ ...rules, a: rule }, 'a')).toThrow(message));
});
