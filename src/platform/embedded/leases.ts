import { closeSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { Fault } from '../fault.ts';

/** Runs `work` while no other process starts or stops the server of this data folder. */
export async function withServerLock<T>(root: string, work: () => Promise<T>): Promise<T> {
  const file = join(root, 'server.lock');
  const deadline = Date.now() + 60_000;
  while (!tryLock(file)) {
    const holder = readPid(file);
    if (holder !== undefined && !isAlive(holder)) {
      rmSync(file, { force: true });
      continue;
    }
    if (Date.now() > deadline) {
      throw new Fault(
        'server_lock_held',
        `Process ${holder ?? 'unknown'} has been starting or stopping the database in ${root} for a minute. If it hangs, end it and try again.`,
        {
          exit: 'tryLater',
        },
      );
    }
    await wait(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Says that this process uses the server. */
export function takeLease(root: string): void {
  mkdirSync(join(root, 'leases'), { recursive: true });
  writeFileSync(join(root, 'leases', String(process.pid)), '');
}

/** Gives this process's lease back; returns whether some other living process still has one. */
export function giveLeaseBack(root: string): boolean {
  rmSync(join(root, 'leases', String(process.pid)), { force: true });
  let others = false;
  for (const name of readdirSync(join(root, 'leases'))) {
    const pid = Number.parseInt(name, 10);
    if (isAlive(pid)) others = true;
    else rmSync(join(root, 'leases', name), { force: true });
  }
  return others;
}

/** Whether a process of that id lives (also when it belongs to somebody else). */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function tryLock(file: string): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readPid(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return Number.isInteger(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}
