import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../fault.ts';

/** How a full disk, or a file beyond the account's limit, reads in what PostgreSQL prints. */
const NO_ROOM = /No space left on device|File too large|Disk quota exceeded/;

/** The Fault for a full disk. */
export function diskFull(cause: unknown): Fault {
  return new Fault('disk_full', 'The disk is full. Nothing that was finished is lost: free some space and run the same command again.', {
    exit: 'tryLater',
    cause,
  });
}

/** Whether PostgreSQL says in `text` that it had no room to write. */
export function tellsOfFullDisk(text: string): boolean {
  return NO_ROOM.test(text);
}

const TAIL_BYTES = 64 * 1024;

/** Whether the embedded server of a data folder wrote lately that the disk is full: it ends all connections when its journal finds no room. */
export function hasServerMetFullDisk(dataDir: string): boolean {
  try {
    const file = openSync(join(dataDir, 'postgres.log'), 'r');
    try {
      const start = Math.max(0, fstatSync(file).size - TAIL_BYTES);
      const tail = Buffer.alloc(TAIL_BYTES);
      return tellsOfFullDisk(tail.toString('utf8', 0, readSync(file, tail, 0, TAIL_BYTES, start)));
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}
