import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { playYear } from '../testing/play-year.ts';
import { type Stage, stageOf } from '../testing/stage.ts';

// Questions of operations and of the data itself that the documents do not have, over the rows that play-year.ts lists.
let scratch: ScratchDatabase;
let stage: Stage;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  await playYear(stage);
});
afterAll(() => scratch.drop());

type Case = [id: string, parameters: Record<string, string>, rowsCounted: number, rows: Record<string, unknown>[]];

describe('further questions of work and data', () => {
  it.each<Case>([
    // From Tuesday, January 10, 2023 to Friday, March 1, 2024 there are 417 days, 59 of them Saturdays and 60 Fridays.
    [
      'weekday_load',
      { branch: 'Dallas' },
      4,
      [
        { weekday: 'Saturday', sold_jobs: 1, days: 59, days_without_job: 58, jobs_per_day: 0.02, revenue_per_day: 33.9, share_percent: 25 },
        { weekday: 'Friday', sold_jobs: 1, days: 60, total_revenue: 400 },
        { weekday: 'Sunday', sold_jobs: 0, days: 59, days_without_job: 59, total_revenue: 0 },
      ],
    ],
    [
      'crew_size_returns',
      { currency: 'USD' },
      4,
      [
        { crew_size: 4, trucks: 2, sold_jobs: 1, mean_hours: 10, crew_hours: 40, revenue_per_crew_hour: 50 },
        { crew_size: 2, trucks: 1, crew_hours: 10, revenue_per_crew_hour: 100 },
        { crew_size: null, sold_jobs: 1, total_revenue: 400, jobs_with_hours: 0, revenue_per_crew_hour: null },
      ],
    ],
    [
      'booked_backlog',
      { as_of: '2024-02-15' },
      1,
      [
        {
          month: '2024-03-01',
          branch_name: 'Dallas',
          booked_jobs: 1,
          booked_revenue: 400,
          jobs_without_amount: 0,
          cumulative_revenue: 400,
        },
      ],
    ],
    ['booked_backlog', { as_of: '2024-03-02' }, 0, []],
    [
      'overdue_bookings',
      { as_of: '2024-03-10' },
      1,
      [{ job_number: 'Q3-1', customer_name: 'Ada', days_over: 9, booked_amount: 400, has_actual_amount: false }],
    ],
    // J1, J2 and J4 are billed: 1000 + 540 + 2000.
    [
      'unbilled_jobs',
      { currency: 'USD' },
      4,
      [
        { status: 'CLOSED', sold_jobs: 3, billed_jobs: 3, billed_amount: 3540, estimated_only_jobs: 0, estimated_only_percent: 0 },
        { status: 'BOOKED', sold_jobs: 1, estimated_only_jobs: 1, estimated_only_amount: 400, estimated_only_percent: 100 },
      ],
    ],
    // J9 repeats J4: 2000 on top of 3940.
    [
      'duplicate_cost',
      {},
      1,
      [{ branch_name: 'Dallas', duplicates: 1, sold_duplicates: 1, false_revenue: 2000, total_revenue: 3940, false_percent: 50.76 }],
    ],
    // J8 is nobody's and from nowhere.
    [
      'revenue_without_a_name',
      {},
      5,
      [
        { gap: 'no sales person', currency: 'CAD', jobs: 1, job_percent: 100, revenue_at_risk: 50, revenue_percent: 100 },
        { gap: 'no lead source', currency: 'CAD', jobs: 1, revenue_at_risk: 50 },
      ],
    ],
    // Three spellings in all: Google, google ads, Friend.
    // Friend has one spelling.
    ['spelling_variants', {}, 2, [{ kind: 'lead source', name: 'Google', spellings: 2, examples: ['Google', 'google ads'] }]],
  ])('%s %j tells what the rows say', async (id, parameters, rowsCounted, rows) => {
    const answer = await stage.ask(id, parameters);
    for (const row of rows) expect(answer.rows).toContainEqual(expect.objectContaining(row));
    expect(answer.receipt.rowsCounted).toBe(rowsCounted);
  });

  it('hours_estimated_vs_actual and job_ratings tell what jobs say that have both', async () => {
    const other = stageOf(scratch, await scratch.makeBusiness('hours'));
    const job = (values: Record<string, number>) => other.job({ opportunity_status: 'CLOSED', ...values });
    // 8 hours estimated and 11 worked: 37.5 % more; 5 is not more than 1.25 times 4, 6 is.
    await job({ total_estimated_time_hours: 4, actual_time_hours: 5, job_rating: 5 });
    await job({ total_estimated_time_hours: 4, actual_time_hours: 6, job_rating: 2, total_estimated_cost: 100, total_actual_cost: 120 });
    await job({ actual_time_hours: 3 });
    await job({ total_estimated_time_hours: 9 });
    expect((await other.ask('hours_estimated_vs_actual')).rows).toEqual([
      expect.objectContaining({
        sold_jobs: 4,
        jobs_with_both: 2,
        estimated_hours: 8,
        actual_hours: 11,
        difference_percent: 37.5,
        over_by_a_quarter: 1,
        over_percent: 50,
      }),
    ]);
    expect((await other.ask('job_ratings')).rows).toEqual([
      expect.objectContaining({
        sold_jobs: 4,
        rated_jobs: 2,
        rated_percent: 50,
        mean_rating: 3.5,
        lowest_rating: 2,
        over_estimate_rating: 2,
      }),
    ]);
  });

  it('data_freshness and quarantine_by_reason tell how imports stand', async () => {
    const batch = await stage.add('import.batches', {
      number: 1,
      state: 'done',
      content_key: '-',
      started_by: 'test',
      started_at: '2024-02-01T00:00Z',
    });
    const file = async (values: Record<string, string | number>) => {
      await scratch.database.inBusiness(scratch.businessId, (transaction) =>
        transaction.run(`insert into import.raw_files (business_id, content_hash, bytes, stored_as) values ($1, $2, 1, '-')`, [
          scratch.businessId,
          String(values.name),
        ]),
      );
      return stage.add('import.files', { batch_id: batch, kind: 'jobs', format: 'csv', content_hash: String(values.name), ...values });
    };
    // The second was loaded on February 9 in Chicago, though it was the 10th in UTC.
    const first = await file({
      name: 'a',
      position: 1,
      state: 'loaded',
      rows: 10,
      created: 8,
      quarantined: 2,
      loaded_at: '2024-02-01T18:00Z',
    });
    await file({ name: 'b', position: 2, state: 'loaded', rows: 10, created: 4, updated: 6, loaded_at: '2024-02-10T03:00Z' });
    await file({ name: 'c', position: 3, state: 'undone', rows: 5, created: 5, loaded_at: '2024-02-12T18:00Z' });
    const { rows } = await stage.ask('data_freshness', { as_of: '2024-02-15' });
    expect(rows).toEqual([
      {
        kind: 'jobs',
        files: 2,
        first_loaded_on: '2024-02-01',
        last_loaded_on: '2024-02-09',
        days_old: 6,
        rows_read: 20,
        created_rows: 12,
        updated_rows: 6,
        quarantined_percent: 10,
      },
    ]);
    const waiting = {
      batch_id: batch,
      file_id: first,
      kind: 'jobs',
      line: 2,
      code: 'unreadable_date',
      column_name: 'job_date',
      message: '-',
      row_hash: '-',
    };
    for (const [value, state] of [
      ['someday', 'open'],
      ['soon', 'open'],
      ['someday', 'replayed'],
      ['x', 'undone'],
    ] as const)
      await stage.add('import.quarantined_rows', { ...waiting, value, state, created_at: '2024-02-01T18:00Z' });
    const quarantine = await stage.ask('quarantine_by_reason');
    expect(quarantine.rows).toEqual([
      {
        kind: 'jobs',
        reason: 'unreadable_date',
        column_name: 'job_date',
        waiting_rows: 2,
        loaded_since: 1,
        dismissed: 0,
        different_values: 2,
        example: 'someday',
      },
    ]);
    expect(quarantine.receipt).toMatchObject({ rowsCounted: 3, excluded: [{ reason: 'their import was undone', rows: 1 }] });
  });

  it('coverage_over_time shows the newest build first', async () => {
    const build = { orphaned_user_performance: 1, orphaned_sales_performance: 0, lead_status_linkage_rate: 50, badlead_linkage_rate: 25 };
    await stage.add('journey.integrity_check_history', { ...build, check_timestamp: '2024-01-01T00:00Z', job_customer_linkage_rate: 90 });
    await stage.add('journey.integrity_check_history', {
      ...build,
      check_timestamp: '2024-02-01T00:00Z',
      job_customer_linkage_rate: 80.5,
      alerts: '["jobs with a customer fell"]',
    });
    const { rows } = await stage.ask('coverage_over_time');
    expect(rows.map((row) => [row.checked_at, row.jobs_with_customer_percent, row.alerts])).toEqual([
      ['2024-02-01T00:00:00.000Z', 80.5, 1],
      ['2024-01-01T00:00:00.000Z', 90, 0],
    ]);
  });
});
