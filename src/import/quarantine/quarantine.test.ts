import { afterEach, beforeEach, expect, test } from 'vitest';
import { modules } from '../../app.ts';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { type Business, findBusinesses } from '../../tenancy/index.ts';
import { importAudits } from '../audits/offence.ts';
import type { ImportReport } from '../engine/import-options.ts';
import { fileKinds } from '../file-kind.ts';
import { importText } from '../testing/import-text.ts';
import { undoBatch } from '../undo/undo-batch.ts';
import { addRepair } from './add-repair.ts';
import { downloadQuarantine } from './download-quarantine.ts';
import { listQuarantine } from './list-quarantine.ts';
import { replayQuarantine } from './replay-quarantine.ts';

const kinds = fileKinds.collect(modules);
const HEADER = 'Quote #,Branch Name,Status,Sales Person,Time to Contact,Referral Source';

let scratch: ScratchDatabase;
let business: Business;
beforeEach(async () => {
  scratch = await withDatabase();
  const found = (await findBusinesses(scratch.database)).find((candidate) => candidate.id === scratch.businessId);
  if (found === undefined) throw new Error('the scratch business is missing');
  business = found;
});
afterEach(() => scratch.drop());

test('rows are grouped by the repair that cures them, with an example line', async () => {
  await importLeads('1,,Booked,,soon,', '2,,Booked,,soon,', '3,,Booked,,later,', ',,Booked,,9m,');
  const groups = await inBusiness(listQuarantine);
  expect(groups.map(({ code, value, rows, exampleLine }) => ({ code, value, rows, exampleLine }))).toEqual([
    { code: 'unreadable_duration', value: 'soon', rows: 2, exampleLine: 2 },
    { code: 'missing_key', value: null, rows: 1, exampleLine: 5 },
    { code: 'unreadable_duration', value: 'later', rows: 1, exampleLine: 4 },
  ]);
  expect(groups[0]?.repair).toContain('--value "soon"');
});

test("a repair frees its rows on replay, and reads next month's file by itself", async () => {
  await importLeads('1,,Booked,,soon,', '2,,Booked,,later,');
  expect(await repair('soon', '')).toBe(1);
  const planned = await replay(false);
  expect(await quotes()).toEqual([]);
  const done = await replay(true);
  expect(done.totals).toEqual(planned.totals);
  expect(done.totals).toMatchObject({ rows: 2, created: 1, quarantined: 1 });
  expect(await quotes()).toEqual(['1']);
  expect((await inBusiness(listQuarantine)).map((group) => group.value)).toEqual(['later']);
  const next = await importLeads('7,,Booked,,soon,');
  expect(next.totals).toMatchObject({ created: 1, quarantined: 0 });
});

test('a repair that cannot be read either is refused, with what is expected', async () => {
  await importLeads('1,,Booked,,soon,');
  await expect(repair('soon', 'in a while')).rejects.toMatchObject({ code: 'repair_not_readable', message: expect.stringContaining('9m') });
});

test('undoing a replay puts its rows back into quarantine', async () => {
  await importLeads('1,,Booked,,soon,');
  await repair('soon', '9m');
  await replay(true);
  await undoBatch(scratch.database, business, 2, { modules, execute: true, signal: new AbortController().signal, undoneBy: 'test' });
  expect(await quotes()).toEqual([]);
  expect((await inBusiness(listQuarantine)).map((group) => group.rows)).toEqual([1]);
});

test('a replay is checked like an import, and what was found stands in the history of integrity', async () => {
  await importLeads('1,,Booked,,soon,');
  await repair('soon', '9m');
  const report = await replay(true);
  expect(report).toMatchObject({ batch: 2, offences: [] });
  const history = await inBusiness((transaction) =>
    transaction.rows(
      `select batch.number, entry.moment, entry.offences from journey.integrity_check_history as entry
       join import.batches as batch on batch.business_id = $1 and batch.id = entry.batch_id where entry.business_id = $1`,
      [business.id],
    ),
  );
  expect(history).toEqual([{ number: 2, moment: 'import', offences: [] }]);
});

test('the download imports as it is: uncorrected rows are refused again and wait once, corrected ones leave quarantine', async () => {
  await importLeads('1,,Booked,=cmd,soon,', '2,,Booked,,9m,Google,shifted');
  const [download] = await inBusiness((transaction) => downloadQuarantine(transaction));
  if (download === undefined) throw new Error('nothing to download');
  expect(download.rows).toBe(2);
  expect(download.csv).toContain("'=cmd");
  const again = await importText(scratch, kinds, { [download.name]: download.csv });
  // The ragged row was brought to the header's width, so it can be read now; "soon" still cannot.
  expect(again.totals).toMatchObject({ rows: 2, created: 1, quarantined: 1 });
  expect((await inBusiness(listQuarantine)).map((group) => group.rows)).toEqual([1]);
  const corrected = await importText(scratch, kinds, { [download.name]: download.csv.replace('soon', '9m') });
  expect(corrected.totals).toMatchObject({ rows: 2, created: 1, same: 1, quarantined: 0 });
  expect(await quotes()).toEqual(['1', '2']);
  expect(await inBusiness(listQuarantine)).toEqual([]);
  const seller = await inBusiness((transaction) =>
    transaction.one<{ sales_person: string }>(
      `select sales_person from journey.lead_status where business_id = $1 and quote_number = '1'`,
      [business.id],
    ),
  );
  expect(seller.sales_person).toBe('=cmd');
});

test('importing the same file again does not fill quarantine twice', async () => {
  await importLeads('1,,Booked,,soon,');
  const second = await importLeads('1,,Booked,,soon,');
  expect(second.totals).toMatchObject({ rows: 1, quarantined: 1 });
  expect((await inBusiness(listQuarantine)).map((group) => group.rows)).toEqual([1]);
  await undoBatch(scratch.database, business, 1, { modules, execute: true, signal: new AbortController().signal, undoneBy: 'test' });
  // The second import counted on the first one's row to wait there; now its own does.
  expect((await inBusiness(listQuarantine)).map((group) => group.rows)).toEqual([1]);
});

function importLeads(...rows: string[]): Promise<ImportReport> {
  return importText(scratch, kinds, { 'lead-status.csv': `${[HEADER, ...rows].join('\n')}\n` });
}

function repair(value: string, as: string): Promise<number> {
  return inBusiness((transaction) => addRepair(transaction, { kind: 'lead_status', column: 'time_to_contact', value, as }, kinds, 'test'));
}

function replay(execute: boolean): Promise<ImportReport> {
  return replayQuarantine(scratch.database, business, {
    kinds,
    startedBy: 'test',
    execute,
    signal: new AbortController().signal,
    audits: importAudits.collect(modules),
  });
}

async function quotes(): Promise<string[]> {
  const rows = await inBusiness((transaction) =>
    transaction.rows<{ quote_number: string }>('select quote_number from journey.lead_status where business_id = $1 order by 1', [
      business.id,
    ]),
  );
  return rows.map((row) => row.quote_number);
}

function inBusiness<T>(work: Parameters<typeof scratch.database.inBusiness<T>>[1]): Promise<T> {
  return scratch.database.inBusiness(business.id, work);
}
