import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modules } from '../../app.ts';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { findBusinesses } from '../../tenancy/index.ts';
import { fileKinds } from '../file-kind.ts';
import { importText } from '../testing/import-text.ts';
import { undoBatch } from './undo-batch.ts';
import type { UndoReport } from './undo-report.ts';

const kinds = fileKinds.collect(modules);

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withDatabase();
});
afterAll(() => scratch.drop());

/** Layouts of the two reports: a column that only some files have must go with the last of them. */
const HEADERS = {
  'lead short': 'Quote #,Branch Name,Status,Sales Person,Time to Contact,Referral Source',
  'lead long': 'Quote #,Branch Name,Status,Sales Person,Time to Contact,Estimator,Estimated Revenue',
  'booking short': 'Quote #,Status,Customer Name,Booked Date',
  'booking long': 'Quote #,Status,Customer Name,Booked Date,Hourly Rate,Estimated Amount',
} as const;
type Layout = keyof typeof HEADERS;

interface DrawnRow {
  layout: Layout;
  quote: number;
  version: number;
}

function lineOf({ layout, quote, version }: DrawnRow): string {
  const status = ['Booked', 'Lost - Price', 'Closed'][version];
  switch (layout) {
    case 'lead short':
      return `${quote},${['CALGARY - Vans', 'AUSTIN - Vans', ''][version]},${status},${['Ava Sample', '', 'Bo Finch'][version]},9m,${['Google', 'Yelp', ''][version]}`;
    case 'lead long':
      return `${quote},CALGARY - Vans,${status},Ava Sample,${version}m,${['Kit Moss', '', 'Lou Dell'][version]},${version * 100}`;
    case 'booking short':
      return `${quote},${status},Ada Lark,5/${version + 1}/2026`;
    case 'booking long':
      return `${quote},${status},Ada Lark,5/${version + 1}/2026,${version * 10},${version * 1000}`;
  }
}

/** One file to a layout, so that an import may hold a row twice. */
function filesOf(rows: readonly DrawnRow[]): Record<string, string> {
  const files: Record<string, string> = {};
  for (const layout of Object.keys(HEADERS) as Layout[]) {
    const lines = rows.filter((row) => row.layout === layout).map(lineOf);
    if (lines.length > 0) files[`${layout}.csv`] = `${[HEADERS[layout], ...lines].join('\n')}\n`;
  }
  return files;
}

const row = fc.record({
  layout: fc.constantFrom(...(Object.keys(HEADERS) as Layout[])),
  quote: fc.integer({ min: 1, max: 3 }),
  version: fc.nat({ max: 2 }),
});
const file = fc.uniqueArray(row, { minLength: 1, maxLength: 8, selector: (each) => `${each.layout} ${each.quote}` });
/** Mostly imports; a number undoes that one of those that stand. */
const action = fc.oneof({ weight: 3, arbitrary: file }, { weight: 2, arbitrary: fc.nat({ max: 9 }) });

test('imports and undos in any order end as if only the imports that stand had been run: rows, what they name, provenance, history, accounts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 2, maxLength: 9 }), async (actions) => {
      const [played, wanted] = [await Business.open(), await Business.open()];
      const standing: { batch: number; rows: DrawnRow[] }[] = [];
      let batches = 0;
      for (const each of actions) {
        if (Array.isArray(each)) {
          await played.import(each);
          batches += 1;
          standing.push({ batch: batches, rows: each });
        } else if (standing.length > 0) {
          const [undone] = standing.splice(each % standing.length, 1);
          if (undone === undefined) continue;
          const report = await played.undo(undone.batch);
          expect(report.keptCount).toBe(0);
        }
      }
      for (const { rows } of standing) await wanted.import(rows);
      expect(await played.state()).toEqual(await wanted.state());
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 12) },
  );
}, 600_000);

describe('a row that a later import had too', () => {
  test('stays when the import that brought it is undone, and is that import’s: file, line, account', async () => {
    const business = await Business.open();
    const lead = { layout: 'lead short', version: 0 } as const;
    await business.import([
      { ...lead, quote: 1 },
      { ...lead, quote: 2 },
    ]);
    await business.import([
      { ...lead, quote: 3 },
      { ...lead, quote: 2 },
    ]);
    const report = await business.undo(1);
    // Quote 1 was in the first file only; quote 2 is line 3 of the second.
    expect(report).toMatchObject({ removed: { lead_status: 1 }, passedOn: { lead_status: 1 }, restored: {}, keptCount: 0 });
    expect(await business.leads()).toEqual([
      { quote_number: '2', batch: 2, line: 3 },
      { quote_number: '3', batch: 2, line: 2 },
    ]);
    expect(await business.accounts()).toEqual([
      { batch: 1, created: 2, kept: 0 },
      { batch: 2, created: 2, kept: 0 },
    ]);
    expect((await business.undo(2)).removed).toEqual({ lead_status: 2 });
    expect(await business.leads()).toEqual([]);
  });

  test('keeps the value that the later import vouched for, when the import that changed it is undone', async () => {
    const business = await Business.open();
    const lead = { layout: 'lead short', quote: 1 } as const;
    for (const version of [0, 1, 1]) await business.import([{ ...lead, version }]);
    expect(await business.undo(2)).toMatchObject({ passedOn: { lead_status: 1 }, restored: {}, keptCount: 0 });
    expect(await business.status()).toBe('Lost - Price');
    await business.undo(3);
    expect(await business.status()).toBe('Booked');
  });
});

/** A business of its own in the scratch database, with the questions this file asks. */
class Business {
  static count = 0;

  private constructor(private readonly scratch: ScratchDatabase) {}

  static async open(): Promise<Business> {
    Business.count += 1;
    return new Business({ ...scratch, businessId: await scratch.makeBusiness(`mover-${Business.count}`) });
  }

  async import(rows: readonly DrawnRow[]): Promise<void> {
    await importText(this.scratch, kinds, filesOf(rows));
  }

  async undo(batch: number): Promise<UndoReport> {
    const business = (await findBusinesses(this.scratch.database)).find(({ id }) => id === this.scratch.businessId);
    if (business === undefined) throw new Error('the scratch business is missing');
    return undoBatch(this.scratch.database, business, batch, {
      modules,
      execute: true,
      signal: new AbortController().signal,
      undoneBy: 'test',
    });
  }

  /** Everything that must be alike; batches by their place among those that stand. */
  async state() {
    const place = `(select count(*)::integer from import.batches as earlier where earlier.state = 'done' and earlier.number <= (select number from import.batches as own where own.id = told.batch_id))`;
    const rowsOf = (table: string) =>
      this.rows(
        `select to_jsonb(told) - '{id,business_id,batch_id,file_id,last_batch_id,created_at,updated_at,branch_id,sales_person_id,lead_source_id,booked_opportunity_id}'::text[] as row,
           ${place} as place, (select name from import.files where id = told.file_id) as file,
           (select city from tenancy.branches where id = told.branch_id) as city,
           (select name from journey.sales_persons where id = told.sales_person_id) as seller
         from ${table} as told order by told.quote_number`,
      );
    return {
      leads: await rowsOf('journey.lead_status'),
      bookings: await rowsOf('journey.booked_opportunities'),
      statuses: await this.rows(
        `select source, quote_number, previous_status, status, reason, ${place} as place from journey.status_changes as told order by source, quote_number, recorded_at, previous_status, status`,
      ),
      booked: await this.rows(
        `select quote_number, event, booked_date, amount, ${place} as place from journey.booking_events as told order by quote_number, recorded_at, event`,
      ),
      accounts: await this.rows(
        `select name, ${place} as place, rows, created, updated + same as kept from import.files as told where state = 'loaded' order by 2, 1`,
      ),
    };
  }

  leads() {
    return this.rows(
      `select lead.quote_number, batch.number as batch, lead.line from journey.lead_status as lead join import.batches as batch on batch.id = lead.batch_id order by 1`,
    );
  }

  accounts() {
    return this.rows(
      `select batch.number as batch, file.created, file.updated + file.same as kept from import.files as file join import.batches as batch on batch.id = file.batch_id order by 1`,
    );
  }

  async status(): Promise<string | undefined> {
    return (await this.rows<{ status: string }>('select status from journey.lead_status'))[0]?.status;
  }

  private rows<Row extends Record<string, unknown>>(sql: string): Promise<Row[]> {
    return this.scratch.database.inBusiness(this.scratch.businessId, (transaction) => transaction.rows<Row>(sql), 'read');
  }
}
