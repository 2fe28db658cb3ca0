import { setImmediate } from 'node:timers/promises';
import { stopIfInterrupted } from '../../../platform/cli/cli-context.ts';
import { Fault } from '../../../platform/fault.ts';
import { DEFAULT_THRESHOLD, matchRecords, type MatchResult } from '../match-records.ts';
import type { RecordTable } from '../record-table.ts';
import { checkColumns } from './check-columns.ts';
import { checkOutput } from './check-output.ts';
import { nameClusters } from './name-clusters.ts';
import { parseColumns } from './parse-columns.ts';
import { readTable } from './read-table.ts';
import { settleDates } from './settle-dates.ts';
import { type Clusters, writeClusters } from './write-clusters.ts';
import { writeSteps } from './write-steps.ts';
import { withStdin } from './with-stdin.ts';

export interface DedupeOptions {
  columns: string;
  id?: string | undefined;
  /** False when the first row is a record. */
  hasHeader?: boolean;
  /** A file, - for stdout, null to have the clusters in the report alone. */
  output: string | null;
  threshold?: number;
  /** A folder for what each step came to. */
  debugFiles?: string;
  signal: AbortSignal;
  onStep: (name: string, milliseconds: number) => void;
  /** Told what somebody should know before believing the result. */
  onNote?: (text: string) => void;
  /** Does work that hears nothing until it is done. */
  whileBusy?: <T>(work: () => T) => T;
}

export interface DedupeReport {
  records: number;
  clusters: number;
  /** Records that are not alone in their cluster. */
  matched: number;
  threshold: number;
  comparedPairs: number;
  output: string | null;
  result: MatchResult;
  found: Clusters;
}

/** Resolves one file (- for stdin) on its own, without a database, and writes a line per row. */
export async function dedupeFile(file: string, options: DedupeOptions): Promise<DedupeReport> {
  checkOutput(options.output, file);
  const table = await withStdin(file, (path) => readRecords(path, file, options));
  const threshold = options.threshold ?? DEFAULT_THRESHOLD;
  const { whileBusy = (work) => work() } = options;
  const result = whileBusy(() => matchRecords(table, { threshold, onStep: options.onStep }));
  const found = { ids: table.ids, names: nameClusters(table.ids, result.clusters), confidence: result.confidence };
  if (options.debugFiles !== undefined) await writeSteps(options.debugFiles, table.ids, result, threshold);
  if (options.output !== null) await writeClusters(options.output, found, options.signal);
  const sizes = new Map<number, number>();
  for (const cluster of result.clusters) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  let matched = 0;
  for (const size of sizes.values()) if (size > 1) matched += size;
  return {
    records: table.ids.length,
    clusters: sizes.size,
    matched,
    threshold,
    comparedPairs: result.pairs.size,
    output: options.output,
    result,
    found,
  };
}

async function readRecords(path: string, file: string, options: DedupeOptions): Promise<RecordTable> {
  const { id, hasHeader = true, onNote = () => undefined } = options;
  const read = await readTable(path, { columns: parseColumns(options.columns), id, hasHeader }, options.signal, onNote);
  if (read.ids.length === 0) throw new Fault('no_rows', `${file} has no rows under its header. Nothing was written.`, { exit: 'usage' });
  const table = { ...read, columns: read.columns.map(settleDates) };
  for (const note of checkColumns(table, id !== undefined)) onNote(note);
  await setImmediate();
  stopIfInterrupted(options.signal, 'Nothing was written.');
  return table;
}
