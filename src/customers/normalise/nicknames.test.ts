import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ENGLISH_NICKNAMES } from './data/english-nicknames.ts';
import { WORLD_NICKNAMES } from './data/world-nicknames.ts';
import { areNicknames, nicknameClasses } from './nicknames.ts';

const names = `${ENGLISH_NICKNAMES} ${WORLD_NICKNAMES}`.split(/[\s|]+/).filter((name) => name !== '' && !name.includes('-'));

test.each([
  ['robert', 'bob'],
  ['wm', 'william'],
  ['geo', 'george'],
  ['chas', 'charles'],
  ['jno', 'john'],
  ['thos', 'tom'],
  ['francisco', 'paco'],
  ['guillaume', 'will'],
  ['sasha', 'aleksandr'],
  ['catherine', 'kathryn'],
  ['steven', 'stephen'],
])('%s and %s may be one person', (a, b) => {
  expect(areNicknames(a, b)).toBe(true);
});

test.each([
  ['robert', 'william'],
  ['ann', 'mary'],
  ['john', 'james'],
  ['patrick', 'patricia'],
  ['michael', 'michelle'],
  ['bob', 'bob'],
  ['zyx', 'zyxw'],
])('%s and %s are not two forms of one name', (a, b) => {
  expect(areNicknames(a, b)).toBe(false);
});

test('a short form belongs to every name it is short for', () => {
  for (const formal of ['albert', 'robert', 'herbert']) expect(areNicknames('bert', formal)).toBe(true);
  for (const formal of ['edward', 'theodore', 'edmund']) expect(areNicknames('ted', formal)).toBe(true);
});

test('more than a thousand names are known, and being alike goes both ways', () => {
  expect(new Set(names).size).toBeGreaterThan(1000);
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.constantFrom(...names), (a, b) => {
      expect(areNicknames(a, b)).toBe(areNicknames(b, a));
      expect(nicknameClasses(a).length).toBeGreaterThan(0);
    }),
  );
});

test('names are written as they are compared: lower case, without accents', () => {
  expect(names.filter((name) => !/^[a-z]+$/.test(name))).toEqual([]);
});
