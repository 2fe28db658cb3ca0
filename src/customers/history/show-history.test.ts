import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScratchDatabase } from '../../../tests/database.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { setField } from '../golden/say/set-field.ts';
import { mergeCustomers } from '../merge-customers.ts';
import { answerQuestion } from '../review/answer-question.ts';
import { undoRun } from '../runs/undo-run.ts';
import { splitRecord } from '../split/split-record.ts';
import { putBackRecord, takeBackWord } from '../split/take-back-word.ts';
import { addRows, customerOf, resolveAll, type ToyRow, toyPlugs, withToyDatabase } from '../testing/cast.ts';
import { unmergeCustomer } from '../unmerge-customer.ts';
import { type HistoryEvent, showHistory } from './show-history.ts';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withToyDatabase();
});
afterAll(() => scratch.drop());

const person = { decidedBy: 'olivia', ...toyPlugs };
const IDA: ToyRow = { key: 'ida', name: 'Ida Marsh', email: 'ida@marsh.org' };
const NASH: ToyRow = { key: 'nash', name: 'Ida Nash', email: 'ida@nash.org' };

function inside(work: (transaction: BusinessTransaction, ida: string, nash: string) => Promise<void>): Promise<void> {
  return scratch.database.inBusiness(
    scratch.businessId,
    async (transaction) => {
      await addRows(transaction, [IDA, NASH, { ...NASH, key: 'nash 2' }]);
      await resolveAll(transaction);
      await work(transaction, (await customerOf(transaction, 'ida')) ?? '', (await customerOf(transaction, 'nash')) ?? '');
    },
    'dry-run',
  );
}

const told = (events: readonly HistoryEvent[]) => events.map(({ kind, tells, by }) => [kind, tells, by]);

test('a merge is told on the page of the one that was kept, with who, how many rows and the way back', () =>
  inside(async (transaction, ida, nash) => {
    expect(await showHistory(transaction, ida)).toEqual([]);
    await mergeCustomers(transaction, ida, [nash], person);
    const [merged, ...more] = await showHistory(transaction, nash);
    expect(more).toEqual([]);
    expect(merged).toMatchObject({
      kind: 'merged',
      tells: 'Ida Nash became part of this customer, with 2 rows.',
      by: 'olivia',
      why: 'A person said that these are one. (1)',
      other: { id: nash, name: 'Ida Nash' },
      undo: 'unmerge',
      takenBack: null,
    });
  }));

test('an un-merge leaves the merge in the history of both, taken back, with the word that keeps them apart', () =>
  inside(async (transaction, ida, nash) => {
    await mergeCustomers(transaction, ida, [nash], person);
    await unmergeCustomer(transaction, nash, person);
    const kept = await showHistory(transaction, ida);
    expect(kept.filter(({ kind }) => kind === 'merged')).toMatchObject([{ undo: null, takenBack: { at: expect.any(String) } }]);
    expect(kept.filter(({ kind }) => kind === 'kept apart')).toMatchObject([{ undo: 'decision', other: { id: nash }, by: 'olivia' }]);
    expect((await showHistory(transaction, nash)).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['was part', 'kept apart']));
  }));

test('a row that was taken out is told on both sides, and taking the word back joins them again', () =>
  inside(async (transaction, _ida, nash) => {
    await splitRecord(transaction, 'rows:nash 2', person);
    expect(told(await showHistory(transaction, nash))).toEqual(
      expect.arrayContaining([
        ['rows left', 'One row went to Ida Nash.', 'olivia'],
        ['kept apart', 'Another person than Ida Nash: no run makes them one.', 'olivia'],
      ]),
    );
    const other = (await customerOf(transaction, 'nash 2')) ?? '';
    expect(told(await showHistory(transaction, other))).toEqual(
      expect.arrayContaining([['rows came', 'One row came from Ida Nash.', 'olivia']]),
    );
    await putBackRecord(transaction, 'rows:nash 2', person);
    expect(await customerOf(transaction, 'nash 2')).toBe(nash);
    expect((await showHistory(transaction, nash)).filter(({ kind }) => kind === 'kept apart')).toEqual([]);
  }));

test('a household is a word like any other, and is taken back by its id', () =>
  inside(async (transaction, ida, nash) => {
    await answerQuestion(transaction, ida, nash, 'household', person);
    const [word] = await showHistory(transaction, ida);
    expect(word?.tells).toBe('A household with Ida Nash, but another person: no run makes them one.');
    await takeBackWord(transaction, word?.decision ?? '', person);
    expect(await showHistory(transaction, ida)).toEqual([]);
    await expect(takeBackWord(transaction, word?.decision ?? '', person)).rejects.toMatchObject({ code: 'nothing_said' });
  }));

test('a value set by hand is told with its field, and undoing its run marks it as taken back', () =>
  inside(async (transaction, ida) => {
    const { run } = await setField(transaction, { customer: ida, field: 'email', to: { value: 'ida@new.org' } }, person);
    expect(await showHistory(transaction, ida)).toMatchObject([
      { kind: 'set by hand', tells: 'The e-mail was set to ida@new.org.', run, undo: 'run' },
    ]);
    await undoRun(transaction, run, { ...person, decidedBy: 'peter' });
    expect(await showHistory(transaction, ida)).toMatchObject([{ undo: null, takenBack: { by: 'peter' } }]);
  }));
