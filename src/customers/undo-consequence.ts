import type { UndoConsequence } from '../import/index.ts';
import dropEmptyShells from './drop-empty-shells.sql';
import { emitRecords } from './emit-records.ts';
import { dependentPointers, recordSources } from './record-source.ts';
import { refreshPointers } from './refresh-pointers.ts';
import { resolveCustomers } from './resolve-customers.ts';

/**
 * After an import is undone: records whose row is gone go with their links, customers nothing
 * is left of go too, and those that only the gone records held together fall apart again under
 * the ids they had. Nothing is done where nobody was resolved yet.
 */
export const customersUndoConsequence: UndoConsequence = {
  name: 'customers',
  async tidy(transaction, batch, modules) {
    const { known } = await transaction.one<{ known: boolean }>(
      'select exists (select from customers.records where business_id = $1) as known',
      [transaction.businessId],
    );
    if (!known) return {};
    const sources = recordSources.collect(modules);
    const dependents = dependentPointers.collect(modules);
    const emitted = await emitRecords(transaction, { sources: sources.filter((source) => batch.tables.has(source.source)) });
    const resolved = await resolveCustomers(transaction, { startedBy: 'undo', purpose: 'undo' });
    // Rows that went took their pointers with them; customers that went are forgotten by foreign key.
    const hasMoved = batch.hasRestored || emitted.created + emitted.updated + resolved.moved > 0;
    await refreshPointers(transaction, {
      sources: hasMoved ? sources : [],
      dependents: dependents.filter((dependent) => hasMoved || [dependent.name, ...dependent.after].some((table) => batch.tables.has(table))),
    });
    const shells = await transaction.one<{ households: number; genericValues: number }>(dropEmptyShells, [transaction.businessId]);
    return {
      ...shells,
      records: emitted.removed,
      customers: emitted.customersRemoved + resolved.customersRemoved,
      'merges undone': resolved.customersRevived,
    };
  },
};
