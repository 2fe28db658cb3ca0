import { expect, test } from 'vitest';
import { findDrawers, findLongFiles, findOddNames } from './find-file-offences.ts';
import { showOffence } from './offence.ts';
import { readProjectFiles } from './project-files.ts';

const FOLDERS = ['src', 'web', 'contract', 'samples', 'bench', 'tests', 'scripts', 'database'];
const files = readProjectFiles(FOLDERS, ['.ts', '.tsx', '.sql', '.mjs']);

test('no file is a drawer', () => {
  expect(findDrawers(files).map(showOffence)).toEqual([]);
});

test('no file is longer than the house allows', () => {
  expect(findLongFiles(files).map(showOffence)).toEqual([]);
});

test('every file is named in kebab-case', () => {
  expect(findOddNames(files).map(showOffence)).toEqual([]);
});

test('a drawer is recognised by its name, a word that only contains one is not', () => {
  const named = (path: string) => findDrawers([{ path, text: '' }]).length;
  expect(['src/journey/utils.ts', 'src/lib/x.ts', 'src/x/date-helpers.ts'].map(named)).toEqual([1, 1, 1]);
  expect(['src/journey/calibrate.ts', 'src/x/uncommon.ts'].map(named)).toEqual([0, 0]);
});
