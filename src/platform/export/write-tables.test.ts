import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWriter } from './open-writer.ts';
import type { ExportColumn, ExportFormat, ExportValue } from './table-writer.ts';
import { disarm } from './write-csv.ts';

const columns: ExportColumn[] = [
  { name: 'id', type: 'uuid' },
  { name: 'name', type: 'text' },
  { name: 'amount', type: { precision: 14, scale: 2 } },
  { name: 'day', type: 'date' },
  { name: 'at', type: 'instant' },
  { name: 'is_open', type: 'boolean' },
  { name: 'count', type: 'bigint' },
  { name: 'extra', type: 'json' },
];
const ada: ExportValue[] = [
  '00000000-0000-7000-8000-00000000000a',
  '=1+1',
  '-1234567890.10',
  '2025-03-01',
  '2025-03-09 08:30:00.5+00',
  't',
  '9007199254740993',
  '{"a":[1]}',
];
const empty: ExportValue[] = ['00000000-0000-7000-8000-00000000000b', null, null, null, null, null, null, null];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'export-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function written(format: ExportFormat, name: string): Promise<string> {
  const path = join(folder, 'new', name);
  const writer = await openWriter(format, columns, path);
  await writer.write([ada]);
  await writer.write([empty]);
  await writer.finish();
  return path;
}

describe('writing tables', () => {
  it('writes CSV in which no cell is a formula and negative amounts stay numbers', async () => {
    const text = readFileSync(await written('csv', 'a.csv'), 'utf8');
    expect(text.split('\n')[1]).toBe(
      `00000000-0000-7000-8000-00000000000a,'=1+1,-1234567890.10,2025-03-01,2025-03-09 08:30:00.5+00,t,9007199254740993,"{""a"":[1]}"`,
    );
    expect(text.split('\n')[2]).toBe('00000000-0000-7000-8000-00000000000b,,,,,,,');
  });

  it.each(['=x', '+1', '-9m', '@a', '\tx', '\rx'])('disarms %j', (text) => expect(disarm(text)).toBe(`'${text}`));

  it.each(['', 'a=b', '1-2', "'=x"])('leaves %j alone', (text) => expect(disarm(text)).toBe(text));

  it('writes JSON lines digit by digit', async () => {
    const [first, second] = readFileSync(await written('jsonl', 'a.jsonl'), 'utf8')
      .trim()
      .split('\n');
    expect(first).toContain(
      '"amount":-1234567890.10,"day":"2025-03-01","at":"2025-03-09T08:30:00.5Z","is_open":true,"count":9007199254740993,"extra":{"a":[1]}',
    );
    expect(JSON.parse(second ?? '')).toMatchObject({ name: null, amount: null, extra: null });
  });

  it('writes Parquet that keeps decimal, date, timestamptz and uuid', async () => {
    const path = await written('parquet', "it's.parquet");
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const file = path.replaceAll("'", "''");
    const described = await (await connection.run(`describe select * from '${file}'`)).getRows();
    expect(described.map((row) => row[1])).toEqual([
      'UUID',
      'VARCHAR',
      'DECIMAL(14,2)',
      'DATE',
      'TIMESTAMP WITH TIME ZONE',
      'BOOLEAN',
      'BIGINT',
      'VARCHAR',
    ]);
    const values = await (
      await connection.run(`select amount::varchar, day::varchar, epoch_ms("at"), is_open, count::varchar, name from '${file}'`)
    ).getRows();
    expect(values[0]).toEqual([
      '-1234567890.10',
      '2025-03-01',
      BigInt(Date.UTC(2025, 2, 9, 8, 30, 0, 500)),
      true,
      '9007199254740993',
      '=1+1',
    ]);
    expect(values[1]).toEqual([null, null, null, null, null, null]);
    connection.closeSync();
  });

  it('leaves nothing behind when it is given up', async () => {
    for (const format of ['csv', 'jsonl', 'parquet'] as const) {
      const path = join(folder, 'given-up', `a.${format}`);
      const writer = await openWriter(format, columns, path);
      await writer.write([ada]);
      await writer.abort();
      expect(existsSync(path)).toBe(false);
    }
    expect(readdirSync(join(folder, 'given-up'))).toEqual([]);
  });

  it('refuses Parquet without a file', async () => {
    await expect(openWriter('parquet', columns, undefined)).rejects.toMatchObject({ code: 'parquet_needs_file', exit: 'usage' });
  });
});
