import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * A second PostgreSQL to run the database tests on: TEST_DATABASE_URL, else a scratch
 * server from the newest system binaries (15 or later). Undefined when there is neither.
 * The caller calls `stop()`.
 */
export async function openSecondPostgres() {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== '') return borrow(given);
  const found = findSystemPostgres();
  return found === undefined ? undefined : startScratch(found);
}

/** A database of our own on the operator's server, dropped afterwards; what else is there stays untouched. */
async function borrow(given) {
  const name = `throughline_test_${process.pid}`;
  const url = new URL(given);
  url.pathname = `/${name}`;
  await onServer(given, `create database ${name}`);
  return {
    url: url.toString(),
    title: 'the server of TEST_DATABASE_URL',
    stop: () => onServer(given, `drop database ${name} with (force)`),
  };
}

/** The newest folder with `postgres` and `initdb` of version 15 or later; undefined when there is none. */
export function findSystemPostgres() {
  return foldersToLookIn()
    .map((folder) => ({ folder, version: versionIn(folder) }))
    .filter((candidate) => candidate.version >= 15)
    .sort((left, right) => right.version - left.version)[0];
}

function foldersToLookIn() {
  const onPath = (process.env.PATH ?? '').split(delimiter).filter((folder) => existsSync(join(folder, 'postgres')));
  const roots = [
    '/usr/lib/postgresql',
    '/usr/pgsql',
    '/opt/homebrew/opt',
    '/usr/local/opt',
    '/Applications/Postgres.app/Contents/Versions',
  ];
  const installed = roots.filter((root) => existsSync(root)).flatMap((root) => readdirSync(root).map((name) => join(root, name, 'bin')));
  const folders = [...onPath.map((folder) => dirname(realpathSync(join(folder, 'postgres')))), ...installed];
  return [...new Set(folders)].filter((folder) => existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'initdb')));
}

function versionIn(folder) {
  const answer = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8', cwd: '/' });
  return Number.parseInt(/(\d+)/.exec(answer.stdout ?? '')?.[1] ?? '0', 10);
}

async function startScratch({ folder, version }) {
  const account = unprivilegedAccount();
  const root = mkdtempSync(join(tmpdir(), 'throughline-second-'));
  if (account.uid !== undefined) chownSync(root, account.uid, account.gid);
  const cluster = join(root, 'cluster');
  const asAccount = { ...account, cwd: root };
  execFileSync(join(folder, 'initdb'), ['-D', cluster, '-U', 'throughline', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], {
    ...asAccount,
    stdio: 'ignore',
  });
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'max_connections=60', 'jit=off', 'timezone=UTC'];
  const server = spawn(join(folder, 'postgres'), ['-D', cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])], {
    ...asAccount,
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const url = `postgresql://throughline@127.0.0.1:${port}/throughline_test`;
  const stop = async () => {
    server.kill('SIGINT');
    await ended;
    rmSync(root, { recursive: true, force: true });
  };
  try {
    await makeDatabase(`postgresql://throughline@127.0.0.1:${port}/postgres`, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, title: `PostgreSQL ${version} of this machine`, stop };
}

/** PostgreSQL refuses root: then the scratch server belongs to `nobody`. */
function unprivilegedAccount() {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag) => Number.parseInt(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }), 10);
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function onServer(url, statement) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function makeDatabase(serverUrl, server) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await onServer(serverUrl, 'create database throughline_test');
    } catch (error) {
      if (attempt > 150 || server.exitCode !== null) throw error;
      await wait(100);
    }
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
