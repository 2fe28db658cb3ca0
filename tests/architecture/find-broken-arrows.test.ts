import { expect, test } from 'vitest';
import { findBrokenArrows } from './find-broken-arrows.ts';
import { showOffence } from './offence.ts';
import { readProjectFiles } from './project-files.ts';

test('no import goes against the arrows', () => {
  const files = readProjectFiles(['src', 'web', 'contract', 'samples', 'bench', 'tests'], ['.ts', '.tsx']);
  expect(findBrokenArrows(files).map(showOffence)).toEqual([]);
});

const imports = (path: string, target: string) =>
  findBrokenArrows([{ path, text: `import { x } from '${target}';` }]).map((offence) => offence.message);

test('an import to the right is refused', () => {
  expect(imports('src/import/undo.ts', '../journey/index.ts')).toEqual([
    'imports src/journey/index.ts: import stands left of journey; offer a slot that journey plugs into instead',
  ]);
});

test("an import past a module's index is refused, of its index allowed", () => {
  expect(imports('src/journey/x.ts', '../import/engine/load-table.ts')).toHaveLength(1);
  expect(imports('src/journey/x.ts', '../import/index.ts')).toEqual([]);
});

test('the web app cannot import the server', () => {
  expect(imports('web/app/main.tsx', '../../src/platform/fault.ts')).toEqual([
    'imports src/platform/fault.ts: web/ may import web and contract only',
  ]);
});

test('a module outside the list of arrows is pointed out', () => {
  expect(() => imports('src/roofing/x.ts', '../journey/index.ts')).toThrow('is not in the list of arrows');
});
