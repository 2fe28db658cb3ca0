import { diskFull, tellsOfFullDisk } from '../embedded/disk-full.ts';
import { Fault } from '../fault.ts';

/** Any error as a Fault whose message tells what to do; faults pass through. */
export function explainError(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EFBIG' || code === 'EDQUOT' || code === '53100') return diskFull(error);
  // A file beyond the account's limit has no code of its own in PostgreSQL.
  if (error instanceof Error && tellsOfFullDisk(error.message)) return diskFull(error);
  if (code === '57P01' || code === '57P03' || code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === '08006') {
    return new Fault(
      'database_went_away',
      'The database was stopped while we worked. What was finished is kept: run the same command again.',
      { exit: 'tryLater', cause: error },
    );
  }
  if (code === '53300') {
    return new Fault('database_busy', 'The database has no free connection left. Try again in a moment.', {
      exit: 'tryLater',
      cause: error,
    });
  }
  const message = error instanceof Error ? error.message : String(error);
  return new Fault('unexpected', `Something went wrong that we did not foresee: ${message}. Run it again with --debug for the details.`, {
    cause: error,
  });
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (/Connection terminated|not queryable/.test(error.message)) return 'ECONNRESET';
  return undefined;
}
