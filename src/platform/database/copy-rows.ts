import { once } from 'node:events';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Writes text-format COPY lines to a table; keeps the pace of the server. */
export interface RowCopier {
  /** Adds one row: values in column order, null for NULL. */
  add(values: readonly (string | null)[]): void;
  /** Waits when more than a chunk is on its way; call it between rows now and then. */
  settle(): Promise<void>;
  /** Ends the COPY; resolves when the server has taken all rows. */
  finish(): Promise<void>;
  /** Breaks the COPY off; the transaction is then to be rolled back. */
  abort(error: Error): void;
}

const CHUNK = 256 * 1024;

/** Starts `COPY target FROM STDIN`; `target` is SQL such as `staged (id, name)`. */
export function copyRows(client: PoolClient, target: string): RowCopier {
  const stream = client.query(copyFrom(`copy ${target} from stdin`));
  let pending = '';
  let full = false;
  let failure: Error | undefined;
  stream.on('error', (error: Error) => {
    failure = error;
  });
  const flush = (): void => {
    if (pending === '') return;
    // A server that has given the COPY up takes nothing more: the driver would throw of its own, and the reason be lost.
    if (failure === undefined) full = !stream.write(pending);
    pending = '';
  };
  return {
    add(values) {
      let line = '';
      for (let index = 0; index < values.length; index += 1) {
        const value = values[index];
        if (index > 0) line += '\t';
        line += value === null || value === undefined ? '\\N' : escapeCopy(value);
      }
      pending += `${line}\n`;
      if (pending.length >= CHUNK) flush();
    },
    async settle() {
      if (failure !== undefined) throw failure;
      if (!full) return;
      await Promise.race([once(stream, 'drain'), once(stream, 'close')]);
      full = false;
      if (failure !== undefined) throw failure;
    },
    async finish() {
      flush();
      if (failure !== undefined) throw failure;
      await new Promise<void>((resolve, reject) => {
        stream.once('finish', resolve);
        stream.once('error', reject);
        stream.end();
      });
    },
    abort(error) {
      stream.destroy(error);
    },
  };
}

const SPECIAL = /[\\\n\r\t]/;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** COPY text format: backslash, newline, carriage return and tab are escaped. */
function escapeCopy(value: string): string {
  return SPECIAL.test(value) ? value.replace(/[\\\n\r\t]/g, (character) => ESCAPES[character] ?? character) : value;
}
