import { afterAll, beforeAll, expect, it } from 'vitest';
import { withDatabase, type ScratchDatabase } from '../../../tests/database.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { insertRow, makeBadLead, makeCustomer, makeJob, makeLead, makeOpportunity } from '../testing/make-rows.ts';
import { measureLinkCoverage } from './measure-link-coverage.ts';
import { recordIntegrity } from './record-integrity.ts';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await withDatabase();
});
afterAll(() => scratch.drop());

function claim(title: string, work: (transaction: BusinessTransaction) => Promise<void>): void {
  it(title, () => scratch.database.inBusiness(scratch.businessId, work, 'dry-run'));
}

async function story(transaction: BusinessTransaction): Promise<void> {
  const ann = await makeCustomer(transaction, 'Ann Lee');
  const opportunity = await makeOpportunity(transaction, '1', { customer_id: ann });
  await makeJob(transaction, { quote_number: '1', customer_id: ann });
  await makeJob(transaction, { quote_number: '1', customer_id: ann });
  await makeJob(transaction);
  await makeJob(transaction, { is_duplicate: true });
  await makeLead(transaction, '1', { status_group: 'booked', booked_opportunity_id: opportunity });
  for (const quote of ['2', '3']) await makeLead(transaction, quote, { status_group: 'open' });
  await makeBadLead(transaction);
  await insertRow(transaction, 'journey.user_performance', { name: 'Front Desk' });
}

claim('coverage counts rows, not joins, and leaves duplicates out', async (transaction) => {
  await story(transaction);
  const joints = Object.fromEntries(
    (await measureLinkCoverage(transaction)).map(({ name, total, linked, rate }) => [name, [linked, total, rate]]),
  );
  expect(joints).toMatchObject({
    job_customer: [2, 3, 66.67],
    job_opportunity: [2, 3, 66.67],
    opportunity_customer: [1, 1, 100],
    lead_opportunity: [1, 3, 33.33],
    booked_lead_opportunity: [1, 1, 100],
    bad_lead_lead: [0, 1, 0],
    lost_lead_customer: [0, 0, null],
    user_performance_sales_person: [0, 1, 0],
  });
});

claim('the history gets an entry when the figures moved, with alerts for goals missed, and none when they did not', async (transaction) => {
  await story(transaction);
  expect(await recordIntegrity(transaction)).toBe(true);
  expect(await recordIntegrity(transaction)).toBe(false);
  const [entry] = await transaction.rows(
    'select orphaned_user_performance, job_customer_linkage_rate, lead_status_linkage_rate, alerts from journey.integrity_check_history where business_id = $1',
    [transaction.businessId],
  );
  expect(entry).toMatchObject({
    orphaned_user_performance: 1,
    job_customer_linkage_rate: '66.67',
    lead_status_linkage_rate: '100.00',
    alerts: [
      { joint: 'job_customer', level: 'warning', message: '66.67 % of jobs have a customer; the goal is 95 %' },
      { joint: 'bad_lead_lead', level: 'information' },
      { joint: 'user_performance_sales_person', level: 'warning' },
    ],
  });
  await makeJob(transaction);
  expect(await recordIntegrity(transaction)).toBe(true);
});
