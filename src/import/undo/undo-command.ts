import type { Command } from 'commander';
import { userInfo } from 'node:os';
import type { CliContext } from '../../platform/cli/cli-context.ts';
import { Fault } from '../../platform/fault.ts';
import { chooseBusiness } from '../../tenancy/index.ts';
import { undoBatch, type UndoReport } from './undo-batch.ts';

/** `throughline import undo BATCH`. */
export async function runUndo(context: CliContext, command: Command, batch: string): Promise<void> {
  const number = Number(batch);
  if (!Number.isInteger(number) || number < 1)
    throw new Fault('batch_number', `"${batch}" is no import number. "throughline import list" shows them.`, { exit: 'usage' });
  const flags = { ...context.flags(command), ...command.opts<{ execute?: boolean }>() };
  const report = await context.withDatabase(command, async (database) => {
    const business = await chooseBusiness(database, flags.business);
    return undoBatch(database, business, number, {
      modules: context.modules,
      execute: flags.execute === true,
      signal: context.signal,
      undoneBy: `cli:${userInfo().username}`,
    });
  });
  if (flags.json === true) context.printJson(report);
  else context.print(present(report));
  if (report.dryRun) context.endWith('changesFound');
}

function present(report: UndoReport): string {
  const lines = [
    report.dryRun ? `Dry run: undoing import ${report.batch} would do this; nothing was written.` : `Import ${report.batch} is undone.`,
    `Removed: ${counted(report.removed)}. Restored: ${counted(report.restored)}. Kept: ${report.keptCount.toLocaleString('en-US')}.`,
    `Gone with them: ${counted(report.consequences)}.`,
    ...report.kept.slice(0, 20).map((row) => `  kept ${row.table} ${row.key ?? ''} (line ${row.line}): ${row.reason}`),
  ];
  if (report.keptCount > 20) lines.push(`  … and ${report.keptCount - 20} more (--json names the first thousand)`);
  if (report.dryRun) lines.push('Do it with --execute.');
  return lines.join('\n');
}

function counted(counts: Record<string, number>): string {
  const entries = Object.entries(counts).filter(([, rows]) => rows > 0);
  return entries.length === 0 ? 'nothing' : entries.map(([name, rows]) => `${name} ${rows.toLocaleString('en-US')}`).join(', ');
}
