import { Fault } from '../../platform/fault.ts';

/** A file that cannot be read as a table; every such fault ends the command with the usage code. */
export function fileFault(code: string, fileName: string, message: string, cause?: unknown): Fault {
  return new Fault(code, `${fileName}: ${message}`, {
    exit: 'usage',
    details: { file: fileName },
    ...(cause === undefined ? {} : { cause }),
  });
}

/** The fault of a path that the operating system refuses to open or read. */
export function unreadableFile(fileName: string, cause: unknown): Fault {
  if (cause instanceof Fault) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return fileFault(
    'unreadable_file',
    fileName,
    `expected a file that can be read, but the system said: ${reason}. Check the path and its permissions.`,
    cause,
  );
}
