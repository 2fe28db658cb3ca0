import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '../../src/app.ts';
import { foldersOf } from '../../src/catalogue/question-folders.ts';
import { findQuestions } from '../../src/catalogue/reading/find-questions.ts';
import { type SampleDatabase, withSample } from '../with-sample.ts';
import { differencesOf } from './compare.ts';
import { readFacts } from './facts.ts';
import { NOT_JUDGED } from './not-judged.ts';
import { AS_OF } from './clock.ts';
import { OPINIONS_OF_BOOKINGS } from './opinions-of-bookings.ts';
import { OPINIONS_OF_COMING_BACK } from './opinions-of-coming-back.ts';
import { OPINIONS_OF_CUSTOMERS } from './opinions-of-customers.ts';
import { OPINIONS_OF_IMPORTS } from './opinions-of-imports.ts';
import { OPINIONS_OF_RETURNS } from './opinions-of-returns.ts';
import { OPINIONS_OF_THE_POOL } from './opinions-of-the-pool.ts';
import { OPINIONS_OF_JOBS } from './opinions-of-jobs.ts';
import { OPINIONS_OF_JOURNEYS } from './opinions-of-journeys.ts';
import { OPINIONS_OF_LEADS } from './opinions-of-leads.ts';
import { OPINIONS_OF_LINKS } from './opinions-of-links.ts';
import { OPINIONS_OF_MONEY } from './opinions-of-money.ts';
import { OPINIONS_OF_PLACES } from './opinions-of-places.ts';
import { OPINIONS_OF_SOURCES } from './opinions-of-sources.ts';
import { OPINIONS_OF_WORK } from './opinions-of-work.ts';

// The sample mover is imported from its messy files and asked everything; beside it the same figures
// are worked out in plain TypeScript from what is true, without our tables and without SQL.

const OPINIONS = {
  ...OPINIONS_OF_MONEY,
  ...OPINIONS_OF_JOBS,
  ...OPINIONS_OF_PLACES,
  ...OPINIONS_OF_WORK,
  ...OPINIONS_OF_CUSTOMERS,
  ...OPINIONS_OF_LEADS,
  ...OPINIONS_OF_SOURCES,
  ...OPINIONS_OF_BOOKINGS,
  ...OPINIONS_OF_THE_POOL,
  ...OPINIONS_OF_RETURNS,
  ...OPINIONS_OF_JOURNEYS,
  ...OPINIONS_OF_LINKS,
  ...OPINIONS_OF_COMING_BACK,
  ...OPINIONS_OF_IMPORTS,
};
const facts = readFacts();
const questions = findQuestions(foldersOf(modules));

let sample: SampleDatabase;
beforeAll(async () => {
  sample = await withSample();
}, 120_000);
afterAll(() => sample.drop());

describe('the second opinion', () => {
  it.each(Object.entries(OPINIONS))('agrees on %s', async (id, opinion) => {
    const question = questions.find((each) => each.id === id);
    const parameters: Record<string, unknown> = {};
    const limit = question?.parameters.find(({ name }) => name === 'limit');
    if (limit !== undefined) parameters.limit = Math.min(limit.most ?? 100_000, 100_000);
    if (question?.parameters.some(({ name }) => name === 'as_of') === true) parameters.as_of = AS_OF;
    const lines = differencesOf(await sample.ask(id, parameters), opinion(facts));
    expect(lines.slice(0, 12)).toEqual([]);
  });

  it('is given on every question, or says why not', () => {
    expect([...Object.keys(OPINIONS), ...Object.keys(NOT_JUDGED)].sort()).toEqual(questions.map(({ id }) => id).sort());
  });

  it('is given on at least 155 questions', () => {
    expect(Object.keys(OPINIONS).length).toBeGreaterThanOrEqual(155);
  });
});
