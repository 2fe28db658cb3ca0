import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Config } from '../config.ts';
import { Fault } from '../fault.ts';
import { startEmbedded } from '../embedded/start-embedded.ts';
import { migrate } from './migrate.ts';
import { Database } from './database.ts';
import { letAppRead, makeReadingRoles } from './reading-roles.ts';
import { isSqlState } from './sql-state.ts';

/** The role the app works as: owns nothing, bound by row security. */
export const APP_ROLE = 'throughline_app';

/**
 * Opens the database of a configuration: starts or joins the embedded server (or uses
 * DATABASE_URL), makes the app's role, migrates, and returns a pool that works as the
 * app's role. The caller closes it, which also gives the embedded server back.
 */
export async function openDatabase(config: Config, migrationFolders: readonly string[] = []): Promise<Database> {
  if (config.databaseUrl !== undefined) requireAddress(config.databaseUrl);
  const embedded = config.databaseUrl === undefined ? await startEmbedded(config.dataDir, config.durability) : undefined;
  try {
    const adminUrl = embedded === undefined ? (config.databaseUrl ?? '') : await makeDatabase(embedded.adminUrl, 'throughline');
    const appUrl = await prepare(adminUrl, config.dataDir, migrationFolders);
    return new Database({ appUrl, adminUrl, onClose: async () => embedded?.release() });
  } catch (error) {
    await embedded?.release();
    throw error;
  }
}

function requireAddress(url: string): void {
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return;
  throw new Fault(
    'database_url_shape',
    'Expected DATABASE_URL to be an address such as postgres://user:password@host:5432/database; it is not. Correct it, or unset it to use the embedded server.',
    { exit: 'configuration' },
  );
}

/** Makes the named database on a server unless it is there; returns its connection string. */
export async function makeDatabase(serverUrl: string, name: string): Promise<string> {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const client = await connect(serverUrl);
  try {
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) {
      await client.query(`create database ${client.escapeIdentifier(name)}`).catch((error: unknown) => {
        if (!isSqlState(error, '42P04', '23505')) throw error;
      });
    }
  } finally {
    await client.end();
  }
  return url.toString();
}

async function prepare(adminUrl: string, dataDir: string, migrationFolders: readonly string[]): Promise<string> {
  const password = readAppPassword(dataDir);
  const client = await connect(adminUrl);
  try {
    await requireVersion(client);
    await makeReadingRoles(client);
    await makeAppRole(client, password);
    await migrate(client, migrationFolders);
  } finally {
    await client.end();
  }
  const url = new URL(adminUrl);
  url.username = APP_ROLE;
  url.password = password;
  return url.toString();
}

async function requireVersion(client: pg.Client): Promise<void> {
  const answer = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`);
  const number = Number.parseInt(answer.rows[0]?.version ?? '0', 10);
  if (number >= 150_000 && number < 190_000) return;
  throw new Fault(
    'postgres_version',
    `PostgreSQL 15-18 is needed; this server is version ${number / 10_000}. Point DATABASE_URL at another server, or unset it to use the embedded one.`,
    {
      exit: 'configuration',
    },
  );
}

/** Creates the app's role or sets its password again when it is not the one in the data folder. */
async function makeAppRole(client: pg.Client, password: string): Promise<void> {
  const role = await client.query('select from pg_roles where rolname = $1', [APP_ROLE]);
  const secret = client.escapeLiteral(password);
  try {
    if (role.rowCount === 0)
      await client.query(`create role ${APP_ROLE} login nosuperuser nobypassrls nocreatedb nocreaterole password ${secret}`);
    else await client.query(`alter role ${APP_ROLE} password ${secret}`);
    await letAppRead(client, APP_ROLE);
    await allowChecksAtOnce(client);
  } catch (cause) {
    if (isSqlState(cause, '42710', '23505', 'XX000')) return;
    throw new Fault(
      'app_role_not_made',
      `The user of DATABASE_URL may not make the role ${APP_ROLE}, which Throughline works as so that row security binds it. Give that user CREATEROLE, once.`,
      {
        exit: 'configuration',
        cause,
      },
    );
  }
}

/** Lets the app prove foreign keys over many rows at once; only a superuser can allow it, and without it each row is checked. */
async function allowChecksAtOnce(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ wanted: boolean }>(
    `select rolsuper and not has_parameter_privilege($1, 'session_replication_role', 'set') as wanted from pg_roles where rolname = current_user`,
    [APP_ROLE],
  );
  if (rows[0]?.wanted === true) await client.query(`grant set on parameter session_replication_role to ${APP_ROLE}`);
}

function readAppPassword(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'app-role.secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (cause) {
    const shown = new URL(url);
    throw new Fault(
      'database_not_reached',
      `No connection to the database at ${shown.host}${shown.pathname}: ${cause instanceof Error ? cause.message : String(cause)}. Check DATABASE_URL, or unset it to use the embedded server.`,
      {
        exit: 'configuration',
        cause,
      },
    );
  }
}
