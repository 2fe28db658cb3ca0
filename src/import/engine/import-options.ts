import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { ImportAudit, Offence } from '../audits/offence.ts';
import type { FileKind } from '../file-kind.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { AccountTotals, FileAccount } from './account.ts';
import type { FileProblem, PrepareOptions } from './prepare-tables.ts';
import type { SetAsideRow } from './set-aside.ts';

export interface ImportOptions {
  paths: readonly string[];
  kinds: readonly FileKind[];
  dataDir: string;
  startedBy: string;
  execute: boolean;
  as?: string | undefined;
  mapping?: Mapping | undefined;
  /** What a person said of single files, by path; comes before `as` and `mapping`, which are about all. */
  readAs?: ReadonlyMap<string, { as?: string | undefined; mapping?: Mapping | undefined }>;
  ask?: PrepareOptions['ask'];
  signal: AbortSignal;
  onProgress?: (progress: ImportProgress) => void;
  /** Told the number of the batch as soon as an executed import has one. */
  onBatch?: (number: number) => void;
  /** Looks at what a dry run would have written, in its transaction, before it is rolled back. */
  beforeRollback?: (transaction: BusinessTransaction, batchId: string) => Promise<void>;
  /** What other modules look at when the import is done (default: nothing). */
  audits?: readonly ImportAudit[];
}

export interface ImportProgress {
  file: string;
  fileNumber: number;
  fileCount: number;
  rows: number;
  /** About how many rows the file holds; null when its size does not tell. */
  expectedRows: number | null;
}

export interface ImportReport {
  /** Number of the batch; null in a dry run. */
  batch: number | null;
  dryRun: boolean;
  files: FileAccount[];
  totals: AccountTotals;
  /** Files that could not be imported at all. */
  problems: FileProblem[];
  ignored: string[];
  /** What a person should know of how a file was read. */
  notes: { name: string; message: string }[];
  samples: Record<string, readonly SetAsideRow[]>;
  /** Whether an interrupted import of the same files was carried on. */
  resumed: boolean;
  /** What the checks found wrong when it was done: nothing, if all is well; null in a dry run. */
  offences: Offence[] | null;
}
