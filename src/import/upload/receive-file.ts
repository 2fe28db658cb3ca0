import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Fault } from '../../platform/fault.ts';

/** A year of jobs of a mover with fifteen branches takes 40 MB; this leaves room for fifty times that. */
export const MAX_FILE_BYTES = 2 * 1024 ** 3;
export const MAX_FILES = 500;

/**
 * Writes what comes up to a file in a folder of its own, chunk by chunk; returns its size in bytes.
 * A file above the limit, or one that is cut off, leaves nothing behind.
 */
export async function receiveFile(body: Readable, folder: string, name: string, maxBytes = MAX_FILE_BYTES): Promise<number> {
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) done(tooLarge(name, maxBytes));
      else done(null, chunk);
    },
  });
  mkdirSync(folder, { mode: 0o700 });
  const half = join(folder, '.half');
  try {
    await pipeline(body, counted, createWriteStream(half, { flags: 'wx', mode: 0o600 }));
    renameSync(half, join(folder, name));
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw wasCutOff(error) ? cutOff(name, error) : error;
  }
  return bytes;
}

/** The Fault for a file above the limit. */
export function tooLarge(name: string, maxBytes = MAX_FILE_BYTES): Fault {
  return new Fault(
    'upload_too_large',
    `${name} is larger than ${Math.floor(maxBytes / 1024 ** 2).toLocaleString('en-US')} MiB, which is the most one file may have here. Import it on the command line: throughline import FILE --execute.`,
    { status: 413, exit: 'usage' },
  );
}

function wasCutOff(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'ABORT_ERR'].includes(String(error.code))
  );
}

function cutOff(name: string, cause: unknown): Fault {
  return new Fault('upload_cut_off', `${name} did not come up whole: the connection ended before the file did. Send it again.`, {
    status: 400,
    exit: 'usage',
    cause,
  });
}
