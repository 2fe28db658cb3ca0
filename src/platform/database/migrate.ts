import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { projectRoot } from '../config.ts';
import { Fault } from '../fault.ts';
import { splitStatements } from './split-statements.ts';

export interface MigrationReport {
  applied: string[];
}

/**
 * Brings the database up to date: each file of database/migrations (and of the given
 * further folders) once, in order of name, each in a transaction, one statement per
 * message; then the lifecycle files. A file that changed after it was applied is a Fault.
 */
export async function migrate(client: pg.ClientBase, furtherFolders: readonly string[] = []): Promise<MigrationReport> {
  const wanted = [join(projectRoot, 'database', 'migrations'), ...furtherFolders].flatMap(readMigrations);
  await client.query('select pg_advisory_lock(7411001)');
  try {
    await client.query('create schema if not exists platform');
    await client.query(
      'create table if not exists platform.schema_migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())',
    );
    const known = await client.query<{ name: string; hash: string }>('select name, hash from platform.schema_migrations');
    const hashes = new Map(known.rows.map((row) => [row.name, row.hash]));
    const pending = wanted.filter((migration) => isPending(migration, hashes));
    refuseNewerDatabase(hashes, wanted);
    for (const migration of pending) await apply(client, migration);
    if (pending.length > 0) await runLifecycle(client);
    return { applied: pending.map((migration) => migration.name) };
  } finally {
    await client.query('select pg_advisory_unlock(7411001)');
  }
}

interface Migration {
  name: string;
  sql: string;
  hash: string;
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return names.map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8');
    return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
  });
}

function isPending(migration: Migration, hashes: Map<string, string>): boolean {
  const applied = hashes.get(migration.name);
  if (applied === undefined) return true;
  if (applied === migration.hash) return false;
  throw new Fault(
    'migration_changed',
    `The migration ${migration.name} was changed after it was applied to this database. Migrations are forward-only: put the file back and write a new one.`,
    {
      exit: 'configuration',
    },
  );
}

function refuseNewerDatabase(hashes: Map<string, string>, wanted: Migration[]): void {
  const ours = new Set(wanted.map((migration) => migration.name));
  const unknown = [...hashes.keys()].filter((name) => !ours.has(name));
  if (unknown.length === 0) return;
  throw new Fault(
    'database_newer',
    `This database was upgraded by a newer Throughline (it has ${unknown.join(', ')}). Run that version, or restore a backup made before the upgrade.`,
    {
      exit: 'configuration',
    },
  );
}

async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  const statements = await splitStatements(migration.sql, migration.name);
  await client.query('begin');
  try {
    for (const statement of statements) await client.query(statement);
    await client.query('insert into platform.schema_migrations (name, hash) values ($1, $2)', [migration.name, migration.hash]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw new Fault(
      'migration_failed',
      `The migration ${migration.name} failed and was rolled back: ${cause instanceof Error ? cause.message : String(cause)}.`,
      {
        exit: 'configuration',
        cause,
      },
    );
  }
}

async function runLifecycle(client: pg.ClientBase): Promise<void> {
  const folder = join(projectRoot, 'database', 'lifecycle');
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()) {
    for (const statement of await splitStatements(readFileSync(join(folder, name), 'utf8'), name)) await client.query(statement);
  }
}
