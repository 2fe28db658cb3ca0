import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withDatabase, type ScratchDatabase } from '../../../tests/database.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { insertRow, makeLead, QUIET } from '../testing/make-rows.ts';
import { ensureSalesPersons } from '../sales-persons/ensure-sales-persons.ts';
import { linkOrphanedPerformanceRecords } from './link-orphaned-performance-records.ts';
import { similarity } from './similarity.ts';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await withDatabase();
});
afterAll(() => scratch.drop());

function claim(title: string, work: (transaction: BusinessTransaction) => Promise<void>): void {
  it(title, () => scratch.database.inBusiness(scratch.businessId, work, 'dry-run'));
}

async function linked(
  transaction: BusinessTransaction,
): Promise<Record<string, [person: string | null, method: string | null, confidence: number | null]>> {
  const rows = await transaction.rows<{ name: string; person: string | null; method: string | null; confidence: number | null }>(
    `select performance.name, person.name as person, performance.link_method as method, performance.link_confidence::float8 as confidence
     from (
       select name, sales_person_id, link_method, link_confidence from journey.user_performance where business_id = $1
       union all
       select name, sales_person_id, link_method, link_confidence from journey.sales_performance where business_id = $1
     ) as performance
     left join journey.sales_persons as person on person.business_id = $1 and person.id = performance.sales_person_id`,
    [transaction.businessId],
  );
  return Object.fromEntries(rows.map((row) => [row.name, [row.person, row.method, row.confidence]]));
}

async function people(transaction: BusinessTransaction, ...names: string[]): Promise<void> {
  for (const name of names) await makeLead(transaction, String(Math.random()), { sales_person: name });
  await ensureSalesPersons(transaction, names, null);
}

const calls = (transaction: BusinessTransaction, name: string) => insertRow(transaction, 'journey.user_performance', { name });
const sales = (transaction: BusinessTransaction, name: string) => insertRow(transaction, 'journey.sales_performance', { name });
const run = (transaction: BusinessTransaction) => linkOrphanedPerformanceRecords.run(transaction, QUIET);

describe('similarity', () => {
  // Ratios of Python's difflib.SequenceMatcher(None, a, b).ratio(), worked out by hand:
  // "jon smith"/"john smith": blocks "jo" and "n smith" = 9 letters, 2 * 9 / 19.
  it.each([
    ['jon smith', 'john smith', 18 / 19],
    ['maria gomez', 'maria lopez', 18 / 22],
    ['abcd', 'bcde', 6 / 8],
    ['abc', 'xyz', 0],
    ['', '', 1],
    ['', 'a', 0],
  ])('%s and %s', (one, other, ratio) => {
    expect(similarity(one, other)).toBeCloseTo(ratio, 10);
  });

  it('is 1 for a text and itself, and lies between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const ratio = similarity(one, other);
        return similarity(one, one) === 1 && ratio >= 0 && ratio <= 1;
      }),
    );
  });
});

claim('exact, then the same name in another dress, then at least 0.75 alike, each with its confidence', async (transaction) => {
  await people(transaction, 'Ava Sample', 'Jon Smith', 'Zoe Stone');
  await calls(transaction, ' ava sample');
  await calls(transaction, 'Zoe Stone (English & French)');
  await sales(transaction, 'John Smith');
  await sales(transaction, 'Zoe Stone');
  expect(await run(transaction)).toMatchObject({
    changed: 4,
    unresolved: 0,
    details: { linkedBy: { exact: 2, normalized: 1, similar: 1 } },
  });
  expect(await linked(transaction)).toEqual({
    ' ava sample': ['Ava Sample', 'exact', 1],
    'Zoe Stone (English & French)': ['Zoe Stone', 'normalized', 0.98],
    'John Smith': ['Jon Smith', 'similar', 0.9474],
    'Zoe Stone': ['Zoe Stone', 'exact', 1],
  });
});

claim('two people who share a first name are not alike, whatever the letters say', async (transaction) => {
  await people(transaction, 'Maria Gomez');
  await calls(transaction, 'Maria Lopez');
  const report = await run(transaction);
  expect(report).toMatchObject({
    changed: 0,
    unresolved: 1,
    details: { unmatched: [{ source: 'user_performance', name: 'Maria Lopez', nearest: 'Maria Gomez' }] },
  });
});

claim('when two people are equally alike, neither is taken and both are listed', async (transaction) => {
  await people(transaction, 'Jan Smith', 'Jon Smith');
  await calls(transaction, 'Jen Smith');
  const report = await run(transaction);
  expect(await linked(transaction)).toEqual({ 'Jen Smith': [null, null, null] });
  expect(report).toMatchObject({ unresolved: 1, details: { ambiguous: [{ name: 'Jen Smith', candidates: ['Jan Smith', 'Jon Smith'] }] } });
});

claim('a better match that comes later takes its place; a link by hand stays', async (transaction) => {
  await people(transaction, 'Jon Smith');
  await calls(transaction, 'John Smith');
  const byHand = await sales(transaction, 'John Smith');
  await transaction.run(
    `update journey.sales_performance set sales_person_id = (select id from journey.sales_persons where business_id = $1), link_method = 'manual' where business_id = $1 and id = $2`,
    [transaction.businessId, byHand],
  );
  await run(transaction);
  await people(transaction, 'John Smith');
  await run(transaction);
  const methods = await transaction.rows(
    'select link_method from journey.user_performance where business_id = $1 union all select link_method from journey.sales_performance where business_id = $1',
    [transaction.businessId],
  );
  expect(methods).toEqual([{ link_method: 'exact' }, { link_method: 'manual' }]);
  expect((await run(transaction)).changed).toBe(0);
});

it('another business is untouched', async () => {
  const other = await scratch.makeBusiness('other-mover');
  await scratch.database.inBusiness(other, async (transaction) => {
    await people(transaction, 'Ava Sample');
    await calls(transaction, 'Ava Sample');
  });
  await scratch.database.inBusiness(scratch.businessId, run);
  expect(await scratch.database.inBusiness(other, linked)).toEqual({ 'Ava Sample': [null, null, null] });
});
