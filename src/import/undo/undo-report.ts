import type { ThroughlineModule } from '../../platform/app/plug.ts';
import type { KeptDecision, KeptValue } from '../file-kind.ts';

/** A row the undo left alone, and why. */
export interface KeptRow {
  table: string;
  key: string | null;
  line: number;
  reason: string;
}

export interface UndoReport {
  batch: number;
  dryRun: boolean;
  /** Rows the batch had created, now gone. */
  removed: Record<string, number>;
  /** Rows the batch had overwritten, now as before. */
  restored: Record<string, number>;
  /** Rows that a later import had too: they stay, and are that import's now. */
  passedOn: Record<string, number>;
  /** Rows left alone because somebody edited them. */
  keptCount: number;
  kept: KeptRow[];
  /** What people decided about rows that went: in force again when the rows are imported again. */
  keptDecisions: KeptDecision[];
  /** What people set by hand of somebody whose rows went: counts again when the rows are imported again. */
  keptValues: KeptValue[];
  /** What went with the rows: links, customers, lookups, history. */
  consequences: Record<string, number>;
  resumed: boolean;
}

export interface UndoOptions {
  /** Their file kinds know the tables; their consequences tidy up behind the rows. */
  modules: readonly ThroughlineModule[];
  execute: boolean;
  signal: AbortSignal;
  undoneBy: string;
  onProgress?: (rows: number) => void;
}
