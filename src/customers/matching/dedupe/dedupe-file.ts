import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Fault } from '../../../platform/fault.ts';
import { DEFAULT_THRESHOLD, matchRecords, type MatchResult } from '../match-records.ts';
import { parseColumns } from './parse-columns.ts';
import { readTable } from './read-table.ts';
import { nameClusters, writeClusters } from './write-clusters.ts';
import { writeSteps } from './write-steps.ts';

export interface DedupeOptions {
  columns: string;
  id?: string | undefined;
  output: string;
  threshold?: number;
  /** A folder for what each step came to. */
  debugFiles?: string;
  signal: AbortSignal;
  onStep: (name: string, milliseconds: number) => void;
}

export interface DedupeReport {
  records: number;
  clusters: number;
  /** Records that are not alone in their cluster. */
  matched: number;
  threshold: number;
  comparedPairs: number;
  output: string;
  result: MatchResult;
}

/** Resolves one file on its own, without a database, and writes a line per row. */
export async function dedupeFile(file: string, options: DedupeOptions): Promise<DedupeReport> {
  checkOutput(options.output);
  const table = await readTable(file, { columns: parseColumns(options.columns), id: options.id }, options.signal);
  if (table.ids.length === 0) throw new Fault('no_rows', `${file} has no rows under its header. Nothing was written.`, { exit: 'usage' });
  const threshold = options.threshold ?? DEFAULT_THRESHOLD;
  const result = matchRecords(table, { threshold, onStep: options.onStep });
  if (options.debugFiles !== undefined) await writeSteps(options.debugFiles, table.ids, result, threshold);
  await writeClusters(options.output, table.ids, nameClusters(table.ids, result.clusters), result.confidence);
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
  };
}

/** Before anything is worked out: an hour's work should not end at a folder that is not there. */
function checkOutput(path: string): void {
  if (path === '-') return;
  const fail = (found: string): Fault =>
    new Fault('output_not_writable', `--output takes a file that can be written, but ${found}. Choose another path, or - for stdout.`, {
      exit: 'usage',
    });
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) throw fail(`${path} is a folder`);
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch {
    throw fail(`the folder ${dirname(path)} is not there or may not be written to`);
  }
}
