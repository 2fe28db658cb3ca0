import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { modules } from '../../app.ts';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { findBusinesses } from '../../tenancy/index.ts';
import { fileKinds } from '../file-kind.ts';
import { importText } from '../testing/import-text.ts';
import { undoBatch } from './undo-batch.ts';
import type { UndoReport } from './undo-report.ts';

const kinds = fileKinds.collect(modules);
const HEADER = 'Quote #,Branch Name,Status,Sales Person,Time to Contact,Referral Source';

let scratch: ScratchDatabase;
beforeEach(async () => {
  scratch = await withDatabase();
});
afterEach(() => scratch.drop());

describe('undo of an import', () => {
  test('removes what it created and puts back what it overwrote', async () => {
    await importLeads({ 1: 'Booked', 2: 'Booked', 3: 'Booked' });
    const before = await leads();
    const second = await importLeads({ 2: 'Lost', 3: 'Booked', 4: 'Booked' });
    expect(second.totals).toMatchObject({ created: 1, updated: 1, same: 1 });
    const report = await undo(2);
    expect(report).toMatchObject({ removed: { lead_status: 1 }, restored: { lead_status: 1 }, keptCount: 0 });
    expect(await leads()).toEqual(before);
  });

  test('a dry run changes nothing and says what executing does', async () => {
    await importLeads({ 1: 'Booked' });
    const planned = await undo(1, false);
    expect(await leads()).toHaveLength(1);
    const { dryRun: _planned, ...wanted } = planned;
    const { dryRun: _done, ...done } = await undo(1);
    expect(done).toEqual(wanted);
  });

  test('keeps rows that somebody edited since, and names them', async () => {
    await importLeads({ 1: 'Booked', 2: 'Booked' });
    await editByHand('1');
    const report = await undo(1);
    expect(report.removed).toEqual({ lead_status: 1 });
    expect(report.kept).toEqual([
      { table: 'journey.lead_status', key: '1', line: 2, reason: expect.stringMatching(/^edited by hand on \d{4}-\d{2}-\d{2}$/) },
    ]);
    expect((await leads()).map((lead) => lead.quote_number)).toEqual(['1']);
  });

  test('leaves rows that a later import changed, and says how many: they are that import’s now', async () => {
    await importLeads({ 1: 'Booked', 2: 'Booked' });
    await importLeads({ 1: 'Lost' });
    const report = await undo(1);
    expect(report).toMatchObject({ removed: { lead_status: 1 }, passedOn: { lead_status: 1 }, keptCount: 0 });
  });

  test('undone newest first, nothing is left of any import', async () => {
    await importLeads({ 1: 'Booked', 2: 'Booked' });
    await importLeads({ 1: 'Lost', 3: 'Booked' });
    await undo(2);
    await undo(1);
    expect(await leads()).toEqual([]);
    expect(await count('journey.status_changes')).toBe(0);
    expect(await count('import.row_changes')).toBe(0);
  });

  test('a row that one batch created and overwrote again by a later file goes away whole', async () => {
    await importText(scratch, kinds, {
      'a lead-status.csv': `${HEADER}\n1,,Booked,,9m,\n`,
      'b lead-status.csv': `${HEADER}\n1,,Lost,,9m,\n`,
    });
    await undo(1);
    expect(await leads()).toEqual([]);
  });

  test('undone oldest first, nothing is left either, and no value of an undone import comes back', async () => {
    await importLeads({ 1: 'Booked', 2: 'Booked' });
    await importLeads({ 1: 'Lost', 3: 'Booked' });
    await importLeads({ 1: 'Closed', 3: 'Lost' });
    expect(await undo(2)).toMatchObject({ removed: {}, passedOn: { lead_status: 2 }, keptCount: 0 });
    await undo(3);
    expect((await leads()).map(({ quote_number, status }) => [quote_number, status])).toEqual([
      ['1', 'Booked'],
      ['2', 'Booked'],
    ]);
    await importLeads({ 2: 'Lost' });
    await undo(1);
    expect((await leads()).map(({ quote_number, status }) => [quote_number, status])).toEqual([['2', 'Lost']]);
    await undo(4);
    expect(await leads()).toEqual([]);
    expect(await count('import.row_changes')).toBe(0);
  });

  test('an edit made between two imports survives the undo of both', async () => {
    await importLeads({ 1: 'Booked' });
    await importLeads({ 1: 'Lost' });
    await editByHand('1');
    await importLeads({ 1: 'Closed' });
    await undo(2);
    await undo(3);
    expect((await leads()).map(({ quote_number, status }) => [quote_number, status])).toEqual([['1', 'Lost']]);
  });

  test('a value that returns finds its branch and person again, also when they were dropped because no row named them', async () => {
    await importText(scratch, kinds, { 'lead-status.csv': `${HEADER}\n1,CALGARY 🇨🇦 - Vans,Booked,Ava Sample,9m,Google\n` });
    await importText(scratch, kinds, { 'lead-status.csv': `${HEADER}\n1,DENVER 🇺🇸 - Vans,Booked,Bo Finch,9m,Yelp\n` });
    await importLeads({ 2: 'Booked' });
    await undo(3);
    expect(await count('tenancy.branches')).toBe(1);
    await undo(2);
    const named = await scratch.database.inBusiness(scratch.businessId, (transaction) =>
      transaction.rows(
        `select branch.city, person.name as person, source.name as source from journey.lead_status as lead
         join tenancy.branches as branch on branch.id = lead.branch_id
         join journey.sales_persons as person on person.id = lead.sales_person_id
         join journey.lead_sources as source on source.id = lead.lead_source_id
         where lead.business_id = $1`,
        [scratch.businessId],
      ),
    );
    expect(named).toEqual([{ city: 'Calgary', person: 'Ava Sample', source: 'Google' }]);
    expect([await count('tenancy.branches'), await count('journey.sales_persons'), await count('journey.lead_sources')]).toEqual([1, 1, 1]);
  });

  test('takes the quarantined rows with it and tells of a second undo', async () => {
    await importText(scratch, kinds, { 'lead-status.csv': `${HEADER}\n,,Booked,,9m,\n1,,Booked,,9m,\n` });
    await undo(1);
    const open = await scratch.database.inBusiness(scratch.businessId, (transaction) =>
      transaction.rows(`select state from import.quarantined_rows where business_id = $1`, [scratch.businessId]),
    );
    expect(open).toEqual([{ state: 'undone' }]);
    await expect(undo(1)).rejects.toMatchObject({ code: 'already_undone' });
    await expect(undo(7)).rejects.toMatchObject({ code: 'no_such_batch' });
  });

  test('lookups that only this import named go too, those that others use stay', async () => {
    await importText(scratch, kinds, { 'lead-status.csv': `${HEADER}\n1,CALGARY 🇨🇦 - Vans,Booked,Ava Sample,9m,Google\n` });
    await importText(scratch, kinds, { 'lead-status.csv': `${HEADER}\n2,DENVER 🇺🇸 - Vans,Booked,Ava Sample,9m,Yelp\n` });
    await undo(2);
    const names = (table: string) =>
      scratch.database.inBusiness(scratch.businessId, async (transaction) =>
        (await transaction.rows<{ name: string }>(`select name from ${table} where business_id = $1 order by 1`, [scratch.businessId])).map(
          (row) => row.name,
        ),
      );
    expect(await count('tenancy.branches')).toBe(1);
    expect(await names('journey.sales_persons')).toEqual(['Ava Sample']);
    expect(await names('journey.lead_sources')).toEqual(['Google']);
  });
});

test('any sequence of imports, undone in any order it allows, ends as if only the others had been run', async () => {
  const file = fc.dictionary(fc.integer({ min: 1, max: 6 }).map(String), fc.constantFrom('Booked', 'Lost', 'Closed'), {
    minKeys: 1,
    maxKeys: 5,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 5 }), fc.nat(), async (files, seed) => {
      const fresh = await withDatabase();
      const previous = scratch;
      scratch = fresh;
      try {
        for (const rows of files) await importLeads(rows);
        // Undo a suffix: what remains must equal the fold of the files before it.
        const keep = seed % (files.length + 1);
        for (let batch = files.length; batch > keep; batch -= 1) await undo(batch);
        const expected = Object.assign({}, ...files.slice(0, keep)) as Record<string, string>;
        const present = Object.fromEntries((await leads()).map((lead) => [lead.quote_number, lead.status]));
        expect(present).toEqual(expected);
      } finally {
        scratch = previous;
        await fresh.drop();
      }
    }),
    { numRuns: 12, seed: 20261120 },
  );
});

async function importLeads(rows: Record<string, string>) {
  const lines = Object.entries(rows).map(([quote, status]) => `${quote},,${status},,9m,`);
  return importText(scratch, kinds, { 'lead-status.csv': `${[HEADER, ...lines].join('\n')}\n` });
}

async function undo(batch: number, execute = true): Promise<UndoReport> {
  const business = (await findBusinesses(scratch.database)).find((candidate) => candidate.id === scratch.businessId);
  if (business === undefined) throw new Error('the scratch business is missing');
  return undoBatch(scratch.database, business, batch, { modules, execute, signal: new AbortController().signal, undoneBy: 'test' });
}

function leads(): Promise<{ quote_number: string; status: string }[]> {
  return scratch.database.inBusiness(scratch.businessId, (transaction) =>
    transaction.rows(
      'select quote_number, status, status_group, line, last_batch_id, updated_at from journey.lead_status where business_id = $1 order by quote_number',
      [scratch.businessId],
    ),
  );
}

async function count(table: string): Promise<number> {
  return scratch.database.inBusiness(
    scratch.businessId,
    async (transaction) =>
      (await transaction.one<{ n: number }>(`select count(*)::integer as n from ${table} where business_id = $1`, [scratch.businessId])).n,
  );
}

async function editByHand(quote: string): Promise<void> {
  await scratch.database.inBusiness(scratch.businessId, (transaction) =>
    transaction.run('update journey.lead_status set referral_source = $3, edited_at = now() where business_id = $1 and quote_number = $2', [
      scratch.businessId,
      quote,
      'Friend',
    ]),
  );
}
