import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Fault } from '../../../platform/fault.ts';

/** Before anything is worked out: an hour's work should not end at a folder that is not there, nor in place of the file it was about. */
export function checkOutput(path: string | null, input: string): void {
  if (path === null || path === '-') return;
  const fail = (found: string): Fault =>
    new Fault('output_not_writable', `--output takes a file that can be written, but ${found}. Choose another path, or - for stdout.`, {
      exit: 'usage',
    });
  const [there, read] = [path, input].map((each) => statSync(each, { throwIfNoEntry: false }));
  if (there?.isDirectory() === true) throw fail(`${path} is a folder`);
  if (there !== undefined && there.ino === read?.ino && there.dev === read.dev) throw fail(`${path} is the file to be read`);
  if (!isWritable(dirname(path))) throw fail(`the folder ${dirname(path)} is not there or may not be written to`);
  if (there !== undefined && !isWritable(path)) throw fail(`${path} may not be written to`);
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
