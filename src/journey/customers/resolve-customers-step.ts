import {
  emitRecords,
  refreshPointers,
  resolveCustomers,
  type EmitReport,
  type RecordSource,
  type ResolveReport,
} from '../../customers/index.ts';
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
    const moved = movedBySource(found);
    const own = await refreshInLanes(database, businessId, options.recordSources, moved);
    const others = await database.inBusiness(businessId, (transaction) =>
      refreshPointers(transaction, { sources: [], dependents: options.dependentPointers, moved }),
    );
    return reportOf(found, { ...own, ...others });
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
  const people = await resolveCustomers(transaction, { startedBy: options.startedBy });
  return { records, people };
}

const LANES = 2;

/**
 * Every source's pointers, two tables at a time: after a first import nearly every row gets its
 * customer, with an entry in each of its indexes, and one connection keeps one core busy.
 */
async function refreshInLanes(
  database: Database,
  businessId: string,
  sources: readonly RecordSource[],
  moved: ReadonlyMap<string, number>,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const waiting = [...sources];
  const lane = async (): Promise<void> => {
    for (let source = waiting.shift(); source !== undefined; source = waiting.shift()) {
      const sources = [source];
      Object.assign(
        counts,
        await database.inBusiness(businessId, (transaction) => refreshPointers(transaction, { sources, dependents: [], moved })),
      );
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: LANES }, lane));
  const failed = ended.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return counts;
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
