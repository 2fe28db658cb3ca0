import { emitRecords, refreshPointers, resolveCustomers, type EmitReport, type ResolveReport } from '../../customers/index.ts';
import type { BusinessTransaction, Database } from '../../platform/database/database.ts';
import type { MaintenanceStep, StepOptions, StepReport } from '../maintenance-step.ts';

const NAME = 'resolve_customers';

/** Person records from every module's rows, who is who among them, and every row's customer. */
export const resolveCustomersStep: MaintenanceStep = {
  name: NAME,
  title: 'find out who is who and point every row at its customer',

  async run(transaction, options) {
    const found = await findPeople(transaction, options);
    const pointers = await refreshPointers(transaction, {
      sources: options.recordSources,
      dependents: options.dependentPointers,
      moved: movedBySource(found),
    });
    return reportOf(found, pointers);
  },

  async execute(database, businessId, options) {
    const found = await database.inBusiness(businessId, (transaction) => findPeople(transaction, options));
    const pointers = await refreshInLanes(database, businessId, pointerTasks(options, movedBySource(found)));
    return reportOf(found, pointers);
  },
};

interface Found {
  records: EmitReport;
  people: ResolveReport;
}

/** Rows that are new or changed: those that may have another customer than before. */
function movedBySource({ records }: Found): Map<string, number> {
  return new Map(Object.entries(records.bySource).map(([source, { created, updated }]) => [source, created + updated]));
}

async function findPeople(transaction: BusinessTransaction, options: StepOptions): Promise<Found> {
  const records = await emitRecords(transaction, { sources: options.recordSources });
  const people = await resolveCustomers(transaction, { startedBy: options.startedBy, match: 'when quick' });
  return { records, people };
}

const LANES = 2;

/** Refreshes one table; `waits` names the tables that must be done before. */
interface PointerTask {
  table: string;
  waits: readonly string[];
  refresh(transaction: BusinessTransaction): Promise<Record<string, number>>;
}

/**
 * Every table's pointers, two tables at a time: after a first import nearly every row gets its
 * customer, and one connection keeps one core busy. Dependent tables go as soon as those they
 * read are done, the others in the order they are listed in.
 */
async function refreshInLanes(database: Database, businessId: string, tasks: readonly PointerTask[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const waiting = [...tasks];
  const lane = async (): Promise<void> => {
    for (;;) {
      const at = waiting.findIndex(({ waits }) => waits.every((table) => counts[table] !== undefined));
      const [task] = at < 0 ? [] : waiting.splice(at, 1);
      // What is left waits for the other lane, which takes it over when it is done.
      if (task === undefined) return;
      Object.assign(counts, await database.inBusiness(businessId, (transaction) => task.refresh(transaction)));
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: LANES }, lane));
  const failed = ended.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return counts;
}

function pointerTasks(options: StepOptions, moved: ReadonlyMap<string, number>): PointerTask[] {
  const known = new Set(options.recordSources.map(({ source }) => source));
  return [
    ...options.dependentPointers.map((dependent) => ({
      table: dependent.name,
      waits: dependent.after.filter((table) => known.has(table)),
      refresh: (transaction: BusinessTransaction) => refreshPointers(transaction, { sources: [], dependents: [dependent], moved }),
    })),
    ...options.recordSources.map((source) => ({
      table: source.source,
      waits: [],
      refresh: (transaction: BusinessTransaction) => refreshPointers(transaction, { sources: [source], dependents: [], moved }),
    })),
  ];
}

function reportOf({ records, people }: Found, pointers: Record<string, number>): StepReport {
  const { records: looked, unresolved, ...written } = people;
  return {
    name: NAME,
    changed: records.created + records.updated + records.removed + records.customersRemoved + sum(written) + sum(pointers),
    unresolved,
    details: { records, recordsLookedAt: looked, people: written, pointers },
  };
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
