import type { UndoConsequence, UndoneBatch } from '../import/index.ts';
import type { BusinessTransaction } from '../platform/database/database.ts';
import dropEmptyShells from './drop-empty-shells.sql';
import dropModelOfNobody from './drop-model-of-nobody.sql';
import { emitRecords, type EmitReport } from './emit-records.ts';
import makeTouched from './emit/make-touched.sql';
import { listParked } from './emit/park-decisions.ts';
import { listWaitingValues } from './emit/waiting-values.ts';
import { type DependentPointer, dependentPointers, type RecordSource, recordSources } from './record-source.ts';
import { refreshMoved } from './refresh-moved.ts';
import { refreshPointers } from './refresh-pointers.ts';
import { resolveCustomers, type ResolveReport } from './resolve-customers.ts';
import { Staging } from './staging/staging.ts';

/**
 * After an import is undone: records whose row is gone go with their links, customers nothing
 * is left of go too, and those that only the gone records held together fall apart again under
 * the ids they had. What people decided about the records is kept for when their rows come back.
 * Nothing is done where nobody was resolved yet.
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
    const resolved = await resolveCustomers(transaction, { startedBy: 'undo', purpose: 'undo', leavesMoves: true });
    await refresh(transaction, { sources, dependents }, { batch, emitted, resolved });
    await transaction.run(dropModelOfNobody, [transaction.businessId]);
    const shells = await transaction.one<{ households: number; genericValues: number }>(dropEmptyShells, [transaction.businessId]);
    return {
      ...shells,
      records: emitted.removed,
      customers: emitted.customersRemoved + resolved.customersRemoved,
      'merges undone': resolved.customersRevived,
    };
  },
  findKept: listParked,
  findKeptValues: listWaitingValues,
};

interface Undone {
  batch: UndoneBatch;
  emitted: EmitReport;
  resolved: ResolveReport;
}

/** Above this many moved records it is quicker to look at all rows. */
const MANY_MOVES = 20_000;

/** Rows that went took their pointers with them, and customers that went are forgotten by foreign key: mostly, little is left to point elsewhere. */
async function refresh(
  transaction: BusinessTransaction,
  pointers: { sources: readonly RecordSource[]; dependents: readonly DependentPointer[] },
  { batch, emitted, resolved }: Undone,
): Promise<void> {
  if (batch.hasRestored || emitted.created + emitted.updated > 0 || resolved.moved > MANY_MOVES) {
    await refreshPointers(transaction, pointers);
    return;
  }
  const dependents = pointers.dependents.filter((dependent) =>
    [dependent.name, ...dependent.after].some((table) => batch.tables.has(table)),
  );
  if (resolved.moved > 0) {
    await noteMoved(transaction);
    await refreshMoved(Staging.many(transaction), pointers);
  }
  await refreshPointers(transaction, { sources: [], dependents });
}

/** Their customers too are touched. */
async function noteMoved(transaction: BusinessTransaction): Promise<void> {
  await transaction.run(makeTouched);
  await transaction.run(
    `insert into touched_customers (id)
     select id from (select customer_id as id from planned_moves union select from_customer_id from planned_moves) as moved where id is not null`,
  );
}
