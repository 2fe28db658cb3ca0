import { undoConsequences } from '../import/index.ts';
import type { ThroughlineModule } from '../platform/app/plug.ts';
import { commandDoors } from '../platform/cli/command-door.ts';
import { routeDoors } from '../platform/http/route-door.ts';
import { customersCommands } from './commands.ts';
import { goldenRoutes } from './golden/routes.ts';
import { historyRoutes } from './history/routes.ts';
import { customerRoutes } from './routes.ts';
import { reviewRoutes } from './review/routes.ts';
import { splitRoutes } from './split/routes.ts';
import { customersUndoConsequence } from './undo-consequence.ts';

export { type ArrivalOptions, arrivePeople, type Arrivals, type ArrivedPerson, type ComingPerson } from './arrive/arrive-people.ts';
export { auditLedger } from './audits/audit-ledger.ts';
export { emitRecords, type EmitReport } from './emit-records.ts';
export { explainPair, type PairExplanation } from './explain-pair.ts';
export { getCustomerId } from './find-customer.ts';
export { listCustomers, type ListedCustomer } from './list-customers.ts';
export { mergeCustomers, type DecisionOptions, type MergeReport } from './merge-customers.ts';
export { type DependentPointer, dependentPointers, type RecordSource, recordSources } from './record-source.ts';
export { type CustomerAmounts, customerAmounts } from './review/list-questions.ts';
export { refreshPointers } from './refresh-pointers.ts';
export { showCustomer, type ShownCustomer } from './show-customer.ts';
export { unmergeCustomer, type UnmergeReport } from './unmerge-customer.ts';
export { resolveCustomers, type ResolveOptions, type ResolveReport } from './resolve-customers.ts';

/** Who is who: person records, the link ledger, customers. */
export const customers: ThroughlineModule = {
  name: 'customers',
  plugs: [
    commandDoors.plug(customersCommands),
    routeDoors.plug(customerRoutes),
    routeDoors.plug(goldenRoutes),
    routeDoors.plug(reviewRoutes),
    routeDoors.plug(splitRoutes),
    routeDoors.plug(historyRoutes),
    undoConsequences.plug(customersUndoConsequence),
  ],
};
