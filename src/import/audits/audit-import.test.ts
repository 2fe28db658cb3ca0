import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { fileKinds } from '../file-kind.ts';
import { modules } from '../../app.ts';
import { importSummary } from '../present-import.ts';
import { importText } from '../testing/import-text.ts';
import { auditImport } from './audit-import.ts';

const kinds = fileKinds.collect(modules);
const LEADS = [
  'Quote #,Branch Name,Status,Sales Person,Time to Contact,Referral Source',
  '1001,Dallas,New lead,Sam,5m,Google',
  '1002,Dallas,New lead,Sam,soon,Google',
  '',
].join('\n');

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withDatabase();
});
afterAll(() => scratch.drop());

it('an import that is done finds nothing wrong with itself; one whose rows went away since does, and says so plainly', async () => {
  const report = await importText(scratch, kinds, { 'leads.csv': LEADS });
  expect(report.totals).toMatchObject({ rows: 2, created: 1, quarantined: 1 });
  expect(report.offences).toEqual([]);
  expect(importSummary(report)).not.toContain('do not fit together');

  const found = await scratch.database.inBusiness(
    scratch.businessId,
    async (transaction) => {
      const { id } = await transaction.one<{ id: string }>('select id from import.batches where business_id = $1', [scratch.businessId]);
      await transaction.run('delete from journey.lead_status where business_id = $1', [scratch.businessId]);
      await transaction.run('delete from import.quarantined_rows where business_id = $1', [scratch.businessId]);
      await transaction.run('update import.files set rows = 4, skipped = 2 where business_id = $1', [scratch.businessId]);
      return auditImport(transaction, { batchId: id, kinds, audits: [] });
    },
    'dry-run',
  );
  expect(found).toEqual([
    { offence: 'file whose quarantined rows were not all kept', rows: 1, example: 'leads.csv' },
    { offence: 'file whose skipped rows were not all kept', rows: 1, example: 'leads.csv' },
    { offence: 'row that only the account or only the table has', rows: 1, example: 'journey.lead_status' },
  ]);
  const text = importSummary({ ...report, offences: found });
  expect(text).toContain('rows that do not fit together');
  expect(text).toContain('1 × file whose quarantined rows were not all kept (such as leads.csv)');
});

it('a dry run checks nothing, for nothing is kept', async () => {
  expect((await importText(scratch, kinds, { 'leads.csv': LEADS.replaceAll('100', '200') }, { execute: false })).offences).toBeNull();
});
