import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

export const LOADED_TABLES = [
  'jobs',
  'booked_opportunities',
  'lead_status',
  'bad_leads',
  'lost_leads',
  'user_performance',
  'sales_performance',
];

export interface BaselineTable {
  table: string;
  rows: number;
  seconds: number;
}

/**
 * The floor for an import: the same rows, clean and typed, by `\copy` of psql (or COPY through
 * the driver where there is no psql; it runs at 0.93 of psql's rate) into tables with the same
 * columns, constraints and indexes; with their foreign keys too, or without them (a lower floor
 * than our import, which has them).
 */
export async function measureCopyBaseline(
  adminUrl: string,
  folder: string,
  options: { foreignKeys: boolean },
): Promise<{ tool: string; tables: BaselineTable[] }> {
  const hasPsql = spawnSync('psql', ['--version']).status === 0;
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const tables: BaselineTable[] = [];
  try {
    await client.query('drop schema if exists copy_baseline cascade');
    await client.query('create schema copy_baseline');
    for (const table of LOADED_TABLES) {
      const file = join(folder, `${table}.copy`);
      await pipeline(client.query(copyTo(`copy journey.${table} to stdout`)), createWriteStream(file));
      await client.query(`create table copy_baseline.${table} (like journey.${table} including all)`);
      if (options.foreignKeys) await addForeignKeys(client, table);
      const began = process.hrtime.bigint();
      if (hasPsql) copyByPsql(adminUrl, table, file);
      else
        await pipeline(
          createReadStream(file, { highWaterMark: 1 << 20 }),
          client.query(copyFrom(`copy copy_baseline.${table} from stdin`)),
        );
      const seconds = Number(process.hrtime.bigint() - began) / 1e9;
      const { rows } = await client.query<{ rows: number }>(`select count(*)::integer as rows from copy_baseline.${table}`);
      tables.push({ table, rows: rows[0]?.rows ?? 0, seconds });
    }
    await client.query('drop schema copy_baseline cascade');
  } finally {
    await client.end();
  }
  return { tool: hasPsql ? 'psql \\copy' : 'COPY through the driver', tables };
}

/** The keys of the real table, to the same tables. */
async function addForeignKeys(client: pg.Client, table: string): Promise<void> {
  const { rows } = await client.query<{ definition: string }>(
    `select pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = $1::regclass and contype = 'f'`,
    [`journey.${table}`],
  );
  for (const { definition } of rows) await client.query(`alter table copy_baseline.${table} add ${definition}`);
}

function copyByPsql(adminUrl: string, table: string, file: string): void {
  const run = spawnSync('psql', [adminUrl, '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-c', `\\copy copy_baseline.${table} from '${file}'`], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`psql could not copy ${table}: ${run.stderr}`);
}
