import { createHash } from 'node:crypto';
import { constants, createReadStream, existsSync, mkdirSync } from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** SHA-256 of a file's content, in hex. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest('hex');
}

/**
 * Keeps the file under its content hash in the data folder, once; returns where, relative to the data
 * folder. `requireUnchanged` throws when the file is not the one any more that was hashed.
 */
export async function storeRawFile(dataDir: string, path: string, contentHash: string, requireUnchanged?: () => void): Promise<string> {
  const relative = join('raw', contentHash.slice(0, 2), contentHash);
  const stored = join(dataDir, relative);
  if (existsSync(stored)) return relative;
  mkdirSync(join(dataDir, 'raw', contentHash.slice(0, 2)), { recursive: true, mode: 0o700 });
  // Copied beside and renamed: a killed copy is never taken for the file. Cloned where the disk can.
  const half = `${stored}.half-${process.pid}`;
  await copyFile(path, half, constants.COPYFILE_FICLONE);
  try {
    requireUnchanged?.();
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
  await rename(half, stored);
  return relative;
}
