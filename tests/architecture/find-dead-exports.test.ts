import { expect, test } from 'vitest';
import { findDeadExports } from './find-dead-exports.ts';

test('an export that no other file imports is found, one that is imported is not', () => {
  const offences = findDeadExports([
    { path: 'src/a.ts', text: 'export function used() {}\nexport const unused = 1;\nexport type Shape = string;' },
    { path: 'src/b.ts', text: "import { used } from './a.ts';\nused();" },
  ]);
  expect(offences).toEqual([{ file: 'src/a.ts', message: 'exports unused, which neither this file nor any other uses; remove it' }]);
});
