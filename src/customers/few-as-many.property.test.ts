import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScratchDatabase } from '../../tests/database.ts';
import type { BusinessTransaction } from '../platform/database/database.ts';
import { arriveRows, type ToyRow, withToyDatabase } from './testing/cast.ts';
import { historyOf, type ResolveStep, type Step, take } from './testing/history.ts';
import ledgerSql from './testing/ledger.sql';
import { settleTown } from './testing/town.ts';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withToyDatabase();
  await settleTown(scratch, [scratch.businessId]);
});
afterAll(() => scratch.drop());

/** People of two families, some behind the number and the mailbox of an office, where many meet. */
const person: fc.Arbitrary<ToyRow> = fc.record({
  name: fc.constantFrom(
    'Peter Winterbourne',
    'Pete Winterbourne',
    'P Winterbourne',
    'Peter',
    'Robert Quillfeather',
    'Bob Quillfeather',
    'Ruth Quillfeather',
    'Anna Acker',
    'Cy Roe',
    'Di Fox',
    'Ed Kay',
    'Flo Lund',
    null,
  ),
  email: fc.constantFrom('pwinterbourne@mail.test', 'bobq77@mail.test', 'desk@office.test', 'desk@office.test', 'noreply@mail.org', null),
  phone: fc.constantFrom('3125550171', '3125550177', '3125550199', '3125550199', null),
  street: fc.constantFrom('12 Oak Street', '12 Oak St Apt 3', null),
  zip: fc.constantFrom('60601', null),
});
const run: fc.Arbitrary<ResolveStep> = fc.constant({ do: 'resolve', full: false });

test('rows that travel with the statements and rows in temp tables leave the same ledger, feed, households, values and runs', async () => {
  let generic = 0;
  await fc.assert(
    fc.asyncProperty(historyOf(person, run), async (steps) => {
      const many = await live(steps, async (transaction, one, removed) => take(transaction, one, removed, { leavesMoves: true }));
      const few = await live(steps, (transaction, one, removed) => take(transaction, one, removed));
      expect(few).toEqual(many);
      generic += few.filter(({ what }) => what === 'generic value').length;
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 15), endOnFailure: true },
  );
  expect(generic).toBeGreaterThan(0);
}, 300_000);

test('people who arrive through the door, one call each, are those that an import and a run over everybody make of them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: 2, maxLength: 9 }), async (drawn) => {
      const people = drawn.map((one, at): ToyRow => ({ ...one, key: `comer${at}`, day: '2024-05-01' }));
      const byDoor = await inTown(async (transaction) => {
        for (const one of people) await arriveRows(transaction, [one]);
        return standing(transaction);
      });
      const together = await inTown(async (transaction) => {
        await arriveRows(transaction, people);
        return standing(transaction);
      });
      expect(byDoor).toEqual(together);
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 15), endOnFailure: true },
  );
}, 300_000);

interface Line {
  what: string;
  line: unknown;
}

type Taker = (transaction: BusinessTransaction, one: Step, removed: ToyRow[]) => Promise<void>;

/** Lives through a history; everything that was written on the way. */
function live(steps: readonly Step[], takeStep: Taker): Promise<Line[]> {
  return inTown(async (transaction) => {
    const removed: ToyRow[] = [];
    for (const one of steps) await takeStep(transaction, one, removed);
    await takeStep(transaction, { do: 'resolve', full: false }, removed);
    return transaction.rows<{ what: string; line: unknown }>(ledgerSql, [transaction.businessId]);
  });
}

/** What stands in the end, however it came about. */
async function standing(transaction: BusinessTransaction): Promise<Line[]> {
  const lines = await transaction.rows<{ what: string; line: unknown }>(ledgerSql, [transaction.businessId]);
  return lines.filter(({ what }) => ['record', 'household', 'generic value', 'model'].includes(what));
}

function inTown<T>(work: (transaction: BusinessTransaction) => Promise<T>): Promise<T> {
  return scratch.database.inBusiness(scratch.businessId, work, 'dry-run');
}
