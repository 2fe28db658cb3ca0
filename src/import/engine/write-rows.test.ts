import { afterAll, expect, test } from 'vitest';
import { withDatabase } from '../../../tests/database.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { bookedOpportunities } from '../../journey/kinds/booked-opportunities.ts';
import { importText } from '../testing/import-text.ts';

const scratch = await withDatabase();
afterAll(() => scratch.drop());

const QUOTES = 20_500;

test('the indexes and unique keys of a table filled in one go are those it had', async () => {
  const before = await shapeOf('journey.booked_opportunities');
  const rows = Array.from({ length: QUOTES }, (_, index) => `${index + 1},Booked,3/4/2026`);
  const report = await importText(scratch, [bookedOpportunities], {
    'booked.csv': ['Quote #,Status,Booked Date', ...rows, rows[0]].join('\n'),
  });
  expect(report.totals).toMatchObject({ rows: QUOTES + 1, created: QUOTES, skipped: 1 });
  expect(await shapeOf('journey.booked_opportunities')).toEqual(before);
  expect(before.length).toBeGreaterThan(8);
});

test("what restores indexes runs nothing that the app's role wrote", async () => {
  const writing = scratch.database.inBusiness(scratch.businessId, (transaction) =>
    transaction.run(`insert into platform.suspended_indexes (table_name, position, definition) values ('journey.jobs', 1, 'select 1')`),
  );
  await expect(writing).rejects.toThrow(/permission denied/);
});

function shapeOf(table: string): Promise<string[]> {
  return scratch.database.inBusiness(scratch.businessId, (transaction) => readShape(transaction, table));
}

async function readShape(transaction: BusinessTransaction, table: string): Promise<string[]> {
  const rows = await transaction.rows<{ line: string }>(
    `select pg_get_indexdef(indexrelid) as line from pg_index where indrelid = $1::regclass and indisvalid
     union all
     select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where conrelid = $1::regclass and contype <> 'n'
     union all
     select 'forced ' || relforcerowsecurity from pg_class where oid = $1::regclass
     order by 1`,
    [table],
  );
  return rows.map((row) => row.line);
}
