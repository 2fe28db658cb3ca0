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

describe('questions of analytics', () => {
  it.each<Case>([
    [
      'customer_segmentation_radar',
      {},
      5,
      [
        { subject: 'Lifetime Value', value: 1970, full_mark: 2000 },
        { subject: 'Customer Lifespan', value: 208, full_mark: 416 },
      ],
    ],
    [
      'heatmap_revenue_by_branch_month',
      {},
      5,
      [
        { branch_name: 'Dallas', month: '2023-01', value: 1000 },
        { branch_name: 'Dallas', month: '2024-03', value: 400 },
      ],
    ],
  ])('%s tells what the rows say', async (id, parameters, rowsCounted, rows) => {
    const answer = await stage.ask(id, parameters);
    for (const row of rows) expect(answer.rows).toContainEqual(expect.objectContaining(row));
    expect(answer.receipt.rowsCounted).toBe(rowsCounted);
  });
});
