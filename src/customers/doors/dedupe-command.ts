import type { Command } from 'commander';
import type { CliContext } from '../../platform/cli/cli-context.ts';
import { Fault } from '../../platform/fault.ts';
import { dedupeFile } from '../matching/dedupe/dedupe-file.ts';

interface DedupeFlags {
  columns: string;
  id?: string;
  output: string;
  threshold?: string;
  debugFiles?: string;
}

/** `throughline customers dedupe FILE`. */
export async function runDedupe(context: CliContext, command: Command, file: string): Promise<void> {
  const flags = { ...context.flags(command), ...command.opts<DedupeFlags>() };
  const { result: _, ...report } = await dedupeFile(file, {
    columns: flags.columns,
    id: flags.id,
    output: flags.output,
    ...(flags.threshold === undefined ? {} : { threshold: readThreshold(flags.threshold) }),
    ...(flags.debugFiles === undefined ? {} : { debugFiles: flags.debugFiles }),
    signal: context.signal,
    onStep: (name, milliseconds) => context.say(`${name}: ${(milliseconds / 1000).toFixed(1)} s`),
  });
  if (flags.json === true && flags.output !== '-') return context.printJson(report);
  context.say(
    `${report.records} records are ${report.clusters} people; ${report.matched} records have company. Written to ${report.output}.`,
  );
}

function readThreshold(text: string): number {
  const threshold = Number(text);
  if (threshold > 0 && threshold < 1) return threshold;
  throw new Fault('threshold_shape', `--threshold takes a probability between 0 and 1, such as 0.9; found "${text}".`, { exit: 'usage' });
}
