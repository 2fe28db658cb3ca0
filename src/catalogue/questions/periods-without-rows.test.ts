import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { type Stage, stageOf } from '../testing/stage.ts';

// Ada in Calgary (CAD) 2024-01-31 for 100, in Dallas (USD) 2024-01-31 for 400 and 2024-03-01 for 600; all sold by Sam.
// A booked job of Ben in Dallas on 2024-05-02 for 250, crew 3, 1 truck, by Tia. Dallas quoted on the days of the jobs.

let scratch: ScratchDatabase;
let stage: Stage;
let dallas: string;
beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  const calgary = await stage.branch('Calgary', 'CAD');
  dallas = await stage.branch('Dallas', 'USD');
  const [sam, tia] = [await stage.salesPerson('Sam'), await stage.salesPerson('Tia')];
  const [ada, ben] = [await stage.customer('Ada'), await stage.customer('Ben')];
  const sold = { opportunity_status: 'CLOSED', sales_person_id: sam, customer_id: ada };
  const at = (day: string) => ({ job_date: day, created_at_utc: `${day}T12:00Z` });
  await stage.job({ ...sold, branch_id: calgary, job_date: '2024-01-15', total_actual_cost: 100 });
  await stage.job({ ...sold, branch_id: dallas, ...at('2024-01-31'), total_actual_cost: 400 });
  await stage.job({ ...sold, branch_id: dallas, ...at('2024-03-01'), total_actual_cost: 600 });
  await stage.job({
    opportunity_status: 'BOOKED',
    branch_id: dallas,
    customer_id: ben,
    sales_person_id: tia,
    ...at('2024-05-02'),
    total_estimated_cost: 250,
    actual_number_crew: 3,
    actual_number_trucks: 1,
  });
});
afterAll(() => scratch.drop());

it('jobs_by_time_period leaves no day, week or month out between the first and the last', async () => {
  const ask = async (period: string) => (await stage.ask('jobs_by_time_period', { period, currency: 'USD' })).rows;
  expect((await ask('monthly')).map((row) => [row.period_date, row.job_count, row.revenue])).toEqual([
    ['2024-01-01', 1, 400],
    ['2024-02-01', 0, 0],
    ['2024-03-01', 1, 600],
    ['2024-04-01', 0, 0],
    ['2024-05-01', 1, 250],
  ]);
  // 2024-01-31 to 2024-05-02: 1 + 29 + 31 + 30 + 2 days; weeks from Monday 2024-01-29 to Monday 2024-04-29: 14.
  expect(await ask('daily')).toHaveLength(93);
  expect(await ask('weekly')).toHaveLength(14);
  expect((await ask('weekly')).filter((row) => row.job_count !== 0).map((row) => row.period_date)).toEqual([
    '2024-01-29',
    '2024-02-26',
    '2024-04-29',
  ]);
});

it('true_conversion shows a month without a quote, with no rate', async () => {
  const { rows } = await stage.ask('true_conversion', { branch: 'Dallas' });
  expect(rows.map((row) => [row.month, row.quoted_jobs, row.still_booked, row.still_booked_percent])).toEqual([
    ['2024-01-01', 1, 1, 100],
    ['2024-02-01', 0, 0, null],
    ['2024-03-01', 1, 1, 100],
    ['2024-04-01', 0, 0, null],
    ['2024-05-01', 1, 1, 100],
  ]);
});

it('repeat_revenue shows months without jobs, and a first job elsewhere makes the one asked for a repeat', async () => {
  const { rows } = await stage.ask('repeat_revenue', { branch: 'Dallas' });
  expect(rows.map((row) => [row.month, row.new_jobs, row.repeat_jobs, row.new_revenue, row.repeat_revenue, row.repeat_percent])).toEqual([
    ['2024-01-01', 0, 1, 0, 400, 100],
    ['2024-02-01', 0, 0, 0, 0, null],
    ['2024-03-01', 0, 1, 0, 600, 100],
    ['2024-04-01', 0, 0, 0, 0, null],
    ['2024-05-01', 1, 0, 250, 0, null],
  ]);
});

it('sales_person_ramp counts calendar months from the one of the first job, empty ones too', async () => {
  const ramp = async (parameters: Record<string, unknown>) =>
    (await stage.ask('sales_person_ramp', { sales_person: 'Sam', ...parameters })).rows.map((row) => [
      row.month_of_work,
      row.currency,
      row.sold_jobs,
      row.total_revenue,
    ]);
  expect(await ramp({})).toEqual([
    [0, 'CAD', 1, 100],
    [0, 'USD', 1, 400],
    [1, 'USD', 0, 0],
    [2, 'USD', 1, 600],
  ]);
  // Two calendar months, January and February: the first of March is no longer in them, though 31 January + 2 months is later.
  expect(await ramp({ months: 2, currency: 'USD' })).toEqual([[0, 'USD', 1, 400]]);
});

it('capacity_by_day shows the free days of a branch that has a job ahead', async () => {
  const { rows } = await stage.ask('capacity_by_day', { as_of: '2024-05-01', days: 3 });
  expect(rows.map((row) => [row.day, row.branch_name, row.jobs, row.crew, row.trucks, row.revenue])).toEqual([
    ['2024-05-01', 'Dallas', 0, 0, 0, 0],
    ['2024-05-02', 'Dallas', 1, 3, 1, 250],
    ['2024-05-03', 'Dallas', 0, 0, 0, 0],
  ]);
});

it('a loss won in another currency counts as won, and its money is added nowhere', async () => {
  // Both quotes were lost without a lead, so in the currency of the business (USD); one was then won in Calgary (CAD), one in Dallas.
  const calgary = await scratch.database.inBusiness(
    scratch.businessId,
    (transaction) =>
      transaction.one<{ id: string }>(`select id from tenancy.branches where business_id = $1 and name = 'Calgary'`, [scratch.businessId]),
    'read',
  );
  const ada = await stage.customer('Ada again');
  await stage.lostLead('901', { reason: 'price', lost_date: '2024-01-01', estimated_amount: 70, customer_id: ada });
  await stage.lostLead('902', { reason: 'price', lost_date: '2024-01-01', estimated_amount: 80 });
  await stage.opportunity('901', { branch_id: calgary.id, status_group: 'closed', invoiced_amount: 900 });
  await stage.opportunity('902', { branch_id: dallas, status_group: 'closed', invoiced_amount: 500 });
  const reasons = await stage.ask('win_loss_by_reason');
  expect(reasons.rows).toMatchObject([
    {
      loss_reason: 'price',
      currency: 'USD',
      won_count: 2,
      lost_count: 0,
      total_count: 2,
      won_value: 500,
      win_rate: 100,
      avg_won_value: 500,
    },
  ]);
  await stage.job({
    opportunity_status: 'CLOSED',
    branch_id: calgary.id,
    customer_id: ada,
    job_date: '2024-02-01',
    total_actual_cost: 900,
  });
  expect((await stage.ask('won_back_leads')).rows).toMatchObject([
    { reason: 'price', currency: 'USD', won_back_leads: 1, won_back_revenue: 0, median_days: 31 },
  ]);
});
