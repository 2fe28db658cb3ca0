import { Fault } from '../../platform/fault.ts';
import type { Upload } from './keep-upload.ts';

/** Uploads that this process does something with. */
export const atWork = new Set<string>();

/**
 * Whether something is being done with an upload, by this process or another that lives. In a
 * container each start has the same process id, so its own is not taken on trust.
 */
export function isAtWork({ id, task }: Upload): boolean {
  if (task === null) return false;
  if (task.pid === process.pid) return atWork.has(id);
  try {
    process.kill(task.pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Refuses a change of files that are being read. */
export function requireIdle(upload: Upload): void {
  if (!isAtWork(upload)) return;
  throw new Fault('upload_busy', 'These files are being read just now. Wait until that is done, or stop it.', {
    status: 409,
    exit: 'tryLater',
  });
}
