import { expect, it } from 'vitest';
import { parsePersonName } from './parse-person-name.ts';

it('keeps "First L" with leading spaces removed', () => {
  expect(parsePersonName('  Ava  S')).toEqual({ display: 'Ava S', key: 'ava s' });
});

it('turns "Last, First" round', () => {
  expect(parsePersonName('Sample, Ava')).toEqual({ display: 'Ava Sample', key: 'ava sample' });
  expect(parsePersonName('Sample, Ava, Jr.')).toEqual({ display: 'Ava Sample Jr.', key: 'ava sample jr' });
  expect(parsePersonName('Ava Sample, Jr.')?.key).toBe('ava sample jr');
});

it('takes the person of "Company City - First L"', () => {
  expect(parsePersonName('Prairie Peak Calgary - Ava S')).toEqual({ display: 'Ava S', key: 'ava s' });
  expect(parsePersonName('Prairie Peak Calgary - Sample, Ava')?.key).toBe('ava sample');
});

it('drops the languages of "First (Language & Language)"', () => {
  expect(parsePersonName('Ava Sample (French & English)')).toEqual({ display: 'Ava Sample', key: 'ava sample' });
});

it('drops "$" and outer underscores', () => {
  expect(parsePersonName('_Ava S_')?.key).toBe('ava s');
  expect(parsePersonName('$Ava S')?.key).toBe('ava s');
  expect(parsePersonName('__Ava $ Sample__')?.display).toBe('Ava Sample');
});

it('gives one key to accents, apostrophes and letter case, and keeps hyphens', () => {
  expect(parsePersonName('JOSÉ O’NEIL-Roy')?.key).toBe('jose oneil-roy');
  expect(parsePersonName("José O'Neil-Roy")?.key).toBe('jose oneil-roy');
});

it('finds no person in an empty cell or in signs alone', () => {
  for (const text of ['', ' ', '--', '$', '__']) expect(parsePersonName(text)).toBeNull();
});
