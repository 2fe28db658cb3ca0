import type { BusinessTransaction } from '../../platform/database/database.ts';
import { ANALYST_ROLE } from '../../platform/database/reading-roles.ts';
import { isSqlState } from '../../platform/database/sql-state.ts';
import { Fault } from '../../platform/fault.ts';

/** A statement gets half a minute, memory for a sort of its own, and no more disk than a server has to spare. */
const CAPS = [
  "statement_timeout = '30s'",
  "lock_timeout = '2s'",
  "work_mem = '32MB'",
  'max_parallel_workers_per_gather = 0',
  "time zone 'UTC'",
  'search_path = journey, catalogue',
];
const MOST_DISK = "temp_file_limit = '512MB'";

/** Bytes an answer may have: rows are capped, but one cell alone can be a gigabyte. */
const MOST_BYTES = 64 * 1024 * 1024;

export interface RawAnswer {
  fields: { name: string; dataTypeID: number }[];
  rows: unknown[][];
}

/**
 * Runs one SELECT as the role that only reads what is open to analysts, with caps on time, memory,
 * disk and the size of the answer. Whatever PostgreSQL says is a Fault that says what to do.
 */
export async function askAsAnalyst(transaction: BusinessTransaction, sql: string): Promise<RawAnswer> {
  const { client } = transaction;
  const { may } = await transaction.one<{ may: boolean }>("select has_parameter_privilege('temp_file_limit', 'set') as may");
  await client.query([...CAPS, ...(may ? [MOST_DISK] : [])].map((cap) => `set local ${cap}`).join('; '));
  await client.query(`set local role ${ANALYST_ROLE}`);
  const { stream } = client.connection;
  let received = 0;
  const count = (chunk: Buffer): void => {
    received += chunk.length;
    if (received > MOST_BYTES) stream.destroy();
  };
  stream.on('data', count);
  try {
    return await client.query<unknown[]>({ text: sql, rowMode: 'array' });
  } catch (cause) {
    throw explain(cause, received);
  } finally {
    stream.off('data', count);
  }
}

function explain(cause: unknown, received: number): Fault {
  if (received > MOST_BYTES)
    return tooBig(`The answer is larger than ${MOST_BYTES / 1024 / 1024} MB and was stopped. Ask for fewer columns or rows.`, cause);
  if (isSqlState(cause, '57014'))
    return tooBig('The statement took longer than 30 seconds and was stopped. Ask for a shorter span or fewer tables.', cause);
  if (isSqlState(cause, '53400', '53200', '54000'))
    return tooBig(
      'The statement needs more memory or disk than one may take, and was stopped. Filter before it sorts, joins or builds texts.',
      cause,
    );
  const message = cause instanceof Error ? cause.message : String(cause);
  return new Fault('sql_failed', `PostgreSQL says: ${message}.`, { exit: 'usage', status: 400, cause });
}

function tooBig(message: string, cause: unknown): Fault {
  return new Fault('sql_too_big', message, { exit: 'refused', status: 422, cause });
}
