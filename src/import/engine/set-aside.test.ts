import { afterAll, expect, test } from 'vitest';
import { withDatabase } from '../../../tests/database.ts';
import { badLeads } from '../../journey/kinds/bad-leads.ts';
import { importText } from '../testing/import-text.ts';

const scratch = await withDatabase();
afterAll(() => scratch.drop());

const HEADER = 'Provider,Customer Name,Customer Email,Customer Phone,Move Date,Date Lead Received,Lead Bad Reason';
const GOOD = 7_000;

test('rows set aside leave the memory in portions, between rows that are loaded, and none is lost', async () => {
  // Each good row is followed by a refused one; then all good rows come again, the last of them with another reason.
  const good = Array.from({ length: GOOD }, (_, row) => `Web,Pat Quill${row},pat${row}@example.com,,3/4/2026,3/1/2026,Spam`);
  const refused = Array.from({ length: GOOD }, (_, row) => `Web,Ida Twin${row},ida${row}@example.com,,not a day,3/1/2026,Spam`);
  const rows = good.flatMap((line, row) => [line, refused[row] ?? '']);
  const again = [...good.slice(0, -1), (good.at(-1) ?? '').replace('Spam', 'Duplicate')];
  const text = [HEADER, ...rows, ...again].join('\n');

  const first = await importText(scratch, [badLeads], { 'bad-leads.csv': text });
  expect(first.totals).toMatchObject({
    rows: 3 * GOOD,
    created: GOOD,
    skippedBy: { repeated_row: GOOD - 1 },
    quarantinedBy: { unreadable_date: GOOD, conflicting_repeat: 1 },
  });
  expect(await kept()).toEqual({ skipped: GOOD - 1, open: GOOD + 1, repeated: 0, lines: 2 * GOOD });

  // The same rows wait there already.
  const second = await importText(scratch, [badLeads], { 'bad-leads.csv': text });
  expect(second.totals).toMatchObject({ rows: 3 * GOOD, same: GOOD, skipped: GOOD - 1, quarantined: GOOD + 1 });
  expect(await kept()).toEqual({ skipped: 2 * (GOOD - 1), open: GOOD + 1, repeated: GOOD + 1, lines: 2 * GOOD });
});

function kept() {
  return scratch.database.inBusiness(scratch.businessId, (transaction) =>
    transaction.one<Record<string, number>>(
      `select
         (select count(*) from import.skipped_rows where business_id = $1) as skipped,
         (select count(*) from import.quarantined_rows where business_id = $1 and state = 'open') as open,
         (select count(*) from import.quarantined_rows where business_id = $1 and state = 'repeated') as repeated,
         (select count(distinct line) from (
           select line from import.skipped_rows where business_id = $1
           union all
           select line from import.quarantined_rows where business_id = $1
         ) as aside) as lines`,
      [scratch.businessId],
    ),
  );
}
