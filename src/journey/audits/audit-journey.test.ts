import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SampleDatabase, withSample } from '../../../tests/with-sample.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { auditJourney } from './audit-journey.ts';
import { entryText } from './integrity-command.ts';
import { journeyImportAudit } from './journey-import-audit.ts';
import { listIntegrity } from './list-integrity.ts';

// The sample mover is imported and built, and then broken by hand, one thing at a time.

let sample: SampleDatabase;
beforeAll(async () => {
  sample = await withSample();
}, 120_000);
afterAll(() => sample.drop());

async function auditAfter(...statements: string[]): Promise<string[]> {
  const broken = async (transaction: BusinessTransaction) => {
    for (const statement of statements) await transaction.run(statement, [transaction.businessId]);
    return auditJourney(transaction);
  };
  return (await sample.database.inBusiness(sample.businessId, broken, 'dry-run')).map(({ rows, offence }) => `${rows} × ${offence}`);
}

const ONE_JOB = 'select id from journey.jobs where business_id = $1 and customer_id is not null order by job_id limit 1';
const OTHER_CUSTOMER = `select id from customers.customers where business_id = $1 and id <> (select customer_id from journey.jobs where id in (${ONE_JOB})) limit 1`;

describe('the audit of the journey', () => {
  it('finds nothing after an import and a build', async () => {
    expect(await auditAfter()).toEqual([]);
  });

  it('names a job that belongs to another customer than its link says', async () => {
    expect(
      await auditAfter(`update journey.jobs set customer_id = (${OTHER_CUSTOMER}) where business_id = $1 and id in (${ONE_JOB})`),
    ).toEqual(['1 × row that belongs to another customer than its link says']);
  });

  it('names leads and lost leads linked to an opportunity of another quote', async () => {
    const other = (table: string) =>
      `update ${table} as row set booked_opportunity_id = (select id from journey.booked_opportunities where business_id = $1 and quote_number <> row.quote_number limit 1)
      where business_id = $1 and id in (select id from ${table} where business_id = $1 and booked_opportunity_id is not null order by quote_number limit 2)`;
    expect(await auditAfter(other('journey.lead_status'))).toEqual(['2 × lead linked to an opportunity of another quote']);
    expect(await auditAfter(other('journey.lost_leads'))).toEqual(
      ['1 × lost lead linked to an opportunity of another quote'].map((text) => expect.stringContaining(text.slice(4))),
    );
  });

  it('names a customer whose records were taken away, and what still points there', async () => {
    const found = await auditAfter(
      `update customers.customers set is_primary_record = false where business_id = $1 and id in (select customer_id from journey.jobs where id in (${ONE_JOB}))`,
    );
    expect(found).toContain('1 × merged customer without redirect, or redirect of a present one');
    expect(found.some((line) => line.endsWith('record of a customer that was merged away'))).toBe(true);
  });

  it('looks after an import at what its rows point at, and at no others', async () => {
    const auditOf = (sql: string) =>
      sample.database.inBusiness(
        sample.businessId,
        async (transaction) => {
          await transaction.run(
            `update journey.lead_status as row set booked_opportunity_id = (select id from journey.booked_opportunities where business_id = $1 and quote_number <> row.quote_number limit 1)
             where business_id = $1 and id in (select id from journey.lead_status where business_id = $1 and booked_opportunity_id is not null order by quote_number limit 1)`,
            [transaction.businessId],
          );
          const { id } = await transaction.one<{ id: string }>(sql, [transaction.businessId]);
          return journeyImportAudit.run(transaction, { batchId: id, found: [] });
        },
        'dry-run',
      );
    expect(await auditOf('select id from import.batches where business_id = $1 order by number limit 1')).toMatchObject([
      { offence: 'lead linked to an opportunity of another quote', rows: 1 },
    ]);
    const other = `insert into import.batches (business_id, id, number, state, content_key, started_by, started_at)
      values ($1, platform.uuid_v7(), 99, 'done', '-', 'test', now()) returning id`;
    expect(await auditOf(other)).toEqual([]);
  });

  it('is kept in the history, once for the import and once for the build', async () => {
    const checks = await sample.database.inBusiness(sample.businessId, (transaction) => listIntegrity(transaction, 10), 'read');
    expect(checks.map(({ moment, import: number, offences }) => ({ moment, number, offences }))).toEqual([
      { moment: 'build', number: null, offences: [] },
      { moment: 'import', number: 1, offences: [] },
    ]);
    expect(checks[1]?.jobsWithCustomerPercent).toBeNull();
    expect(checks[0]?.jobsWithCustomerPercent).toBe(100);
  });

  it('stands beside the files of the import in import_health', async () => {
    const { rows } = await sample.ask('import_health');
    expect(new Set(rows.map((row) => row.offences))).toEqual(new Set([0]));
  });
});

it('an entry of the history says what it found in plain words', () => {
  const nothing = { jobsWithCustomerPercent: null, bookedLeadsWithOpportunityPercent: null, badLeadsWithLeadPercent: null, alerts: [] };
  const at = new Date('2026-10-01T08:00Z');
  expect(entryText({ checkedAt: at, moment: 'import', import: 3, ...nothing, offences: [] })).toBe(
    '2026-10-01 08:00 UTC  import 3: all rows fit together',
  );
  expect(
    entryText({
      checkedAt: at,
      moment: 'import',
      import: 3,
      ...nothing,
      offences: [{ offence: 'file whose skipped rows were not all kept', rows: 1, example: 'jobs.csv' }],
    }),
  ).toBe('2026-10-01 08:00 UTC  import 3: rows do not fit together:\n  1 × file whose skipped rows were not all kept (such as jobs.csv)');
});
