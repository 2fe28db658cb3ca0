import type { DependentPointer, RecordSource } from '../customers/record-source.ts';
import type { BusinessTransaction, Database } from '../platform/database/database.ts';
import type { ManualMappings } from './manual-mappings/read-manual-mappings.ts';

/** What one step did, or in a dry run would do. */
export interface StepReport {
  /** The name in the documents, e.g. complete_quote_linkage. */
  name: string;
  /** Rows and lookups that were written; 0 when everything was right already. */
  changed: number;
  /** Things that need a person: listed in the details as far as they are few. */
  unresolved: number;
  details: Record<string, unknown>;
}

export interface StepOptions {
  /** Who runs it: goes into the ledger and into folds. */
  startedBy: string;
  /** Decisions from data/manual_mappings; they win over rules. */
  manualMappings: ManualMappings;
  recordSources: readonly RecordSource[];
  dependentPointers: readonly DependentPointer[];
}

/** One maintenance command: set-based, and without effect when run again. */
export interface MaintenanceStep {
  name: string;
  /** One line for the help text. */
  title: string;
  run(transaction: BusinessTransaction, options: StepOptions): Promise<StepReport>;
  /** The same over several transactions, for a step that can use more than one connection; killed anywhere, it is carried on by running it again. */
  execute?(database: Database, businessId: string, options: StepOptions): Promise<StepReport>;
}

/** How many of a list go into a report; the count is always whole. */
export const LISTED = 50;
