import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../../tests/database.ts';
import { playYear } from '../../testing/play-year.ts';
import { type Stage, stageOf } from '../../testing/stage.ts';

// Figures are worked out by hand from the rows that play-year.ts lists: J1 to J9, L1 to L6.
let scratch: ScratchDatabase;
let stage: Stage;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  await playYear(stage);
});
afterAll(() => scratch.drop());

type Case = [id: string, parameters: Record<string, string>, rowsCounted: number, rows: Record<string, unknown>[]];

describe('questions of data_quality', () => {
  it.each<Case>([
    [
      'customer_data_completeness',
      {},
      4,
      [
        {
          total_customers: 4,
          customers_with_email: 2,
          customers_with_phone: 1,
          customers_with_origin_city: 2,
          customers_with_origin_address: 0,
          customers_with_destination_state: 0,
          customers_with_both_email_phone: 1,
          email_completeness_percent: 50,
          origin_city_completeness_percent: 50,
        },
      ],
    ],
    [
      'data_quality_metrics',
      {},
      12, // J1 to J8 and 4 customers
      [
        {
          table_name: 'jobs',
          total_records: 8,
          records_with_job_date: 8,
          records_with_branch_name: 8,
          records_with_sales_person: 7,
          records_with_estimated_cost: 6,
          records_with_actual_cost: 4,
          customer_id_completeness: 100,
          job_date_completeness: 100,
        },
        {
          table_name: 'customers',
          total_records: 4,
          records_with_email: 2,
          records_with_phone: 1,
          email_completeness: 50,
          phone_completeness: 25,
        },
      ],
    ],
    [
      'duplicate_prevention_insights',
      {},
      1,
      [
        {
          analysis_type: 'duplicates',
          month: '2024-01-01',
          branch_name: 'Dallas',
          sales_person_name: 'Tia',
          opportunity_status: 'CLOSED',
          duplicate_count: 1,
          unique_customers: 1,
          duplicate_value: 2000,
        },
      ],
    ],
    [
      'job_data_completeness',
      {},
      8,
      [
        {
          total_jobs: 8,
          jobs_with_job_date: 8,
          jobs_with_branch_name: 8,
          jobs_with_sales_person: 7,
          jobs_with_status: 8,
          jobs_with_actual_cost: 4,
          jobs_with_referral_source: 7,
          job_date_completeness_percent: 100,
          sales_person_completeness_percent: 87.5,
        },
      ],
    ],
    ['merge_history_analysis', {}, 0, []],
    ['merge_method_performance', {}, 0, []],
  ])('%s tells what the rows say', async (id, parameters, rowsCounted, rows) => {
    const answer = await stage.ask(id, parameters);
    for (const row of rows) expect(answer.rows).toContainEqual(expect.objectContaining(row));
    expect(answer.receipt.rowsCounted).toBe(rowsCounted);
  });
});
