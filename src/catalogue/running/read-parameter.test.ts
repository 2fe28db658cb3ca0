import { describe, expect, it } from 'vitest';
import type { Parameter, ParameterType } from '../question.ts';
import { readParameter } from './read-parameter.ts';

const of = (type: ParameterType, more: Partial<Parameter> = {}): Parameter => ({
  name: 'it',
  type,
  default: null,
  meaning: 'It.',
  ...more,
});

describe('readParameter', () => {
  it.each<[ParameterType, unknown, unknown]>([
    ['date', '2024-02-29', '2024-02-29'],
    ['integer', '12', 12],
    ['number', '-1.5', -1.5],
    ['boolean', 'yes', true],
    ['currency', 'cad', 'CAD'],
    ['time_zone', 'America/Chicago', 'America/Chicago'],
    ['time_zone', 'UTC', 'UTC'],
    ['text[]', 'a, b,,', ['a', 'b']],
    ['text[]', ['a', 'b'], ['a', 'b']],
    ['branch', ' Calgary ', 'Calgary'],
    ['date', '', null],
    ['text', null, null],
  ])('reads %s %j', (type, value, expected) => expect(readParameter(of(type), value)).toEqual(expected));

  it.each<[ParameterType, unknown]>([
    ['date', '2025-02-30'],
    ['date', '3/1/2025'],
    ['date', '2025-13-01'],
    ['integer', '1.5'],
    ['integer', '1e3'],
    ['integer', '99999999999999999999'],
    ['number', 'NaN'],
    ['boolean', 'perhaps'],
    ['currency', 'dollars'],
    ['time_zone', '+05:00'],
    ['time_zone', "UTC'; drop table x"],
    ['uuid', 'x'],
    ['text', ['a', 'b']],
  ])('refuses %s %j and says what it takes', (type, value) =>
    expect(() => readParameter(of(type), value)).toThrow('The parameter "it" takes'),
  );

  it('keeps to the range', () => {
    expect(() => readParameter(of('integer', { least: 1, most: 10 }), '11')).toThrow('a whole number from 1 to 10');
  });
});
