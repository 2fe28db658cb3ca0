import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { modules } from '../../app.ts';
import { fileKinds } from '../../import/file-kind.ts';
import { importText } from '../../import/testing/import-text.ts';
import { getBusiness } from '../get-business.ts';
import { type BusinessSettings, setBusiness } from './set-business.ts';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withDatabase();
});
afterAll(() => scratch.drop());

test('what is set holds for the next file: the currency of its amounts and the zone of its times', async () => {
  await set({ currency: ' cad ', timeZone: 'America/Edmonton' });
  expect(await getBusiness(scratch.database, scratch.businessId)).toMatchObject({ currency: 'CAD', timeZone: 'America/Edmonton' });
  const report = await importText(scratch, fileKinds.collect(modules), {
    'jobs.csv': 'Job Id,Job Number,Job Date,Start Time Utc,Tip Amount\nA,1-1,3/4/2026,3/4/2026 9:00 AM,CA$5\nB,2-1,3/4/2026,,US$5\n',
  });
  expect(report.totals).toMatchObject({ created: 1, quarantinedBy: { other_currency: 1 } });
  const { start } = await scratch.database.inBusiness(
    scratch.businessId,
    (transaction) =>
      transaction.one<{ start: string }>(
        `select to_char(start_time_utc at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as start from journey.jobs where business_id = $1`,
        [scratch.businessId],
      ),
    'read',
  );
  // Mountain Standard Time in early March: seven hours behind.
  expect(start).toBe('2026-03-04 16:00');
});

test('what is no zone, currency, country or name is refused and says what one looks like', async () => {
  for (const wrong of [{ timeZone: 'Edmonton' }, { timeZone: '+02:00' }, { currency: 'dollars' }, { country: 'Canada' }, { name: ' ' }])
    await expect(set(wrong)).rejects.toMatchObject({ code: 'business_setting', message: expect.stringMatching(/^Expected .+, found /) });
});

function set(settings: BusinessSettings): Promise<void> {
  return scratch.database.inBusiness(scratch.businessId, (transaction) => setBusiness(transaction, settings, 'test'));
}
