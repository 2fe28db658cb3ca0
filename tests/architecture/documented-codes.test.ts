import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/platform/config.ts';
import { findFaultCodes } from './find-fault-codes.ts';
import { isTest, readProjectFiles } from './project-files.ts';

const sources = readProjectFiles(['src', 'contract', 'samples'], ['.ts']).filter((file) => !isTest(file.path));
const page = readFileSync(join(projectRoot, 'docs', 'errors.md'), 'utf8');
const documented = [...page.matchAll(/^\| `([a-z0-9_]+)` \|/gm)].map(([, code]) => code ?? '');

test('every code in the program is documented in docs/errors.md', () => {
  const used = new Set(sources.flatMap(findFaultCodes));
  expect([...used].filter((code) => !documented.includes(code)).sort()).toEqual([]);
});

test('every code in docs/errors.md exists in the program, and stands there once', () => {
  const isInProgram = (code: string) => sources.some((file) => file.text.includes(`'${code}'`));
  expect(documented.filter((code) => !isInProgram(code))).toEqual([]);
  expect(documented.filter((code, index) => documented.indexOf(code) !== index)).toEqual([]);
});

test('a code is found wherever a fault is made', () => {
  const codes = (text: string) => findFaultCodes({ path: 'x.ts', text });
  expect(codes("throw new Fault('no_such_batch', 'x')")).toEqual(['no_such_batch']);
  expect(codes("return fileFault(isZip ? 'zip_bomb' : 'empty_file', name, 'x')")).toEqual(['zip_bomb', 'empty_file']);
  expect(codes("return { ok: false, code: 'unreadable_date' }")).toEqual(['unreadable_date']);
});
