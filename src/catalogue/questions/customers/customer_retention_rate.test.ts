import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../../tests/database.ts';
import { type Stage, stageOf } from '../../testing/stage.ts';

// Ada moved twice (two quotes), Bob once in two jobs of one quote, Cem once, Dora only got a
// quote: 3 customers with jobs, 2 with two jobs (66.67 %), 1 who came back (33.33 %).
let scratch: ScratchDatabase;
let stage: Stage;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  const [ada, bob, cem, dora] = [
    await stage.customer('Ada'),
    await stage.customer('Bob'),
    await stage.customer('Cem'),
    await stage.customer('Dora'),
  ];
  await stage.job({ opportunity_status: 'CLOSED', customer_id: ada, quote_number: '1', job_date: '2024-01-01' });
  await stage.job({ opportunity_status: 'BOOKED', customer_id: ada, quote_number: '2', job_date: '2025-01-01' });
  await stage.job({ opportunity_status: 'CLOSED', customer_id: bob, quote_number: '3', job_date: '2025-01-01' });
  await stage.job({ opportunity_status: 'CLOSED', customer_id: bob, quote_number: '3', job_date: '2025-01-02' });
  await stage.job({ opportunity_status: 'CLOSED', customer_id: cem, quote_number: '4', job_date: '2025-01-01' });
  await stage.job({ opportunity_status: 'CLOSED', customer_id: cem, quote_number: '4', is_duplicate: true });
  await stage.job({ opportunity_status: 'QUOTED', customer_id: dora, quote_number: '5' });
  await stage.job({ opportunity_status: 'QUOTED', customer_id: dora, quote_number: '6' });
  await stage.job({ opportunity_status: 'CLOSED' });
});
afterAll(() => scratch.drop());

describe('customer_retention_rate', () => {
  it('tells one-time from repeat customers, and who came back with another quote', async () => {
    const { rows, receipt } = await stage.ask('customer_retention_rate');
    expect(rows).toEqual([
      {
        one_time_customers: 1,
        repeat_customers: 2,
        total_customers_with_jobs: 3,
        retention_rate_percent: 66.67,
        one_time_rate_percent: 33.33,
        customers_with_several_quotes: 1,
        came_back_rate_percent: 33.33,
      },
    ]);
    expect(receipt).toMatchObject({
      rowsCounted: 5,
      excluded: [
        { reason: 'marked as duplicate', rows: 1 },
        { reason: 'neither booked nor closed', rows: 2 },
        { reason: 'names no customer', rows: 1 },
      ],
    });
  });

  it('looks at the days asked for only', async () => {
    const { rows } = await stage.ask('customer_retention_rate', { date_from: '2025-01-01' });
    expect(rows[0]).toMatchObject({ one_time_customers: 2, repeat_customers: 1 });
  });
});
