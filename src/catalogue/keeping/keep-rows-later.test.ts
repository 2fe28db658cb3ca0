import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { modules } from '../../app.ts';
import { runQuestion } from '../run-question.ts';
import { playStory } from '../testing/play-story.ts';
import { stageOf } from '../testing/stage.ts';
import { findOutdatedRows, keepRows } from './keep-rows.ts';
import { keepRowsLater } from './keep-rows-later.ts';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await withDatabase();
  await playStory(stageOf(scratch));
});
afterAll(() => scratch.drop());

const ask = (mayWait: boolean) =>
  runQuestion(scratch.database, modules, { businessId: scratch.businessId, id: 'job_status_distribution', mayWait });

const isCurrent = () =>
  scratch.database.inBusiness(
    scratch.businessId,
    async (transaction) => (await findOutdatedRows(transaction, ['kept_jobs'])).length === 0,
    'read',
  );

test('who may not wait is answered from the tables themselves after an edit, and the copies follow behind the answer', async () => {
  await keepRows(scratch.database, scratch.businessId, ['kept_jobs']);
  const before = await ask(false);
  await scratch.database.inBusiness(scratch.businessId, (transaction) =>
    transaction.run(`update journey.jobs set opportunity_status = 'LOST' where business_id = $1`, [scratch.businessId]),
  );
  expect(await isCurrent()).toBe(false);
  const after = await ask(false);
  expect(after.rows).not.toEqual(before.rows);
  expect(new Set(after.rows.map((row) => row.opportunity_status))).toEqual(new Set(['LOST']));
  await keepRowsLater(scratch.database, scratch.businessId, []);
  expect(await isCurrent()).toBe(true);
  expect((await ask(true)).rows).toEqual(after.rows);
});

test('copies that cannot be made are nobody’s failure', async () => {
  const nowhere = '00000000-0000-7000-8000-000000000000';
  await expect(keepRowsLater(scratch.database, nowhere, ['kept_jobs'])).resolves.toBeUndefined();
});
