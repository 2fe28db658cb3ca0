import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../tests/database.ts';
import { modules } from '../app.ts';
import { foldersOf } from './question-folders.ts';
import { findQuestions } from './reading/find-questions.ts';
import type { Answer } from './running/answer.ts';
import { playYear } from './testing/play-year.ts';
import { type Stage, stageOf } from './testing/stage.ts';

const questions = findQuestions(foldersOf(modules));

/** A value for each parameter that narrows, of the business in play-year.ts. */
const VALUES: Record<string, string> = {
  date_from: '2024-01-01',
  date_to: '2024-02-01',
  branch: 'Dallas',
  sales_person: 'Sam',
  lead_source: 'Google',
  currency: 'USD',
};
const narrowed = questions.flatMap((question) =>
  question.parameters
    .flatMap(({ name, choices }) => (name in VALUES ? [[name, VALUES[name]]] : name === 'status' ? [[name, choices?.at(-1)]] : []))
    .map(([name, value]) => [question.id, name ?? '', value ?? ''] as const),
);

let scratch: ScratchDatabase;
let stage: Stage;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  await playYear(stage);
});
afterAll(() => scratch.drop());

/** Every row of the tables asked about, counted or left out. */
function accounted({ receipt }: Answer): number {
  return receipt.excluded.reduce((sum, { rows }) => sum + rows, receipt.rowsCounted);
}

describe('a question that is narrowed', () => {
  it.each(narrowed)('%s with %s %s still accounts for every row, and counts no more than before', async (id, name, value) => {
    const whole = await stage.ask(id);
    const part = await stage.ask(id, { [name]: value });
    expect(accounted(part)).toBe(accounted(whole));
    expect(part.receipt.rowsCounted).toBeLessThanOrEqual(whole.receipt.rowsCounted);
  });

  it('tells by lead source and status what the rows say', async () => {
    // Google in Dallas: J1 1000 and J2 540 closed, J5 lost, J6 quoted; Ada's J3 came from Friend.
    const google = await stage.ask('revenue_by_branch', { lead_source: 'google ads' });
    expect(google.rows).toEqual([expect.objectContaining({ branch_name: 'Dallas', total_jobs: 4, total_revenue: 1540 })]);
    expect(google.receipt.excluded).toContainEqual({ reason: 'another lead source', rows: 4 });
    const booked = await stage.ask('revenue_by_branch', { status: 'booked', currency: 'USD' });
    expect(booked.rows).toEqual([expect.objectContaining({ total_jobs: 1, total_revenue: 400 })]);
    expect(booked.receipt).toMatchObject({ rowsCounted: 1 });
    // One closed lead of Google has a time, L1 with 10 minutes.
    const { rows } = await stage.ask('speed_to_lead', { status: 'closed', lead_source: 'Google' });
    expect(rows).toEqual([expect.objectContaining({ total_leads: 1, median_minutes: 10 })]);
  });

  it('refuses slips with the word that was meant', async () => {
    await expect(stage.ask('revenue_by_branch', { lead_sorce: 'Google' })).rejects.toThrow('did you mean "lead_source"?');
    await expect(stage.ask('revenue_by_branch', { status: 'close' })).rejects.toThrow(
      'one of QUOTED, BOOKED, CLOSED, LOST, CANCELLED; did you mean "CLOSED"?',
    );
    await expect(stage.ask('revenu_by_branch')).rejects.toThrow('did you mean "revenue_by_branch"?');
    await expect(stage.ask('revenue_by_branch', { branch: 'Dalas' })).rejects.toThrow('Nearest: Dallas');
  });
});
