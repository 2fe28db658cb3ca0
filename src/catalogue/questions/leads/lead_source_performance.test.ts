import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../../tests/database.ts';
import { type Stage, stageOf } from '../../testing/stage.ts';

// Google (spelled "Google" and "google ads"):
//   pool: 1 closed, 1 booked with a quote, 1 lost, 1 bad (by its linked source) = 4 leads
//   bad leads: one beside the pool (counts), one linked to a lead of the pool (does not)
//   -> total 5, quoted 2, booked 2, closed 1, lost 1, bad 2; rate 2 / (5 - 2) = 66.67 %
//   jobs: CLOSED 1,000 with affiliate "Realtor", BOOKED 500; LOST 70 does not count -> 1,500, mean 750
// "Fair" is not in the lookup: one job of 10 under its own text. CAD apart: one lead of Google.
let scratch: ScratchDatabase;
let stage: Stage;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  const calgary = await stage.branch('Calgary', 'CAD');
  const google = await stage.leadSource('Google', 'Online', 'google ads');
  await stage.lead('1', { referral_source: 'Google', status_group: 'closed', received_at: '2025-01-10T12:00Z' });
  await stage.lead('2', {
    referral_source: ' google ads ',
    status_group: 'booked',
    quote_sent_at: '2025-01-11T12:00Z',
    received_at: '2025-01-10T12:00Z',
  });
  await stage.lead('3', { referral_source: 'Google', status_group: 'lost', received_at: '2025-03-10T12:00Z' });
  const bad = await stage.lead('4', { lead_source_id: google, status_group: 'bad' });
  await stage.lead('5', { referral_source: 'Google', status_group: 'open', branch_id: calgary });
  await stage.badLead({ provider: 'google ads', date_lead_received: '2025-01-10' });
  await stage.badLead({ provider: 'google ads', lead_status_id: bad });
  await stage.job({
    referral_source: 'Google',
    opportunity_status: 'CLOSED',
    total_actual_cost: 1000,
    affiliate_name: 'Realtor',
    job_date: '2025-02-01',
  });
  await stage.job({ referral_source: 'google ads', opportunity_status: 'BOOKED', total_estimated_cost: 500, job_date: '2025-01-31' });
  await stage.job({ referral_source: 'Google', opportunity_status: 'LOST', total_estimated_cost: 70 });
  await stage.job({ referral_source: 'Fair', opportunity_status: 'CLOSED', total_actual_cost: 10 });
});
afterAll(() => scratch.drop());

describe('lead_source_performance', () => {
  it('folds spellings, counts leads in the pool and money in the jobs', async () => {
    const { rows } = await stage.ask('lead_source_performance');
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['Google', 'Realtor', 'Online', 'USD', 5, 2, 2, 1, 1, 2, 2, 1500, 66.67, 50, 750],
      ['Fair', null, null, 'USD', 0, 0, 0, 0, 0, 0, 1, 10, null, null, 10],
      ['Google', null, 'Online', 'CAD', 1, 0, 0, 0, 0, 0, 0, 0, 0, null, null],
    ]);
  });

  it('takes one source by any of its spellings', async () => {
    const { rows, receipt, parameters } = await stage.ask('lead_source_performance', { lead_source: 'GOOGLE ADS', currency: 'USD' });
    expect(rows.map((row) => row.referral_source)).toEqual(['Google']);
    expect(parameters.lead_source).toBe('Google');
    expect(receipt.excluded).toContainEqual({ reason: 'another lead source', rows: 1 });
  });

  it('dates leads by their day and jobs by the service day, and accounts for every row', async () => {
    const { rows, receipt } = await stage.ask('lead_source_performance', { date_from: '2025-01-01', date_to: '2025-02-01' });
    expect(rows.map((row) => [row.total_leads, row.total_revenue])).toEqual([[3, 500]]);
    expect(receipt.rowsCounted + receipt.excluded.reduce((sum, exclusion) => sum + exclusion.rows, 0)).toBe(11);
    expect(receipt.rowsCounted).toBe(4);
  });
});
