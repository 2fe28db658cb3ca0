import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { type Stage, stageOf } from '../testing/stage.ts';

// One branch in USD. Google: Ada closed 1,000 (2024-01-10) and 500 (2024-02-10), Ben booked 300 (2024-02-20); Friend: Cy closed 200 (2024-01-05).
// Leads: four of Google (two in January, two in February), one of Friend. Spend: Google 300 in January and 100 in February,
// Billboard 250 in January, which brought nobody.

let scratch: ScratchDatabase;
let stage: Stage;
beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  const dallas = await stage.branch('Dallas', 'USD');
  const sam = await stage.salesPerson('Sam');
  const google = await stage.leadSource('Google', 'Online');
  const friend = await stage.leadSource('Friend', 'Referral');
  const billboard = await stage.leadSource('Billboard', 'Advertising');
  const [ada, ben, cy] = [await stage.customer('Ada'), await stage.customer('Ben'), await stage.customer('Cy')];
  const sold = { opportunity_status: 'CLOSED', branch_id: dallas, sales_person_id: sam };
  await stage.job({ ...sold, customer_id: ada, referral_source: 'Google', job_date: '2024-01-10', total_actual_cost: 1000 });
  await stage.job({ ...sold, customer_id: ada, referral_source: 'Google', job_date: '2024-02-10', total_actual_cost: 500 });
  await stage.job({
    ...sold,
    opportunity_status: 'BOOKED',
    customer_id: ben,
    referral_source: 'Google',
    job_date: '2024-02-20',
    total_estimated_cost: 300,
  });
  await stage.job({ ...sold, customer_id: cy, referral_source: 'Friend', job_date: '2024-01-05', total_actual_cost: 200 });
  for (const [quote, source, day] of [
    ['1', google, '2024-01-02'],
    ['2', google, '2024-01-20'],
    ['3', google, '2024-02-02'],
    ['4', google, '2024-02-03'],
    ['5', friend, '2024-01-02'],
  ] as const)
    await stage.lead(quote, { branch_id: dallas, lead_source_id: source, received_at: `${day}T12:00Z` });
  await stage.spend('Google', '2024-01-01', 300, { lead_source_id: google });
  await stage.spend('Google', '2024-02-01', 100, { lead_source_id: google });
  await stage.spend('Billboard', '2024-01-01', 250, { lead_source_id: billboard });
});
afterAll(() => scratch.drop());

const costs = async (parameters: Record<string, unknown> = {}) =>
  (await stage.ask('customer_acquisition_cost', parameters)).rows.map((row) => [
    row.lead_source_name,
    row.total_leads,
    row.marketing_spend,
    row.new_customers,
    row.cost_per_lead,
    row.acquisition_cost,
  ]);

it('customer_acquisition_cost says what a lead and a new customer cost, and nothing where nothing was spent', async () => {
  expect(await costs()).toEqual([
    // 400 for four leads and two people (Ada, Ben): 100 and 200.
    ['Google', 4, 400, 2, 100, 200],
    ['Friend', 1, null, 1, null, null],
    ['Billboard', 0, 250, 0, null, null],
  ]);
  // In February Ada is no new customer any more: 100 for two leads and Ben.
  expect(await costs({ date_from: '2024-02-01', date_to: '2024-03-01' })).toEqual([['Google', 2, 100, 1, 50, 100]]);
});

it('nobody knows what was spent for one sales person', async () => {
  expect(await costs({ sales_person: 'Sam' })).toEqual([
    ['Google', 0, null, 2, null, null],
    ['Friend', 0, null, 1, null, null],
  ]);
});

it.each(['roi_by_referral_source', 'referral_source_roi'])('%s gives the return on what was spent', async (id) => {
  const { rows } = await stage.ask(id);
  expect(rows.map((row) => [row.referral_source, row.total_revenue, row.marketing_spend, row.cost_per_lead, row.roi_percent])).toEqual([
    // (1,800 - 400) / 400
    ['Google', 1800, 400, 100, 350],
    ['Friend', 200, null, null, null],
    ['Billboard', 0, 250, null, -100],
  ]);
});

it('cost_efficiency_metrics spreads all spend over the jobs sold and the customers won', async () => {
  // 650 over four jobs and three people.
  expect((await stage.ask('cost_efficiency_metrics')).rows).toMatchObject([
    { currency: 'USD', marketing_spend: 650, new_customers: 3, cost_per_job: 162.5, cost_per_customer_acquisition: 216.67 },
  ]);
});
