import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '../../src/app.ts';
import { foldersOf } from '../../src/catalogue/question-folders.ts';
import { findQuestions } from '../../src/catalogue/reading/find-questions.ts';
import { type SampleDatabase, withSample } from '../with-sample.ts';
import { differencesOf } from './compare.ts';
import { readFacts } from './facts.ts';
import { NOT_JUDGED } from './not-judged.ts';
import { AS_OF, OPINIONS_OF_CUSTOMERS } from './opinions-of-customers.ts';
import { OPINIONS_OF_JOBS } from './opinions-of-jobs.ts';
import { OPINIONS_OF_LEADS } from './opinions-of-leads.ts';
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

  it('says why it is not given on the others', () => {
    const without = questions.map(({ id }) => id).filter((id) => !(id in OPINIONS));
    expect(Object.keys(NOT_JUDGED).filter((id) => !without.includes(id))).toEqual([]);
  });

  it('is given on at least a hundred questions', () => {
    expect(Object.keys(OPINIONS).filter((id) => questions.some((question) => question.id === id)).length).toBeGreaterThanOrEqual(100);
  });
});
