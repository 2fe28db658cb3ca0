import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../platform/export/table-writer.ts';
import { playStory } from '../testing/play-story.ts';
import { stageOf } from '../testing/stage.ts';
import { DOCUMENT_TABLES, type DocumentTable } from './document-tables.ts';
import { exportTable } from './export-table.ts';

let scratch: ScratchDatabase;
let folder = '';

beforeAll(async () => {
  scratch = await withDatabase();
  folder = mkdtempSync(join(tmpdir(), 'tables-'));
  await playStory(stageOf(scratch));
  await playStory(stageOf(scratch, await scratch.makeBusiness('other')));
  await stageOf(scratch).job({ customer_name: '=cmd()', total_actual_cost: -12.5, created_at_utc: '2025-07-01T00:00Z' });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await scratch.drop();
});

async function exported(table: DocumentTable, format: ExportFormat) {
  const file = join(folder, `${table}.${format}`);
  return exportTable(scratch.database, { businessId: scratch.businessId, table, format, file });
}

describe('exportTable', () => {
  it.each(DOCUMENT_TABLES)('writes %s in every form, own rows only', async (table) => {
    const counted = await scratch.database.inBusiness(
      scratch.businessId,
      (transaction) =>
        transaction.one<{ count: number }>(`select count(*) as count from journey.${table} where business_id = $1`, [scratch.businessId]),
      'read',
    );
    for (const format of EXPORT_FORMATS) expect((await exported(table, format)).rows, format).toBe(counted.count);
  });

  it('keeps the types of jobs in Parquet', async () => {
    const { file } = await exported('jobs', 'parquet');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const types = new Map((await (await connection.run(`describe select * from '${file}'`)).getRows()).map((row) => [row[0], row[1]]));
    expect([
      types.get('id'),
      types.get('total_actual_cost'),
      types.get('job_date'),
      types.get('created_at_utc'),
      types.get('is_duplicate'),
      types.get('line'),
    ]).toEqual(['UUID', 'DECIMAL(14,2)', 'DATE', 'TIMESTAMP WITH TIME ZONE', 'BOOLEAN', 'INTEGER']);
    expect(types.has('business_id')).toBe(false);
    const sum = await (
      await connection.run(`select sum(total_actual_cost)::varchar, max(epoch_ms(created_at_utc)) from '${file}'`)
    ).getRows();
    expect(sum[0]).toEqual(['2337.50', BigInt(Date.UTC(2025, 6, 1))]);
    connection.closeSync();
  });

  it('writes CSV in which names are no formulas and amounts are numbers', async () => {
    const text = readFileSync((await exported('jobs', 'csv')).file, 'utf8');
    expect(text).toContain(",'=cmd(),");
    expect(text).toContain(',-12.50,');
  });

  it('leaves no file behind when it is stopped', async () => {
    const file = join(folder, 'stopped.csv');
    await expect(
      exportTable(scratch.database, { businessId: scratch.businessId, table: 'jobs', format: 'csv', file, signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'interrupted' });
    expect(existsSync(file)).toBe(false);
  });
});
