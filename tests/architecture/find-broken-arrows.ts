import { posix } from 'node:path';
import ts from 'typescript';
import { MODULES, OPEN_FOLDERS, OUTER_FOLDERS, mayReach } from './arrows.ts';
import type { Offence } from './offence.ts';
import { type ProjectFile, isTest, moduleOf } from './project-files.ts';

/** Files that know every module: they wire the program together. */
const WIRING = new Set(['src/app.ts', 'src/cli.ts']);

/**
 * Imports that go against the arrows: to the right, between siblings, past another
 * module's index and slots, or out of web/ and contract/ into the server. Tests set scenes with
 * several modules at once and are left out.
 */
export function findBrokenArrows(files: readonly ProjectFile[]): Offence[] {
  const slots = new Set(files.filter((file) => file.text.includes('definePlugSlot<')).map((file) => file.path));
  return files
    .filter((file) => !WIRING.has(file.path) && !isTest(file.path))
    .flatMap((file) => importsOf(file).flatMap((target) => judge(file, target, slots)));
}

/** Paths from the root of the project's own files that a file imports. */
export function importsOf(file: ProjectFile): string[] {
  return ts
    .preProcessFile(file.text, true, true)
    .importedFiles.map((imported) => imported.fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => posix.normalize(posix.join(posix.dirname(file.path), name)));
}

function judge(file: ProjectFile, target: string, slots: ReadonlySet<string>): Offence[] {
  const from = moduleOf(file.path);
  const to = moduleOf(target);
  if (from === undefined) return judgeOuter(file, target);
  if (WIRING.has(target))
    return [{ file: file.path, message: `imports ${target}; a module that knows all others is no module: offer a slot` }];
  if (to === undefined) return judgeLeavingSource(file, target);
  if (!MODULES.includes(to))
    return [{ file: file.path, message: `imports ${target}, but "${to}" is not in the list of arrows (tests/architecture/arrows.ts)` }];
  if (!mayReach(from, to))
    return [{ file: file.path, message: `imports ${target}: ${from} stands left of ${to}; offer a slot that ${to} plugs into instead` }];
  if (from === to || to === 'platform' || target === `src/${to}/index.ts` || slots.has(target)) return [];
  if (OPEN_FOLDERS.some((folder) => target.startsWith(folder))) return [];
  return [
    {
      file: file.path,
      message: `imports ${target}: of another module only index.ts and its slots may be imported; export it from src/${to}/index.ts`,
    },
  ];
}

/** web/ and contract/ keep to themselves; tests, samples, bench and scripts may import what they like. */
function judgeOuter(file: ProjectFile, target: string): Offence[] {
  const [folder = '', into = ''] = [file.path.split('/')[0], target.split('/')[0]];
  const allowed = OUTER_FOLDERS[folder];
  if (allowed === undefined || allowed.includes(into)) return [];
  return [{ file: file.path, message: `imports ${target}: ${folder}/ may import ${allowed.join(' and ')} only` }];
}

/** A module may import the shared shapes in contract/ and the sample generator; nothing else outside src/. */
function judgeLeavingSource(file: ProjectFile, target: string): Offence[] {
  if (['contract/', 'samples/', 'src/'].some((folder) => target.startsWith(folder))) return [];
  return [{ file: file.path, message: `imports ${target}: the program may not depend on that folder` }];
}
