import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json: migrations and the built web app are found from it. */
export const projectRoot = findProjectRoot();

/** Version of this program, from package.json. */
export const version = readVersion();

export interface Config {
  /** Absolute path of the data folder. */
  dataDir: string;
  /** Administrative connection of an operator-run PostgreSQL; absent = embedded server. */
  databaseUrl: string | undefined;
  /** `scratch` only in tests: the embedded server then flushes nothing to the disk. */
  durability?: 'safe' | 'scratch';
}

/** Flags over environment over default; relative folders are taken from the current folder. */
export function readConfig(flags: { dataDir?: string | undefined } = {}): Config {
  const dataDir = flags.dataDir ?? process.env.THROUGHLINE_DATA_DIR ?? '.throughline';
  const databaseUrl = process.env.DATABASE_URL;
  return { dataDir: resolve(dataDir), databaseUrl: databaseUrl === '' ? undefined : databaseUrl };
}

function findProjectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'database', 'migrations'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('database/migrations was not found above the program; reinstall Throughline');
    folder = parent;
  }
  return folder;
}

function readVersion(): string {
  const parsed: { version?: string } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  return parsed.version ?? '0.0.0';
}
