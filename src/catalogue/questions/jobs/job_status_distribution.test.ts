import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../../tests/database.ts';
import { type Stage, stageOf } from '../../testing/stage.ts';

// USD: QUOTED 100; CLOSED 300 and one without an amount; a job without status 0 -> 4 jobs, 400.
// CAD: BOOKED 50, alone in its currency: 100 %.
let scratch: ScratchDatabase;
let stage: Stage;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  const calgary = await stage.branch('Calgary', 'CAD');
  await stage.job({ opportunity_status: 'QUOTED', total_estimated_cost: 100 });
  await stage.job({ opportunity_status: 'CLOSED', total_estimated_cost: 250, total_actual_cost: 300, job_date: '2025-01-01' });
  await stage.job({ opportunity_status: 'CLOSED' });
  await stage.job({});
  await stage.job({ opportunity_status: 'BOOKED', total_estimated_cost: 50, branch_id: calgary });
});
afterAll(() => scratch.drop());

describe('job_status_distribution', () => {
  it('shares jobs and money out within each currency', async () => {
    const { rows } = await stage.ask('job_status_distribution');
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['BOOKED', 'CAD', 1, 100, 50, 100, 50, true],
      ['QUOTED', 'USD', 1, 25, 100, 25, 100, false],
      ['CLOSED', 'USD', 2, 50, 300, 75, 300, true],
      [null, 'USD', 1, 25, 0, 0, null, false],
    ]);
  });

  it('counts jobs without a service day unless days are asked for', async () => {
    const { rows, receipt } = await stage.ask('job_status_distribution', { date_from: '2025-01-01' });
    expect(rows.map((row) => row.total_revenue)).toEqual([300]);
    expect(receipt.excluded).toEqual([{ reason: 'no service day', rows: 4 }]);
  });
});
