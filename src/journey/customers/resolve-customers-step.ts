import { emitRecords, refreshPointers, resolveCustomers } from '../../customers/index.ts';
import type { MaintenanceStep } from '../maintenance-step.ts';

/** Person records from every module's rows, who is who among them, and every row's customer. */
export const resolveCustomersStep: MaintenanceStep = {
  name: 'resolve_customers',
  title: 'find out who is who and point every row at its customer',
  async run(transaction, options) {
    const records = await emitRecords(transaction, { sources: options.recordSources });
    const people = await resolveCustomers(transaction, { startedBy: options.startedBy });
    const pointers = await refreshPointers(transaction, { sources: options.recordSources, dependents: options.dependentPointers });
    const { records: looked, unresolved, ...written } = people;
    const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((total, count) => total + count, 0);
    return {
      name: this.name,
      changed: records.created + records.updated + records.removed + records.customersRemoved + sum(written) + sum(pointers),
      unresolved,
      details: { records, recordsLookedAt: looked, people: written, pointers },
    };
  },
};
