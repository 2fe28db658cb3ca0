import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../platform/embedded/leases.ts';

/** A Throughline that serves this data folder. */
export interface RunningServer {
  pid: number;
  address: string;
  startedAt: string;
}

/** Says that this process serves the data folder at an address; returns how to take that back. */
export function announceServer(dataDir: string, address: string): () => void {
  const folder = join(dataDir, 'servers');
  const file = join(folder, `${process.pid}.json`);
  const entry: RunningServer = { pid: process.pid, address, startedAt: new Date().toISOString() };
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(entry));
  return () => rmSync(file, { force: true });
}

/** The living processes that serve the data folder, newest first; what killed ones left is swept away. */
export function findRunningServers(dataDir: string): RunningServer[] {
  const folder = join(dataDir, 'servers');
  const found: RunningServer[] = [];
  for (const name of listFolder(folder)) {
    const entry = readEntry(join(folder, name));
    if (entry !== undefined && entry.pid !== process.pid && isAlive(entry.pid)) found.push(entry);
    else rmSync(join(folder, name), { force: true });
  }
  return found.sort((one, other) => other.startedAt.localeCompare(one.startedAt));
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}

function readEntry(file: string): RunningServer | undefined {
  try {
    const parsed: RunningServer = JSON.parse(readFileSync(file, 'utf8'));
    return typeof parsed.pid === 'number' && typeof parsed.address === 'string' ? parsed : undefined;
  } catch {
    return undefined;
  }
}
