import { statfs } from 'node:fs/promises';
import type { ClientBase } from 'pg';
import { type Config, version } from '../config.ts';
import { findOrphanedClusters } from '../embedded/place-cluster.ts';
import type { Database } from '../database/database.ts';
import { checkIsolation } from './check-isolation.ts';
import { type Checkup, failed, ok, warning } from './checkup.ts';

const GIB = 1024 ** 3;
const CLOCK_TOLERANCE_SECONDS = 5;

/** Every check, in the order a person would ask. */
export async function examine(database: Database, config: Config): Promise<Checkup[]> {
  const disk = await checkDisk(config.dataDir);
  return database.outsideBusinesses(async (client) => [
    checkProgram(),
    await checkServer(client, config),
    await checkMigrations(client),
    await checkClock(client),
    disk,
    checkLeftovers(),
    await checkIsolation(client),
  ]);
}

function checkProgram(): Checkup {
  return ok('program', `Throughline ${version} on Node ${process.versions.node}, ${process.platform} ${process.arch}.`);
}

async function checkServer(client: ClientBase, config: Config): Promise<Checkup> {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    "select current_setting('server_version') as version, current_setting('server_encoding') as encoding",
  );
  const [server] = rows;
  const where = config.databaseUrl === undefined ? `embedded, in ${config.dataDir}` : 'of DATABASE_URL';
  if (server?.encoding !== 'UTF8')
    return failed(
      'database',
      `PostgreSQL ${server?.version} (${where}) stores ${server?.encoding}; names with accents need a database in UTF8.`,
    );
  return ok('database', `PostgreSQL ${server.version} (${where}).`);
}

async function checkMigrations(client: ClientBase): Promise<Checkup> {
  const { rows } = await client.query<{ count: number; newest: string }>(
    'select count(*) as count, max(name) as newest from platform.schema_migrations',
  );
  return ok('migrations', `${rows[0]?.count} applied, the newest ${rows[0]?.newest}.`);
}

/** Instants are written by the program and by the database: they must agree on the time. */
async function checkClock(client: ClientBase): Promise<Checkup> {
  const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now');
  const seconds = Math.abs(Date.now() - (rows[0]?.now.getTime() ?? 0)) / 1000;
  if (seconds <= CLOCK_TOLERANCE_SECONDS) return ok('clock', 'This machine and the database agree on the time.');
  return warning('clock', `This machine and the database are ${Math.round(seconds)} seconds apart. Set both by a time server.`);
}

async function checkDisk(folder: string): Promise<Checkup> {
  const { bavail, bsize } = await statfs(folder);
  const free = `${((bavail * bsize) / GIB).toFixed(1)} GiB free in ${folder}`;
  return bavail * bsize < GIB ? warning('disk', `Only ${free}. Make room before the next import.`) : ok('disk', `${free}.`);
}

/** Deleting a data folder under /root leaves its database behind; whether it is wanted, only a person knows (the disk may not be mounted). */
function checkLeftovers(): Checkup {
  const orphans = findOrphanedClusters();
  if (orphans.length === 0) return ok('leftovers', 'No database is left of a data folder that is gone.');
  const list = orphans.map(({ folder, dataFolder }) => `${folder} (of ${dataFolder ?? 'a folder it does not name'})`).join(', ');
  return warning(
    'leftovers',
    `Databases whose data folder is gone or was made anew: ${list}. If you deleted those folders, delete these too.`,
  );
}
