import { basename } from 'node:path';
import type { Offence } from './offence.ts';
import { type ProjectFile, isTest } from './project-files.ts';

const DRAWERS = /(^|[/.-])(utils?|helpers?|common|misc|managers?|lib|stuff)([/.-]|$)/i;

/** Files named after a drawer instead of the one thing in them. */
export function findDrawers(files: readonly ProjectFile[]): Offence[] {
  return files
    .filter((file) => DRAWERS.test(file.path))
    .map((file) => ({ file: file.path, message: 'is named like a drawer; name it after the one verb or thing it holds' }));
}

/** Files longer than one can read at a sitting: 300 lines of source, 120 of SQL, 400 of tests. */
export function findLongFiles(files: readonly ProjectFile[]): Offence[] {
  return files.flatMap((file) => {
    const lines = file.text.trimEnd().split('\n').length;
    const limit = limitOf(file.path);
    return lines > limit ? [{ file: file.path, message: `has ${lines} lines; the limit is ${limit}: split it into verbs` }] : [];
  });
}

/** Names that are not kebab-case (React components may be PascalCase). */
export function findOddNames(files: readonly ProjectFile[]): Offence[] {
  return files
    .filter((file) => /\.(ts|sql|mjs)$/.test(file.path) && !/^[a-z0-9_.-]+$/.test(basename(file.path)))
    .map((file) => ({ file: file.path, message: 'should be named in kebab-case' }));
}

function limitOf(path: string): number {
  if (path.endsWith('.sql')) return path.startsWith('database/') ? Number.POSITIVE_INFINITY : 120;
  return isTest(path) ? 400 : 300;
}
