import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScratchDatabase } from '../../tests/database.ts';
import type { BusinessTransaction } from '../platform/database/database.ts';
import { uuidV7 } from '../platform/uuid.ts';
import brokenCustomersSql from './audits/broken-customers.sql';
import brokenLinksSql from './audits/broken-links.sql';
import { addRows, resolveAll, type ToyRow, withToyDatabase } from './testing/cast.ts';
import { copyHistory, historyOf, partition, take, visitsAstray } from './testing/history.ts';
import { settleTown } from './testing/town.ts';

/** The town and its mirror know one model, learnt before any history begins. */
let scratch: ScratchDatabase;
let mirrorId: string;
beforeAll(async () => {
  scratch = await withToyDatabase();
  mirrorId = await scratch.makeBusiness('mirror');
  await settleTown(scratch, [scratch.businessId, mirrorId]);
});
afterAll(() => scratch.drop());

/** A few people and their families, as they write themselves down from time to time. */
const person: fc.Arbitrary<ToyRow> = fc.record({
  name: fc.constantFrom(
    'Peter Winterbourne',
    'Pete Winterbourne',
    'Peter Winterborn',
    'P Winterbourne',
    'Winterbourne, Peter',
    'Petra Winterbourne',
    'Peter Winterbourne Jr',
    'Robert Quillfeather',
    'Bob Quillfeather',
    'Roberta Quillfeather',
    'Bob & Ruth Quillfeather',
    'Ruth Quillfeather',
    'Anna Acker',
    null,
  ),
  email: fc.constantFrom(
    'pwinterbourne@mail.test',
    'pwinterbourne@post.test',
    'quillfeather@mail.test',
    'bobq77@mail.test',
    'bobq77@post.test',
    null,
  ),
  phone: fc.constantFrom('3125550171', '3125550177', '3125550181', '3125550183', '3125550187', null),
  street: fc.constantFrom('12 Oak Street', '12 Oak St Apt 3', '4400 Juniper Lane', null),
  zip: fc.constantFrom('60601', '60647', null),
});
const run = fc.record({
  do: fc.constant('resolve' as const),
  full: fc.boolean(),
  match: fc.constantFrom(undefined, 'always' as const, 'when quick' as const),
});

test('by all evidence as by exact rules, any history ends as if only the rows and the decisions had ever been', async () => {
  let joined = 0;
  await fc.assert(
    fc.asyncProperty(historyOf(person, run), async (steps) => {
      await scratch.database.inBusiness(
        scratch.businessId,
        async (transaction) => {
          const removed: ToyRow[] = [];
          for (const one of steps) await take(transaction, one, removed);
          await resolveAll(transaction);
          expect(await transaction.rows(brokenLinksSql, [transaction.businessId])).toEqual([]);
          expect(await transaction.rows(brokenCustomersSql, [transaction.businessId])).toEqual([]);
          const found = await findings(transaction);
          joined += found.proposals.length;
          // A run over everybody finds nothing that the runs over parts left undone.
          expect(await resolveAll(transaction, { match: 'always' })).toMatchObject(NOTHING_CHANGED);
          expect(await findings(transaction)).toEqual(found);
          expect(await visitsAstray(transaction)).toBe(0);
          await copyHistory(transaction, scratch, mirrorId, async (mirror) => expect(await findings(mirror)).toEqual(found));
        },
        'dry-run',
      );
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 20), endOnFailure: true },
  );
  // The people above are so alike that some must be found by evidence: else nothing was tested.
  expect(joined).toBeGreaterThan(0);
}, 300_000);

test('people who come one by one, in any order, or all together are the same customers', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 2, maxLength: 8 }).chain((people) => fc.tuple(fc.constant(people), order(people.length))),
      async ([drawn, turns]) => {
        // Whoever comes when, a row's id tells its age.
        const people = drawn.map((one, at): ToyRow => ({ ...one, id: uuidV7(Date.parse('2024-06-01') + at) }));
        const together = await arrive([people]);
        expect(await arrive(turns.map((turn) => turn.map((at) => people[at] ?? {})))).toEqual(together);
      },
    ),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 20), endOnFailure: true },
  );
}, 300_000);

const NOTHING_CHANGED = {
  moved: 0,
  customersCreated: 0,
  customersMerged: 0,
  customersRevived: 0,
  genericChanged: 0,
  householdsChanged: 0,
  customersUpdated: 0,
  proposalsChanged: 0,
};

const COMPARED = `
  select a.source_id as a, b.source_id as b, pair.probability::float8 as probability
  from customers.likely_pairs as pair
  join customers.records as a on a.business_id = $1 and a.id = pair.record_a
  join customers.records as b on b.business_id = $1 and b.id = pair.record_b
  where pair.business_id = $1
  order by 1, 2`;
const PROPOSED = `
  select record_a, record_b, probability::float8 as probability, state, reasons from customers.proposals where business_id = $1 order by 1, 2`;
const KEPT = `
  select record_id, mailbox_hash, phone_hash, name_hash, partner_hash, zip_hash, house_hash
  from customers.compared_records where business_id = $1 order by record_id`;

/** Who is who, and everything that was found on the way there. */
async function findings(
  transaction: BusinessTransaction,
): Promise<{ parts: string[][]; proposals: unknown[]; likely: unknown[]; compared: unknown[] }> {
  const read = (sql: string): Promise<unknown[]> => transaction.rows(sql, [transaction.businessId]);
  return { parts: await partition(transaction), proposals: await read(PROPOSED), likely: await read(COMPARED), compared: await read(KEPT) };
}

/** Numbers 0 to n - 1 in any order, some of them together: the turns in which people come. */
function order(n: number): fc.Arbitrary<number[][]> {
  return fc
    .tuple(
      fc.shuffledSubarray([...Array(n).keys()], { minLength: n, maxLength: n }),
      fc.array(fc.boolean(), { minLength: n, maxLength: n }),
    )
    .map(([people, breaks]) => {
      const turns: number[][] = [[]];
      for (const [at, one] of people.entries()) {
        if (breaks[at] === true) turns.push([]);
        turns.at(-1)?.push(one);
      }
      return turns.filter((turn) => turn.length > 0);
    });
}

/** Lets people come turn by turn, the resolver running after each; what was found at the end. */
async function arrive(turns: readonly (readonly ToyRow[])[]): ReturnType<typeof findings> {
  return scratch.database.inBusiness(
    scratch.businessId,
    async (transaction) => {
      for (const turn of turns) {
        await addRows(transaction, turn);
        await resolveAll(transaction);
      }
      return findings(transaction);
    },
    'dry-run',
  );
}
