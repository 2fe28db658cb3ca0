import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { Fault } from '../../platform/fault.ts';

/**
 * Remembers a file as it is now; the returned check throws when it is another one since. What is
 * loaded, what is kept under the content hash and what is reported must be the same bytes.
 */
export function watchFile(path: string): () => void {
  const seen = stateOf(path);
  return () => {
    if (stateOf(path) === seen) return;
    throw new Fault(
      'file_changed',
      `${basename(path)} changed while it was being read, so nothing of it was written. Import again when the program that writes it is done.`,
      { exit: 'tryLater', details: { file: basename(path) } },
    );
  };
}

function stateOf(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? 'gone' : `${found.dev} ${found.ino} ${found.size} ${found.mtimeNs}`;
}
