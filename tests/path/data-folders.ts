import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/platform/database/open-database.ts';
import { findBusinesses } from '../../src/tenancy/choose-business.ts';
import { type Fingerprint, fingerprint } from './fingerprint.ts';

/** A scratch folder that the database server's account can enter, also when we are root. */
export async function makeScratchFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'throughline-path-'));
  await chmod(path, 0o755);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Copies a data folder whose server is stopped, owners and rights included. */
export function copyDataFolder(from: string, to: string): void {
  const copied = spawnSync('cp', ['-a', from, to], { encoding: 'utf8' });
  if (copied.status !== 0) throw new Error(`cp -a ${from} ${to}: ${copied.stderr}`);
}

/** The fingerprint of the only business of a data folder; starts its server and stops it again. */
export async function fingerprintOf(dataDir: string, leaveOut: readonly string[] = []): Promise<Fingerprint> {
  const database = await openDatabase({ dataDir, databaseUrl: undefined });
  try {
    const businesses = await findBusinesses(database);
    const [business] = businesses;
    if (business === undefined) return {};
    return await fingerprint(database, business.id, leaveOut);
  } finally {
    await database.close();
  }
}
