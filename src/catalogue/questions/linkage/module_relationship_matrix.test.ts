import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../../tests/database.ts';
import { type Stage, stageOf } from '../../testing/stage.ts';

// Customers Ada, Bob (and one merged away). Ada: two jobs, one duplicate, one opportunity on
// lead 1. Bob: two bad leads. Leads 1, 2, 3; lead 2 is lost. Lost 2 points at the opportunity.
let scratch: ScratchDatabase;
let stage: Stage;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  const ada = await stage.customer('Ada');
  const bob = await stage.customer('Bob');
  await stage.customer('Gone', { is_primary_record: false });
  await stage.job({ customer_id: ada });
  await stage.job({ customer_id: ada });
  await stage.job({ customer_id: bob, is_duplicate: true });
  const opportunity = await stage.opportunity('1', { customer_id: ada });
  await stage.opportunity('8');
  await stage.lead('1', { booked_opportunity_id: opportunity });
  await stage.lead('2');
  await stage.lead('3');
  await stage.lostLead('2', { booked_opportunity_id: opportunity });
  await stage.lostLead('9');
  await stage.badLead({ customer_id: bob });
  await stage.badLead({ customer_id: bob });
  await stage.badLead();
});
afterAll(() => scratch.drop());

describe('module_relationship_matrix', () => {
  it('counts every row of the first table once, however many it is linked to', async () => {
    const { rows } = await stage.ask('module_relationship_matrix');
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['customers → jobs', 2, 2, 1, 50, 'Linked'],
      ['customers → bad leads', 2, 3, 1, 50, 'Linked'],
      ['customers → booked opportunities', 2, 2, 1, 50, 'Linked'],
      ['lead status → booked opportunities', 3, 2, 1, 33.33, 'Linked'],
      ['lead status → lost leads', 3, 2, 1, 33.33, 'Linked'],
      ['lead status → customers (over opportunities)', 3, 2, 1, 33.33, 'Linked'],
      ['lost leads → booked opportunities', 2, 2, 1, 50, 'Linked'],
      ['booked opportunities → customers', 2, 2, 1, 50, 'Linked'],
      ['bad leads → customers', 3, 2, 2, 66.67, 'Linked'],
    ]);
  });

  it('leaves merged customers and duplicate jobs out and says so', async () => {
    const { receipt } = await stage.ask('module_relationship_matrix');
    expect(receipt.excluded).toEqual([
      { reason: 'customer merged into another', rows: 1 },
      { reason: 'job marked as duplicate', rows: 1 },
    ]);
    expect(receipt.rowsCounted).toBe(2 + 2 + 2 + 3 + 2 + 3);
  });
});
