import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { playYear } from '../testing/play-year.ts';
import { type Stage, stageOf } from '../testing/stage.ts';

// Columns of the documents that once were left out, over the rows that play-year.ts lists.
let scratch: ScratchDatabase;
let stage: Stage;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  const { ada } = await playYear(stage);
  // Beside her three sold jobs Ada was quoted one more and lost one.
  await stage.job({ customer_id: ada, opportunity_status: 'LOST', job_date: '2024-04-01', total_estimated_cost: 10 });
  await stage.job({ customer_id: ada, opportunity_status: 'QUOTED', job_date: '2024-04-02', total_estimated_cost: 20 });
});
afterAll(() => scratch.drop());

it('customer_lifetime_value counts lost and quoted jobs beside the sold ones, and values only these', async () => {
  const { rows } = await stage.ask('customer_lifetime_value');
  expect(rows).toEqual([
    expect.objectContaining({
      customer_name: 'Ada',
      total_jobs: 3,
      lost_jobs: 1,
      quoted_jobs: 1,
      customer_lifetime_value: 1940,
      last_job_date: '2024-03-01',
    }),
  ]);
});

it('market_share_analysis gives the share of customers who use a route', async () => {
  // In USD Ada and Ben buy; each of the four routes has one of the two.
  const { rows } = await stage.ask('market_share_analysis', { currency: 'USD' });
  expect(rows.map((row) => [row.unique_customers, row.market_total_customers, row.market_share_customers_percent])).toEqual(
    [1, 2, 3, 4].map(() => [1, 2, 50]),
  );
});

it.each(['sales_person_cross_module', 'user_performance_cross_module'])(
  '%s counts a customer of jobs and opportunities once',
  async (id) => {
    // Sam: jobs of Ada and Cy, an opportunity of Ada.
    const { rows } = await stage.ask(id);
    const name = id.startsWith('user') ? 'user_name' : 'sales_person_name';
    expect(rows.find((row) => row[name] === 'Sam')).toMatchObject({ unique_customers_from_jobs: 2, total_unique_customers: 2 });
  },
);

it('customer_growth_forecast foretells those who come back too', async () => {
  // Ada comes back in January 2024 (J2) and March (J3): three months, 1 0 1.
  const { rows } = await stage.ask('customer_growth_forecast', { as_of: '2024-04-15', currency: 'USD', horizon: '1' });
  expect(rows.filter((row) => row.data_type === 'forecast')).toEqual([
    expect.objectContaining({ month: '2024-04-01', forecasted_repeat_customers: expect.any(Number) }),
  ]);
});

it('seasonal_capacity_planning takes the mean crew of the jobs that name one', async () => {
  const other = stageOf(scratch, await scratch.makeBusiness('crews'));
  for (const [job_date, crew] of [
    ['2023-01-10', 2],
    ['2023-01-11', null],
    ['2024-01-10', 5],
  ] as const)
    await other.job({ opportunity_status: 'CLOSED', job_date, actual_number_crew: crew });
  // (2 + 5) / 2 = 3.5; weighting the years by all their jobs would give (2 * 2 + 5) / 3 = 3.
  expect((await other.ask('seasonal_capacity_planning')).rows).toEqual([expect.objectContaining({ avg_crew_per_job: 3.5 })]);
});
