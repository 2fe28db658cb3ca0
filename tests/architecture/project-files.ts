import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { projectRoot } from '../../src/platform/config.ts';

export interface ProjectFile {
  /** Path from the project's root, with forward slashes. */
  path: string;
  text: string;
}

const LEFT_OUT = new Set(['node_modules', 'dist', '.git', '.throughline', 'results', 'coverage', 'data']);

/** Files under the given folders whose name ends in one of the endings; folders that are not there are skipped. */
export function readProjectFiles(folders: readonly string[], endings: readonly string[], root = projectRoot): ProjectFile[] {
  return folders
    .flatMap((folder) => walk(join(root, folder)))
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}

/** `journey` for src/journey/kinds/jobs.ts; undefined for files outside modules. */
export function moduleOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

/** Whether it is a test, or something only tests use. */
export function isTest(path: string): boolean {
  return /\.(test|fuzz|browser)\.tsx?$/.test(path) || path.startsWith('tests/') || path.includes('/testing/');
}

function walk(folder: string): string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !LEFT_OUT.has(entry.name))
    .sort((left, right) => left.name.localeCompare(right.name))
    .flatMap((entry) => (entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)]));
}
