import type { Command } from 'commander';
import type { CliContext } from '../../platform/cli/cli-context.ts';
import { Fault } from '../../platform/fault.ts';
import { dedupeFile } from '../matching/dedupe/dedupe-file.ts';
import { type Clusters, shortNumber } from '../matching/dedupe/write-clusters.ts';

interface DedupeFlags {
  columns: string;
  id?: string;
  output: string;
  threshold?: string;
  debugFiles?: string;
  header: boolean;
}

/** `throughline customers dedupe FILE`. */
export async function runDedupe(context: CliContext, command: Command, file: string): Promise<void> {
  const flags = { ...context.flags(command), ...command.opts<DedupeFlags>() };
  const isDocument = flags.json === true && flags.output === '-';
  const {
    result: _,
    found,
    ...report
  } = await dedupeFile(file, {
    columns: flags.columns,
    id: flags.id,
    hasHeader: flags.header,
    output: isDocument ? null : flags.output,
    ...(flags.threshold === undefined ? {} : { threshold: readThreshold(flags.threshold) }),
    ...(flags.debugFiles === undefined ? {} : { debugFiles: flags.debugFiles }),
    signal: context.signal,
    onStep: (name, milliseconds) => context.say(`${name}: ${(milliseconds / 1000).toFixed(1)} s`),
    onNote: (text) => context.say(`Note: ${text}`),
    whileBusy: (work) => context.whileBusy(work),
  });
  if (isDocument) return context.printJson({ ...report, rows: rowsOf(found) });
  if (flags.json === true) return context.printJson(report);
  context.say(
    `${report.records} records are ${report.clusters} people; ${report.matched} records have company. Written to ${flags.output === '-' ? 'stdout' : flags.output}.`,
  );
}

function rowsOf({ ids, names, confidence }: Clusters): { id: string; cluster: string; confidence: number }[] {
  return ids.map((id, row) => ({ id, cluster: names[row] ?? id, confidence: Number(shortNumber(confidence[row] ?? 1)) }));
}

function readThreshold(text: string): number {
  const threshold = Number(text);
  if (threshold > 0 && threshold < 1) return threshold;
  throw new Fault('threshold_shape', `--threshold takes a probability between 0 and 1, such as 0.9; found "${text}".`, { exit: 'usage' });
}
