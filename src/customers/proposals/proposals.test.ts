import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScratchDatabase } from '../../../tests/database.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { explainPair } from '../explain-pair.ts';
import { answerQuestion } from '../review/answer-question.ts';
import { listQuestions } from '../review/list-questions.ts';
import { takeBackAnswer } from '../review/take-back-answer.ts';
import { listRuns } from '../runs/list-runs.ts';
import { showRun } from '../runs/show-run.ts';
import { undoRun } from '../runs/undo-run.ts';
import { addRows, customerOf, resolveAll, type ToyRow, toyPlugs, withToyDatabase } from '../testing/cast.ts';
import { townspeople } from '../testing/town.ts';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withToyDatabase();
});
afterAll(() => scratch.drop());

const decision = { decidedBy: 'olivia', ...toyPlugs };
let businesses = 0;

test('a nickname at the same mailbox and telephone is joined, and the reasons are told with their weights', async () => {
  await inTown(async (transaction) => {
    await addRows(transaction, [
      { key: 'robert', name: 'Robert Quillfeather', email: 'bobq@mail.test', phone: '312 555 0171' },
      { key: 'bob', name: 'Bob Quillfeather', email: 'bobq@mail.test', phone: '312 555 0171' },
    ]);
    await resolveAll(transaction, { match: 'always' });
    const customer = await customerOf(transaction, 'bob');
    expect(customer).toBe(await customerOf(transaction, 'robert'));
    const { same, confidence, reasons } = await explainPair(transaction, 'toy.rows:robert', 'toy.rows:bob');
    expect(same).toBe(true);
    expect(confidence).toBeGreaterThan(0.95);
    expect(reasons.join(' ')).toContain('All evidence together says one person');
    expect(reasons.join(' ')).toMatch(/phone.* \+\d/);
  });
});

test('father and son who share a telephone and write their suffixes stay two', async () => {
  await inTown(async (transaction) => {
    await addRows(transaction, [
      { key: 'senior', name: 'Otto Hagedorn Sr', phone: '312 555 0172', email: 'otto@hagedorn.test' },
      { key: 'junior', name: 'Otto Hagedorn Jr', phone: '312 555 0172', email: 'otto@hagedorn.test' },
    ]);
    await resolveAll(transaction, { match: 'always' });
    expect(await customerOf(transaction, 'senior')).not.toBe(await customerOf(transaction, 'junior'));
  });
});

test('a run that is undone gives every customer its id back, and no later run does it again', async () => {
  await inTown(async (transaction) => {
    await addRows(transaction, [
      { key: 'robert', name: 'Robert Quillfeather', email: 'bobq@mail.test', phone: '312 555 0171' },
      { key: 'bob', name: 'Bob Quillfeather', email: 'bobq@mail.test', phone: '312 555 0171' },
    ]);
    await resolveAll(transaction);
    const before = [await customerOf(transaction, 'robert'), await customerOf(transaction, 'bob')];
    expect(before[0]).not.toBe(before[1]);
    await resolveAll(transaction, { match: 'always' });
    expect(await customerOf(transaction, 'bob')).toBe(before[0]);
    const [run] = await listRuns(transaction, 1);
    const { merges } = await showRun(transaction, run?.id ?? '');
    expect(merges.map(({ kept, merged, method }) => [kept, merged, method])).toEqual([[before[0], before[1], 'SPLINK_HIGH_CONFIDENCE']]);
    const undone = await undoRun(transaction, run?.id ?? '', decision);
    expect(undone.restored).toEqual([before[1]]);
    expect([await customerOf(transaction, 'robert'), await customerOf(transaction, 'bob')]).toEqual(before);
    await resolveAll(transaction, { match: 'always' });
    expect([await customerOf(transaction, 'robert'), await customerOf(transaction, 'bob')]).toEqual(before);
  });
});

test('a second run over unchanged records changes nothing', async () => {
  await inTown(async (transaction) => {
    await resolveAll(transaction, { match: 'always' });
    const runs = await listRuns(transaction, null);
    const again = await resolveAll(transaction, { match: 'always' });
    expect({ ...again, records: 0 }).toMatchObject({ moved: 0, customersMerged: 0, customersCreated: 0, proposalsChanged: 0 });
    expect(await listRuns(transaction, null)).toEqual(runs);
  });
});

test('what was joined by its evidence stays joined when a run looks at a part only', async () => {
  await inTown(async (transaction) => {
    await addRows(transaction, [
      { key: 'robert', name: 'Robert Quillfeather', email: 'bobq@mail.test', phone: '312 555 0171' },
      { key: 'bob', name: 'Bob Quillfeather', email: 'bobq@mail.test', phone: '312 555 0171' },
    ]);
    await resolveAll(transaction, { match: 'always' });
    const customer = await customerOf(transaction, 'bob');
    await addRows(transaction, [{ key: 'bob again', name: 'Bob Quillfeather', phone: '312 555 0171' }]);
    await resolveAll(transaction);
    expect([
      await customerOf(transaction, 'robert'),
      await customerOf(transaction, 'bob'),
      await customerOf(transaction, 'bob again'),
    ]).toEqual([customer, customer, customer]);
  });
});

test.each(['different', 'household'] as const)('a question answered "%s" is settled: it is gone, and no run asks again', async (answer) => {
  await inTown(async (transaction) => {
    const question = await makeDoubt(transaction);
    await answerQuestion(transaction, question.customerA, question.customerB, answer, decision);
    expect(await listQuestions(transaction, [], null)).toEqual([]);
    await resolveAll(transaction, { match: 'always' });
    expect(await listQuestions(transaction, [], null)).toEqual([]);
  });
});

test('a question answered "same" makes one customer of the two', async () => {
  await inTown(async (transaction) => {
    const question = await makeDoubt(transaction);
    await answerQuestion(transaction, question.customerA, question.customerB, 'same', decision);
    expect(await customerOf(transaction, 'wren')).toBe(await customerOf(transaction, 'wrenn'));
    expect(await listQuestions(transaction, [], null)).toEqual([]);
  });
});

test('a question put off stays open, behind the others, also after the next run', async () => {
  await inTown(async (transaction) => {
    const question = await makeDoubt(transaction);
    await answerQuestion(transaction, question.customerA, question.customerB, 'later', decision);
    await resolveAll(transaction, { match: 'always' });
    expect((await listQuestions(transaction, [], null)).map(({ state }) => state)).toEqual(['later']);
  });
});

test('a question put off is put off again when its rows went and came back', async () => {
  await inTown(async (transaction) => {
    const question = await makeDoubt(transaction);
    await answerQuestion(transaction, question.customerA, question.customerB, 'later', decision);
    const gone = await transaction.rows<ToyRow>(
      `delete from toy.rows where business_id = $1 and key = 'wrenn' returning key, name, phone, email, quote, street, postal_code as zip`,
      [transaction.businessId],
    );
    await resolveAll(transaction, { match: 'always' });
    expect(await listQuestions(transaction, [], null)).toEqual([]);
    await addRows(transaction, gone);
    await resolveAll(transaction, { match: 'always' });
    expect((await listQuestions(transaction, [], null)).map(({ state }) => state)).toEqual(['later']);
    const { waiting } = await transaction.one<{ waiting: number }>(
      'select count(*)::integer as waiting from customers.parked_questions where business_id = $1',
      [transaction.businessId],
    );
    expect(waiting).toBe(0);
  });
});

test.each(['same', 'different', 'household', 'later'] as const)(
  'an answer "%s" that is taken back leaves everything as before it',
  async (answer) => {
    await inTown(async (transaction) => {
      const question = await makeDoubt(transaction);
      const before = [await customerOf(transaction, 'wren'), await customerOf(transaction, 'wrenn')];
      await answerQuestion(transaction, question.customerA, question.customerB, answer, decision);
      const taken = await takeBackAnswer(transaction, question.customerA, question.customerB, decision);
      expect(taken).toMatchObject({ answers: [answer], stillOne: false });
      expect([await customerOf(transaction, 'wren'), await customerOf(transaction, 'wrenn')]).toEqual(before);
      expect(await listQuestions(transaction, [], null)).toMatchObject([{ ...question, state: 'open' }]);
      await resolveAll(transaction, { match: 'always' });
      expect([await customerOf(transaction, 'wren'), await customerOf(transaction, 'wrenn')]).toEqual(before);
    });
  },
);

test('an answer that was never given cannot be taken back', async () => {
  await inTown(async (transaction) => {
    await resolveAll(transaction);
    const [anna, peter] = [await customerOf(transaction, 'Anna Acker'), await customerOf(transaction, 'Peter Bolt')];
    await expect(takeBackAnswer(transaction, String(anna), String(peter), decision)).rejects.toMatchObject({ code: 'nothing_said' });
  });
});

/** Puts a doubtful pair into the queue by hand: where the model draws the line is not what is tested. */
async function makeDoubt(transaction: BusinessTransaction): Promise<{ customerA: string; customerB: string }> {
  await addRows(transaction, [
    { key: 'wren', name: 'Wren Abernathy', email: 'wren@abernathy.test', phone: '312 555 0181' },
    { key: 'wrenn', name: 'Wrenn Abernethy', email: 'w.abernethy@mail.test', phone: '312 555 0118' },
  ]);
  await resolveAll(transaction);
  await transaction.run(
    `insert into customers.proposals (business_id, record_a, record_b, probability, state, reasons, found_at)
     select $1, least(a.id, b.id), greatest(a.id, b.id), 0.8, 'open', '["names alike"]', now()
     from customers.records as a, customers.records as b
     where a.business_id = $1 and b.business_id = $1 and a.source_key = 'wren' and b.source_key = 'wrenn'`,
    [transaction.businessId],
  );
  const [question] = await listQuestions(transaction, [], null);
  if (question === undefined) throw new Error('the pair is not in the queue');
  return question;
}

/** A business of its own with three hundred people of a town, so that there is something to learn what is rare from. */
async function inTown(work: (transaction: BusinessTransaction) => Promise<void>): Promise<void> {
  businesses += 1;
  const businessId = await scratch.makeBusiness(`town-${businesses}`);
  await scratch.database.inBusiness(businessId, async (transaction) => {
    await addRows(transaction, townspeople());
    await work(transaction);
  });
}
