import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { projectRoot } from '../src/platform/config.ts';

export interface Originals {
  /** Milliseconds of the better of two runs; `over N s` when the bound stopped it, `fails: …` when it cannot run; undefined where there is none that runs. */
  time(id: string): Promise<number | string | undefined>;
  close(): Promise<void>;
}

/**
 * The reference system's statements (bench/originals/<id>.sql) on the same server, without row
 * security, parameters or receipts: what an analyst would have at hand. Each is stopped after `bound` seconds.
 */
export async function openOriginals(adminUrl: string, bound: number): Promise<Originals> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`set statement_timeout = ${Math.trunc(bound * 1000)}`);
  const run = async (sql: string): Promise<number> => {
    const began = process.hrtime.bigint();
    await client.query({ text: sql, rowMode: 'array' });
    return Number(process.hrtime.bigint() - began) / 1e6;
  };
  return {
    async time(id) {
      const file = join(projectRoot, 'bench', 'originals', `${id}.sql`);
      if (!existsSync(file)) return undefined;
      const sql = readFileSync(file, 'utf8');
      try {
        return Math.min(await run(sql), await run(sql));
      } catch (error) {
        if (error instanceof pg.DatabaseError && error.code === '57014') return `over ${bound} s`;
        // One that no longer fits our tables is named in the table, not the end of the run.
        if (error instanceof pg.DatabaseError) return `fails: ${error.message}`;
        throw error;
      }
    },
    close: () => client.end(),
  };
}
