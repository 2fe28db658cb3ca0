import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { Fault } from '../fault.ts';
import { choosePort } from './choose-port.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { diskFull, hasServerMetFullDisk, tellsOfFullDisk } from './disk-full.ts';
import { findBinaries } from './find-binaries.ts';
import { giveLeaseBack, isAlive, takeLease, withServerLock } from './leases.ts';
import { type ServerAccount, chooseServerAccount } from './server-account.ts';
import { type Durability, serverSettings } from './server-settings.ts';

export interface EmbeddedServer {
  /** Administrative connection string; the app connects as its own role. */
  adminUrl: string;
  /** Gives the server back: stops it when no other process uses it. */
  release(): Promise<void>;
}

interface ServerFile {
  port: number;
  password: string;
}

/**
 * The embedded PostgreSQL of a data folder: made when missing, started when it does not
 * run, shared when another process started it. Password and port are in `server.json`
 * (readable by us only); it listens on 127.0.0.1 and nowhere else.
 */
export async function startEmbedded(dataDir: string, durability: Durability = 'safe'): Promise<EmbeddedServer> {
  const account = chooseServerAccount();
  const folder = openDataFolder(dataDir, account);
  takeLease(folder.root);
  const server = await withServerLock(folder.root, () => startOrJoin(folder, account, durability));
  let released = false;
  return {
    adminUrl: urlOf(server),
    async release() {
      if (released) return;
      released = true;
      await withServerLock(folder.root, async () => {
        if (!giveLeaseBack(folder.root)) await stop(folder);
      });
    },
  };
}

async function startOrJoin(folder: DataFolder, account: ServerAccount, durability: Durability): Promise<ServerFile> {
  const known = readServerFile(folder);
  if (known !== undefined && (await answersSoon(folder, known))) return known;
  const binaries = findBinaries(account, folder.cache);
  const password = known?.password ?? randomBytes(24).toString('base64url');
  const server: ServerFile = { port: await choosePort(known?.port), password };
  if (!existsSync(join(folder.cluster, 'PG_VERSION'))) makeCluster(binaries.initdb, folder, account, server);
  else if (known === undefined) setPassword(binaries.postgres, folder, account, password);
  writeServerFile(folder, server);
  await launch(binaries.postgres, folder, account, server, durability);
  return server;
}

/** As long as a cluster that was killed in the middle of a load needs to get up again, on a busy machine. */
const PATIENCE = 30_000;

/** Whether the server of a folder answers, now or, when it was started a moment ago by a command that was killed since, soon. */
async function answersSoon(folder: DataFolder, server: ServerFile): Promise<boolean> {
  const deadline = Date.now() + PATIENCE;
  while (runningPid(folder) !== undefined && Date.now() < deadline) {
    if (await answers(server)) return true;
    await wait(20);
  }
  return false;
}

/** Made beside and renamed: a killed first start leaves no half-written cluster behind. */
function makeCluster(initdb: string, folder: DataFolder, account: ServerAccount, server: ServerFile): void {
  if (existsSync(folder.cluster) && readdirSync(folder.cluster).length > 0) {
    throw new Fault(
      'data_folder_half_written',
      `${folder.cluster} holds files but no PostgreSQL cluster (PG_VERSION is missing). Move it away, or choose another folder with --data-dir; nothing in it was touched.`,
      {
        exit: 'configuration',
      },
    );
  }
  const half = `${folder.cluster}.half`;
  const passwordFile = `${folder.cluster}.password`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, server.password, { mode: 0o600 });
  own(half, account);
  own(passwordFile, account);
  const args = [
    '-D',
    half,
    '-U',
    'throughline',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-sync',
  ];
  const made = spawnSync(initdb, args, { ...account.spawnAs, cwd: dirname(folder.cluster), encoding: 'utf8', timeout: 120_000 });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(half, { recursive: true, force: true });
    const told = `${made.stdout}${made.stderr}`;
    if (tellsOfFullDisk(told)) throw diskFull(told);
    throw new Fault('cluster_not_made', `The database could not be made in ${folder.cluster}: ${lastLines(told)}`, {
      exit: 'configuration',
    });
  }
  rmSync(folder.cluster, { recursive: true, force: true });
  renameSync(half, folder.cluster);
}

/** server.json was lost (or never written): the cluster is ours, so it gets a new password in single-user mode. */
function setPassword(postgres: string, folder: DataFolder, account: ServerAccount, password: string): void {
  const set = spawnSync(postgres, ['--single', '-D', folder.cluster, 'postgres'], {
    ...account.spawnAs,
    cwd: dirname(folder.cluster),
    encoding: 'utf8',
    input: `alter role throughline with password '${password}';\n`,
    timeout: 60_000,
  });
  if (set.status === 0) return;
  throw new Fault(
    'server_file_lost',
    `server.json is missing from ${folder.root} and the cluster did not take a new password: ${lastLines(set.stderr)}. Put server.json back from a backup.`,
    {
      exit: 'configuration',
    },
  );
}

async function launch(
  postgres: string,
  folder: DataFolder,
  account: ServerAccount,
  server: ServerFile,
  durability: Durability,
): Promise<void> {
  const log = join(folder.root, 'postgres.log');
  const handle = openSync(log, 'w', 0o600);
  const settings = serverSettings(server.port, durability);
  const args = ['-D', folder.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  // Detached: a Ctrl-C in the terminal is for us; we stop the server when our work is safe.
  const child = spawn(postgres, args, {
    ...account.spawnAs,
    cwd: dirname(folder.cluster),
    detached: true,
    stdio: ['ignore', handle, handle],
  });
  child.unref();
  closeSync(handle);
  let ended: number | null | undefined;
  child.once('exit', (code) => {
    ended = code;
  });
  child.once('error', () => {
    ended = -1;
  });
  const deadline = Date.now() + 120_000;
  while (!(await answers(server))) {
    if (ended !== undefined || Date.now() > deadline) {
      if (hasServerMetFullDisk(folder.root)) throw diskFull(ended);
      throw new Fault(
        'server_not_started',
        `The embedded PostgreSQL did not start: ${lastLines(readFileSync(log, 'utf8'))} (whole log: ${log}).`,
        { exit: 'configuration' },
      );
    }
    await wait(20);
  }
}

async function stop(folder: DataFolder): Promise<void> {
  const pid = runningPid(folder);
  if (pid === undefined) return;
  kill(pid, 'SIGINT');
  const deadline = Date.now() + 60_000;
  while (isAlive(pid)) {
    if (Date.now() > deadline) kill(pid, 'SIGQUIT');
    await wait(10);
  }
}

/** The postmaster's id from postmaster.pid, when it lives. */
function runningPid(folder: DataFolder): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(join(folder.cluster, 'postmaster.pid'), 'utf8'), 10);
    return isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

async function answers(server: ServerFile): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(server), connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

function urlOf(server: ServerFile): string {
  return `postgresql://throughline:${server.password}@127.0.0.1:${server.port}/postgres`;
}

function readServerFile(folder: DataFolder): ServerFile | undefined {
  try {
    const parsed: ServerFile = JSON.parse(readFileSync(join(folder.root, 'server.json'), 'utf8'));
    return typeof parsed.port === 'number' && typeof parsed.password === 'string' ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function writeServerFile(folder: DataFolder, server: ServerFile): void {
  const file = join(folder.root, 'server.json');
  writeFileSync(`${file}.new`, JSON.stringify(server), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function own(path: string, account: ServerAccount): void {
  const { uid, gid } = account.spawnAs;
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
  else chmodSync(path, path.endsWith('.password') ? 0o600 : 0o700);
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone in the meantime, which is what we wanted.
  }
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-3).join(' ').trim();
}
