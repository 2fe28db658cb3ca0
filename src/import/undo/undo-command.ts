import type { Command } from 'commander';
import { userInfo } from 'node:os';
import type { CliContext } from '../../platform/cli/cli-context.ts';
import { Fault } from '../../platform/fault.ts';
import { chooseBusiness } from '../../tenancy/index.ts';
import type { KeptDecision, KeptValue } from '../file-kind.ts';
import { undoBatch } from './undo-batch.ts';
import type { UndoReport } from './undo-report.ts';

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
  if (Object.keys(report.passedOn).length > 0)
    lines.splice(2, 0, `Stay, because a later import had them too: ${counted(report.passedOn)}.`);
  if (report.keptCount > 20) lines.push(`  … and ${report.keptCount - 20} more (--json names the first thousand)`);
  if (report.keptDecisions.length > 0) {
    const many = report.keptDecisions.length;
    lines.push(`Kept for when these rows are imported again: ${many === 1 ? 'one decision' : `${many} decisions`} of people.`);
    lines.push(...report.keptDecisions.slice(0, 20).map((kept) => `  ${tell(kept)}`));
    if (many > 20) lines.push(`  … and ${many - 20} more (--json names them)`);
  }
  if (report.keptValues.length > 0) {
    const many = report.keptValues.length;
    lines.push(`Kept for when these rows are imported again: ${many === 1 ? 'one value' : `${many} values`} that people set by hand.`);
    lines.push(...report.keptValues.slice(0, 20).map((kept) => `  ${tellValue(kept)}`));
    if (many > 20) lines.push(`  … and ${many - 20} more (--json names them)`);
  }
  if (report.dryRun) lines.push('Do it with --execute.');
  return lines.join('\n');
}

/** "Ann Lee (jobs J-1) and Anne Lee (bad_leads 3f…) are the same person, said cli:ann on 2026-03-04". */
function tell({ decision, about, decidedBy, decidedAt }: KeptDecision): string {
  const both = about
    .map(({ source, key, name }) => `${name ?? 'no name'} (${source.replace(/^.*\./, '')} ${key.slice(0, 16)})`)
    .join(' and ');
  const verdict = { same: 'are the same person', different: 'are different people', household: 'are one household' }[decision];
  return `${both} ${verdict}, said ${decidedBy} on ${decidedAt.slice(0, 10)}`;
}

/** "phone of Ann Lee (jobs J-1): +15125550100, set by cli:ann on 2026-03-04". */
function tellValue({ title, value, about: { source, key, name }, decidedBy, decidedAt }: KeptValue): string {
  return `${title} of ${name} (${source.replace(/^.*\./, '')} ${key.slice(0, 16)}): ${value}, set by ${decidedBy} on ${decidedAt.slice(0, 10)}`;
}

function counted(counts: Record<string, number>): string {
  const entries = Object.entries(counts).filter(([, rows]) => rows > 0);
  return entries.length === 0 ? 'nothing' : entries.map(([name, rows]) => `${name} ${rows.toLocaleString('en-US')}`).join(', ');
}
