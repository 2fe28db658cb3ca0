import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../tests/database.ts';
import { ownQuestions } from './question-folders.ts';
import { findQuestions } from './reading/find-questions.ts';
import { playYear } from './testing/play-year.ts';
import { type Stage, stageOf } from './testing/stage.ts';

let scratch: ScratchDatabase;
let stage: Stage;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  await playYear(stage);
});
afterAll(() => scratch.drop());

const listing = findQuestions([ownQuestions]).filter((question) => question.parameters.some(({ name }) => name === 'limit'));

it.each(listing.map(({ id }) => id))('%s cut short is the head of the whole list', async (id) => {
  const whole = (await stage.ask(id, { limit: 1000 })).rows;
  for (const limit of [1, 2, 3]) expect((await stage.ask(id, { limit })).rows).toEqual(whole.slice(0, limit));
});
