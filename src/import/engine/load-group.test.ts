import { afterAll, expect, test } from 'vitest';
import { withDatabase } from '../../../tests/database.ts';
import { bookedOpportunities } from '../../journey/kinds/booked-opportunities.ts';
import { leadStatus } from '../../journey/kinds/lead-status.ts';
import { importText } from '../testing/import-text.ts';

const scratch = await withDatabase();
afterAll(() => scratch.drop());

const HEADER = 'Quote #,Status,Booked Date,Estimated Amount';
const INDEXES = `select indexname, indexdef from pg_indexes where schemaname = 'journey' and tablename = 'booked_opportunities' order by 1`;

/** 12,000 quotes each: together above the 20,000 rows from which indexes are set aside. */
const quotes = (from: number) => Array.from({ length: 12_000 }, (_, index) => `${from + index},Booked,3/4/2026,100`);

test('files of one kind that are loaded together keep an account, set-aside rows and before-images each', async () => {
  const before = await rows(INDEXES);
  const report = await importText(scratch, [bookedOpportunities], {
    '1.csv': [HEADER, ...quotes(1), '1,Booked,3/4/2026,100', '99001,Booked,soon,100'].join('\n'),
    // Its first row overwrites quote 12,000 of the file before it, its last contradicts its second (quote 12,001).
    '2.csv': [HEADER, '12000,Booked,3/4/2026,250', ...quotes(12_001), '12001,Booked,3/4/2026,7'].join('\n'),
    '3.csv': [HEADER, '12000,Booked,3/4/2026,250', 'Total,,,', '99001,Booked,late,100'].join('\n'),
  });
  const none = { created: 0, updated: 0, same: 0, skippedBy: {}, quarantinedBy: {} };
  expect(report.files).toMatchObject([
    { ...none, rows: 12_002, created: 12_000, skippedBy: { repeated_row: 1 }, quarantinedBy: { unreadable_date: 1 } },
    { ...none, rows: 12_002, created: 12_000, updated: 1, quarantinedBy: { conflicting_repeat: 1 } },
    { ...none, rows: 3, same: 1, skippedBy: { totals_row: 1 }, quarantinedBy: { unreadable_date: 1 } },
  ]);
  expect(await rows(INDEXES)).toEqual(before);
  expect(
    await rows(
      `select file.name, quarantined.line, quarantined.code
       from import.quarantined_rows as quarantined join import.files as file on file.business_id = $1 and file.id = quarantined.file_id
       where quarantined.business_id = $1 order by 1, 2`,
      [scratch.businessId],
    ),
  ).toEqual([
    { name: '1.csv', line: 12_003, code: 'unreadable_date' },
    { name: '2.csv', line: 12_003, code: 'conflicting_repeat' },
    { name: '3.csv', line: 4, code: 'unreadable_date' },
  ]);
  expect(
    await rows(`select line, before ->> 'estimated_amount' as amount from import.row_changes where business_id = $1`, [scratch.businessId]),
  ).toEqual([{ line: 2, amount: '100.00' }]);
});

test('of many small files of one kind the planner knows all rows that they brought', async () => {
  const leads = (from: number) => Array.from({ length: 2_000 }, (_, index) => `${from + index},,Booked,,9m,`).join('\n');
  const header = 'Quote #,Branch Name,Status,Sales Person,Time to Contact,Referral Source';
  await importText(
    scratch,
    [leadStatus],
    Object.fromEntries([1, 2, 3].map((file) => [`${file}.csv`, `${header}\n${leads(file * 2_000)}`])),
  );
  // 3 × 2,000: each file is below the 5,000 of which the planner is told at once, together they are above.
  expect(await rows(`select reltuples::integer as rows from pg_class where oid = 'journey.lead_status'::regclass`)).toEqual([
    { rows: 6_000 },
  ]);
});

function rows(sql: string, parameters: unknown[] = []): Promise<Record<string, unknown>[]> {
  return scratch.database.inBusiness(scratch.businessId, (transaction) => transaction.rows(sql, parameters));
}
