import fc from 'fast-check';
import { expect } from 'vitest';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import { answerQuestion } from '../review/answer-question.ts';
import { takeBackAnswer } from '../review/take-back-answer.ts';
import { undoRun } from '../runs/undo-run.ts';
import { toyPlugs } from './cast.ts';

/** What people do in the review queue and with runs, in any order, also with what is long past. */
export type SecondThought =
  | { do: 'answer'; at: number; with: number; answer: 'same' | 'different' | 'household' | 'later' }
  | { do: 'take back'; at: number }
  | { do: 'undo run'; at: number };

export const secondThought: fc.Arbitrary<SecondThought> = fc.oneof(
  fc.record({
    do: fc.constant('answer' as const),
    at: fc.nat(),
    with: fc.nat(),
    answer: fc.constantFrom('same' as const, 'different' as const, 'household' as const, 'later' as const),
  }),
  fc.record({ do: fc.constant('take back' as const), at: fc.nat() }),
  fc.record({ do: fc.constant('undo run' as const), at: fc.nat() }),
);

const options = { decidedBy: 'test', ...toyPlugs };

/** Refusals are for people to read; anything else is a mistake of ours. */
const REFUSED = new Set(['already_one', 'no_question', 'nothing_said', 'nothing_to_undo', 'nothing_to_merge']);

/** Does it; what cannot be done is refused with a code that says why. */
export async function thinkAgain(transaction: BusinessTransaction, one: SecondThought): Promise<void> {
  try {
    if (one.do === 'answer') await answer(transaction, one);
    if (one.do === 'take back') await takeBack(transaction, one.at);
    if (one.do === 'undo run') await undo(transaction, one.at);
  } catch (error) {
    if (!(error instanceof Fault && REFUSED.has(error.code))) throw error;
  }
}

/** About any two ids there ever were, also merged ones. */
async function answer(transaction: BusinessTransaction, one: Extract<SecondThought, { do: 'answer' }>): Promise<void> {
  const all = await ids(
    transaction,
    "select id from customers.customers where business_id = $1 and exists (select from customers.records as record where record.business_id = $1 and record.id = customers.founding_record_id and record.source_key not like '% %') order by id",
  );
  const [a, b] = [pick(all, one.at), pick(all, one.with)];
  if (a !== undefined && b !== undefined) await answerQuestion(transaction, a, b, one.answer, options);
}

async function takeBack(transaction: BusinessTransaction, at: number): Promise<void> {
  const said = await transaction.rows<{ id: string; a: string; b: string }>(
    `select decision.id, a.id as a, b.id as b
     from customers.decisions as decision
     join customers.customers as a on a.business_id = $1 and a.founding_record_id = decision.record_a
     join customers.customers as b on b.business_id = $1 and b.founding_record_id = decision.record_b
     where decision.business_id = $1 and decision.revoked_at is null
     order by decision.decided_at, decision.id, a.id, b.id`,
    [transaction.businessId],
  );
  const word = pick(said, at);
  if (word === undefined) return;
  await takeBackAnswer(transaction, word.a, word.b, options);
  const { count } = await transaction.one<{ count: number }>(
    'select count(*) as count from customers.decisions where business_id = $1 and id = $2 and revoked_at is null',
    [transaction.businessId, word.id],
  );
  expect(count).toBe(0);
}

async function undo(transaction: BusinessTransaction, at: number): Promise<void> {
  const run = pick(await ids(transaction, 'select id from customers.runs where business_id = $1 order by id'), at);
  if (run === undefined) return;
  const { restored } = await undoRun(transaction, run, options);
  const standing = await ids(transaction, 'select id from customers.customers where business_id = $1 and is_primary_record');
  expect(standing).toEqual(expect.arrayContaining(restored));
  // What was undone is undone: a second time there is nothing left.
  await expect(undoRun(transaction, run, options)).rejects.toMatchObject({ code: 'nothing_to_undo' });
}

async function ids(transaction: BusinessTransaction, sql: string): Promise<string[]> {
  return (await transaction.rows<{ id: string }>(sql, [transaction.businessId])).map(({ id }) => id);
}

function pick<T>(from: readonly T[], at: number): T | undefined {
  return from.length === 0 ? undefined : from[at % from.length];
}
