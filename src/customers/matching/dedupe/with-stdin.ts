import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Works on a file, or on what comes in by stdin (-): a table is looked at before it is read, which a pipe cannot be. */
export async function withStdin<T>(file: string, work: (path: string) => Promise<T>): Promise<T> {
  if (file !== '-' && file !== '/dev/stdin') return work(file);
  const folder = await mkdtemp(join(tmpdir(), 'throughline-stdin-'));
  try {
    const path = join(folder, 'stdin');
    await pipeline(process.stdin, createWriteStream(path));
    return await work(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}
