import type { ThroughlineModule } from '../platform/app/plug.ts';

export { emitRecords, type EmitReport } from './emit-records.ts';
export { type DependentPointer, dependentPointers, type RecordSource, recordSources } from './record-source.ts';
export { refreshPointers } from './refresh-pointers.ts';
export { resolveCustomers, type ResolveOptions, type ResolveReport } from './resolve-customers.ts';

/** Who is who: person records, the link ledger, customers. */
export const customers: ThroughlineModule = { name: 'customers', plugs: [] };
