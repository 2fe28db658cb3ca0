import fc from 'fast-check';
import { expect, test } from 'vitest';
import { modules } from '../../src/app.ts';
import { keepAllRows } from '../../src/catalogue/keeping/keep-rows.ts';
import { differingCopies } from '../../src/catalogue/testing/differing-copies.ts';
import { dependentPointers, mergeCustomers, recordSources, unmergeCustomer } from '../../src/customers/index.ts';
import { fileKinds } from '../../src/import/file-kind.ts';
import { importText } from '../../src/import/testing/import-text.ts';
import { undoBatch } from '../../src/import/undo/undo-batch.ts';
import { buildJourney } from '../../src/journey/build-journey.ts';
import { QUIET } from '../../src/journey/testing/make-rows.ts';
import type { BusinessTransaction } from '../../src/platform/database/database.ts';
import { findBusinesses } from '../../src/tenancy/choose-business.ts';
import { type ScratchDatabase, withDatabase } from '../database.ts';
import { findOffences } from './find-offences.ts';
import { differencesOf, type Fingerprint, fingerprint } from './fingerprint.ts';
import { filesOf, KINDS, keyOf, PERSONS, personOf, WORLD, type WorldRow } from './small-world.ts';
import { WorldModel } from './world-model.ts';

const SEQUENCES = Number.parseInt(process.env.THROUGHLINE_SEQUENCES ?? '10', 10);

type Action =
  | { do: 'import'; rows: WorldRow[] }
  | { do: 'build' }
  | { do: 'merge'; keep: number; other: number }
  | { do: 'unmerge'; person: number }
  | { do: 'edit'; nth: number }
  | { do: 'undo'; nth: number }
  | { do: 'restart' };

const person = fc.nat({ max: PERSONS.length - 1 });
const row: fc.Arbitrary<WorldRow> = fc
  .record({ kind: fc.constantFrom(...KINDS), person, nth: fc.constantFrom<0 | 1>(0, 1), version: fc.nat({ max: 2 }) })
  // A lost lead carries a name and a quote number, no more: it is somebody's only through the quote of everybody's first job.
  .map((drawn) => (drawn.kind === 'lost_leads' ? { ...drawn, nth: 0 } : drawn));
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('import' as const),
      rows: fc.uniqueArray(row, { minLength: 1, maxLength: 12, selector: (each) => `${each.kind} ${keyOf(each)}` }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('build' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('merge' as const), keep: person, other: person }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unmerge' as const), person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('edit' as const), nth: fc.nat({ max: 50 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), nth: fc.nat({ max: 10 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
);

/** What grows with everything that is done; and the decisions people made, which stay. */
const HISTORY = [
  // When and by which run a pair was found: a question that went and came again is a new one.
  ...['customers.proposals.found_at', 'customers.proposals.run_id'],
  ...[
    'import.batches',
    'import.files',
    'import.raw_files',
    'import.row_changes',
    'tenancy.audit_log',
    'journey.script_execution_log',
    'journey.integrity_check_history',
  ],
  ...['customers.runs', 'customers.links', 'customers.merges', 'customers.changes', 'customers.decisions'],
  // Which import first named a lookup: one that was dropped in between was named first by a later one.
  ...[
    'tenancy.branches',
    'journey.branch_spellings',
    'journey.sales_persons',
    'journey.sales_person_spellings',
    'journey.lead_sources',
    'journey.lead_source_spellings',
  ].map((table) => `${table}.batch_id`),
];

test(`${SEQUENCES} random sequences of import, build, merge, un-merge, edit and undo end where they must (THROUGHLINE_SEQUENCES sets how many)`, {
  timeout: 3_600_000,
}, async () => {
  await fc.assert(fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 14 }), runSequence), {
    numRuns: SEQUENCES,
    seed: 20_261_120,
    endOnFailure: process.env.THROUGHLINE_SEQUENCES === undefined,
  });
});

async function runSequence(actions: readonly Action[]): Promise<void> {
  const world = await SmallBusiness.open();
  try {
    for (const each of actions) {
      await world.act(each);
      await world.check();
    }
    await world.end();
  } finally {
    await world.close();
  }
}

/** A business and the model of it, moved in step. */
class SmallBusiness {
  readonly #scratch: ScratchDatabase;
  readonly #model = new WorldModel();
  /** Who was merged into whom. */
  readonly #parents = new Map<number, number>();
  /** The customer id each person got first. */
  #ids: string[] = [];
  #start: Fingerprint = {};
  #hasEdits = false;
  #hasRestarted = false;
  /** The import that everybody's first job is from. */
  #first = 1;

  private constructor(scratch: ScratchDatabase) {
    this.#scratch = scratch;
  }

  /** Everybody has a job from the first import, which is undone only to be imported again: so everybody stays somebody. */
  static async open(): Promise<SmallBusiness> {
    const world = new SmallBusiness(await withDatabase());
    await world.#importFirst();
    world.#start = await world.#fingerprint();
    return world;
  }

  async act(wanted: Action): Promise<void> {
    switch (wanted.do) {
      case 'import':
        this.#model.import(wanted.rows);
        await importText(this.#scratch, fileKinds.collect(modules), filesOf(wanted.rows));
        return;
      case 'build':
        await this.#build();
        return;
      case 'merge': {
        const [keep, other] = [this.#rootOf(wanted.keep), this.#rootOf(wanted.other)];
        if (keep === other) return;
        this.#parents.set(other, keep);
        await this.#inBusiness((transaction) =>
          mergeCustomers(transaction, this.#ids[keep] ?? '', [this.#ids[other] ?? ''], this.#decision()),
        );
        return;
      }
      case 'unmerge':
        if (this.#parents.delete(wanted.person))
          await this.#inBusiness((transaction) => unmergeCustomer(transaction, this.#ids[wanted.person] ?? '', this.#decision()));
        return;
      case 'edit':
        await this.#edit(wanted.nth);
        return;
      case 'undo': {
        const batches = this.#undoable();
        const batch = batches[wanted.nth % Math.max(1, batches.length)];
        if (batch !== undefined) await this.#undo(batch);
        return;
      }
      case 'restart':
        // Whom people merged stays merged, although every row that they said it about was gone.
        for (const batch of [...this.#undoable().reverse(), this.#first]) await this.#undo(batch);
        this.#hasRestarted = true;
        await this.#importFirst();
    }
  }

  /** After every step: the promises hold, every row is as the model says, everybody's rows are with whom they belong to, and copies are alike. */
  async check(): Promise<void> {
    expect(await findOffences({ rows: (sql) => this.#rows(sql) })).toEqual([]);
    expect(await this.#foundRows()).toEqual(
      [...this.#model.rows.values()]
        .map(({ kind, key, version, isMarked }) => `${kind} ${key} v${version}${isMarked ? ' edited' : ''}`)
        .sort(),
    );
    expect(await this.#misplacedRecords()).toEqual([]);
    // Only copies of tables that the step wrote are compared; all of them must say what the tables say.
    await keepAllRows(this.#scratch.database, this.#scratch.businessId);
    expect(await differingCopies(this.#scratch.database, this.#scratch.businessId)).toEqual([]);
  }

  /** Un-merged and undone to the end, everybody is as at the start: the same ids, the same rows, no lookup left over. */
  async end(): Promise<void> {
    for (const each of [...this.#parents.keys()]) await this.act({ do: 'unmerge', person: each });
    await this.#build();
    await this.check();
    for (const batch of this.#undoable().reverse()) await this.#undo(batch);
    await this.#build();
    await this.check();
    if (!this.#hasEdits && !this.#hasRestarted) expect(differencesOf(this.#start, await this.#fingerprint())).toEqual([]);
  }

  close(): Promise<void> {
    return this.#scratch.drop();
  }

  async #importFirst(): Promise<void> {
    this.#ids = [];
    await this.act({ do: 'import', rows: [...PERSONS.keys()].map((each) => ({ kind: 'jobs', person: each, nth: 0, version: 0 })) });
    this.#first = this.#model.batches;
    await this.#build();
    const founders = await this.#rows<{ id: string; source: string; key: string }>(
      `select customer.id, record.source, coalesce(bad.provider, record.source_key) as key
       from customers.customers as customer
       join customers.records as record on record.id = customer.founding_record_id
       left join journey.bad_leads as bad on bad.id = record.source_id`,
    );
    this.#ids = [...PERSONS.keys()].map(
      (each) => founders.find(({ source, key }) => personOf(source.replace('journey.', ''), key) === each)?.id ?? '',
    );
  }

  async #build(): Promise<void> {
    await buildJourney(this.#scratch.database, this.#scratch.businessId, {
      ...QUIET,
      execute: true,
      signal: new AbortController().signal,
      recordSources: recordSources.collect(modules),
      dependentPointers: dependentPointers.collect(modules),
    });
  }

  async #edit(nth: number): Promise<void> {
    const rows = [...this.#model.rows.values()];
    const chosen = rows[nth % rows.length];
    if (chosen === undefined) return;
    const { table, key, mark } = WORLD[chosen.kind];
    this.#model.edit(chosen);
    this.#hasEdits = true;
    await this.#inBusiness((transaction) =>
      transaction.run(`update ${table} set ${mark} = '77', edited_at = $3, updated_at = $3 where business_id = $1 and ${key} = $2`, [
        transaction.businessId,
        chosen.key,
        new Date(),
      ]),
    );
  }

  async #undo(batch: number): Promise<void> {
    this.#model.undo(batch);
    const business = (await findBusinesses(this.#scratch.database)).find(({ id }) => id === this.#scratch.businessId);
    if (business === undefined) throw new Error('the scratch business is missing');
    await undoBatch(this.#scratch.database, business, batch, {
      modules,
      execute: true,
      signal: new AbortController().signal,
      undoneBy: 'test',
    });
  }

  /** All but the one that everybody's first job is from. */
  #undoable(): number[] {
    return Array.from({ length: this.#model.batches }, (_, index) => index + 1).filter(
      (batch) => batch !== this.#first && !this.#model.undone.has(batch),
    );
  }

  #rootOf(each: number): number {
    const parent = this.#parents.get(each);
    return parent === undefined ? each : this.#rootOf(parent);
  }

  #decision() {
    return { decidedBy: 'test', sources: recordSources.collect(modules), dependents: dependentPointers.collect(modules) };
  }

  async #foundRows(): Promise<string[]> {
    const statements = KINDS.map((kind) => {
      const { table, key, version, mark } = WORLD[kind];
      return `select '${kind} ' || ${key} || ' v' || ${version}::numeric::integer || case when ${mark}::text = '77' then ' edited' else '' end as text from ${table}`;
    });
    return (await this.#rows<{ text: string }>(statements.join(' union all '))).map(({ text }) => text).sort();
  }

  /** Records, resolved so far, that are with another customer than the person they belong to stands for now. */
  async #misplacedRecords(): Promise<string[]> {
    const records = await this.#rows<{ source: string; key: string; customer_id: string }>(
      `select record.source, coalesce(bad.provider, record.source_key) as key, record.customer_id
       from customers.records as record left join journey.bad_leads as bad on bad.id = record.source_id
       where record.customer_id is not null`,
    );
    return records.flatMap(({ source, key, customer_id }) => {
      const owner = personOf(source.replace('journey.', ''), key);
      const wanted = owner === undefined ? undefined : this.#ids[this.#rootOf(owner)];
      // Until the first build there are no ids to compare with.
      return this.#ids.length === 0 || customer_id === wanted
        ? []
        : [`${source} ${key} is with ${this.#ids.indexOf(customer_id)}, not with ${owner}`];
    });
  }

  #fingerprint(): Promise<Fingerprint> {
    return fingerprint(this.#scratch.database, this.#scratch.businessId, HISTORY);
  }

  #inBusiness<T>(work: (transaction: BusinessTransaction) => Promise<T>): Promise<T> {
    return this.#scratch.database.inBusiness(this.#scratch.businessId, work);
  }

  #rows<Row extends Record<string, unknown>>(sql: string): Promise<Row[]> {
    return this.#scratch.database.inBusiness(this.#scratch.businessId, (transaction) => transaction.rows<Row>(sql), 'read');
  }
}
