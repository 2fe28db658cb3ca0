import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScratchDatabase } from '../../tests/database.ts';
import brokenCustomersSql from './audits/broken-customers.sql';
import brokenLinksSql from './audits/broken-links.sql';
import { resolveAll, type ToyRow, withToyDatabase } from './testing/cast.ts';
import { copyHistory, decisions, historyOf, partition, SPOKEN, take, visitsAstray, wronglyParked } from './testing/history.ts';
import { secondThought } from './testing/second-thoughts.ts';

let scratch: ScratchDatabase;
let mirrorId: string;
beforeAll(async () => {
  scratch = await withToyDatabase();
  mirrorId = await scratch.makeBusiness('mirror');
});
afterAll(() => scratch.drop());

const person = fc.record({
  name: fc.constantFrom(
    'Ann Lee',
    'Anne Lee',
    'A Lee',
    'Ann',
    'Bob Lee',
    'Bob Lee Jr',
    'Cy Roe',
    'Di Roe',
    'Ed Fox',
    'Flo Fox',
    'Guy Kay',
    null,
  ),
  phone: fc.constantFrom('5125550101', '5125550102', '5125550103', null),
  email: fc.constantFrom('one@mail.org', 'two@mail.org', 'noreply@mail.org', null),
  quote: fc.constantFrom('1', '2', null, null),
});
const run = fc.record({ do: fc.constant('resolve' as const), full: fc.boolean() });

test('any order of rows, merges, un-merges, splits, answers, answers taken back, undone runs, edits, removals, returns and runs ends as if only the rows and the decisions had ever been, and loses no decision', async () => {
  await fc.assert(
    fc.asyncProperty(historyOf(person, run, secondThought), async (steps) => {
      await scratch.database.inBusiness(
        scratch.businessId,
        async (transaction) => {
          const removed: ToyRow[] = [];
          for (const one of steps) {
            const said = await decisions(transaction);
            await take(transaction, one, removed);
            if (!SPOKEN.includes(one.do)) expect(await decisions(transaction)).toEqual(said);
          }
          const said = await decisions(transaction);
          await resolveAll(transaction);
          expect(await decisions(transaction)).toEqual(said);
          expect(await wronglyParked(transaction)).toEqual([]);
          expect(await transaction.rows(brokenLinksSql, [transaction.businessId])).toEqual([]);
          expect(await transaction.rows(brokenCustomersSql, [transaction.businessId])).toEqual([]);
          const parts = await partition(transaction);
          expect(await resolveAll(transaction, { full: true })).toMatchObject({
            moved: 0,
            customersCreated: 0,
            customersMerged: 0,
            customersRevived: 0,
            genericChanged: 0,
            householdsChanged: 0,
            customersUpdated: 0,
          });
          expect(await visitsAstray(transaction)).toBe(0);
          await copyHistory(transaction, scratch, mirrorId, async (mirror) => expect(await partition(mirror)).toEqual(parts));
        },
        'dry-run',
      );
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 25), endOnFailure: true },
  );
}, 300_000);
