import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTables, type SourceRow } from './read-tables.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parquet-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(name: string, query: string): Promise<string> {
  const path = join(folder, name);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`copy (${query}) to '${path}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
  return path;
}

async function rowsOf(path: string): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for (const table of await openTables(path)) {
    for await (const batch of table.batches()) rows.push(...batch);
  }
  return rows;
}

it('keeps decimals, timestamps and dates as exact text', async () => {
  const path = await written(
    'types.parquet',
    `select 12345678901.10::decimal(14,2) as "Booked Total", timestamp '2026-03-04 09:05:00' as received,
      timestamptz '2026-03-04 09:05:00+00' as at, date '2026-04-18' as day, 1e21::double as big, 0.1::double + 0.2 as noise,
      true as yes, null::varchar as nothing, {'a': [1, 2]} as nested, 'Zoë' as name, 9007199254740993::bigint as id`,
  );
  const rows = await rowsOf(path);
  expect(rows[0]).toEqual({
    line: 0,
    cells: ['Booked Total', 'received', 'at', 'day', 'big', 'noise', 'yes', 'nothing', 'nested', 'name', 'id'],
  });
  expect(rows[1]).toEqual({
    line: 1,
    cells: [
      '12345678901.10',
      '2026-03-04 09:05:00',
      '2026-03-04 09:05:00+00',
      '2026-04-18',
      '1000000000000000000000',
      '0.3',
      'true',
      '',
      '{"a":[1,2]}',
      'Zoë',
      '9007199254740993',
    ],
  });
});

it('reads many rows in file order in batches of at most 2,000', async () => {
  const path = await written('many.parquet', 'select i::varchar as i from range(10000) t(i)');
  const [table] = await openTables(path);
  let next = 0;
  for await (const batch of table?.batches() ?? []) {
    expect(batch.length).toBeLessThanOrEqual(2000);
    for (const row of batch) {
      if (row.line > 0) expect(row.cells[0]).toBe(String(next++));
    }
  }
  expect(next).toBe(10_000);
});

it('takes brackets and stars in a path literally', async () => {
  const path = await written('many [1].parquet', 'select 1 as a');
  expect((await rowsOf(path)).length).toBe(2);
});

it('refuses a truncated file', async () => {
  const path = join(folder, 'cut.parquet');
  await writeFile(path, 'PAR1 and then nothing');
  await expect(openTables(path)).rejects.toMatchObject({ code: 'damaged_parquet', exit: 'usage' });
});
