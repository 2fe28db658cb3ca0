import { userInfo } from 'node:os';
import type { Command } from 'commander';
import type { CliContext } from '../../platform/cli/cli-context.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { withBusinessLock } from '../../tenancy/index.ts';
import { chooseBusiness } from '../../tenancy/index.ts';
import { type DecisionOptions, mergeCustomers } from '../merge-customers.ts';
import { dependentPointers, recordSources } from '../record-source.ts';
import type { SplitReport } from '../split/settle-split.ts';
import { splitRecord } from '../split/split-record.ts';
import { putBackRecord } from '../split/take-back-word.ts';
import { unmergeCustomer } from '../unmerge-customer.ts';

/** `throughline customers merge KEEP OTHER…`. */
export async function runMerge(context: CliContext, command: Command, keep: string, others: string[]): Promise<void> {
  const { dryRun, report } = await decide(context, command, 'merge', (transaction, options) =>
    mergeCustomers(transaction, keep, others, options),
  );
  if (context.flags(command).json === true) context.printJson({ dryRun, ...report });
  else
    context.print(
      `${report.merged.join(', ')} ${dryRun ? 'would become' : 'is now'} part of ${report.kept}; ${changedRows(report.pointers)} rows follow.${dryRun ? ' Do it with --execute.' : ` Undo: throughline customers unmerge ${report.merged[0]} --execute`}`,
    );
  if (dryRun) context.endWith('changesFound');
}

/** `throughline customers unmerge ID`. */
export async function runUnmerge(context: CliContext, command: Command, wanted: string): Promise<void> {
  const { dryRun, report } = await decide(context, command, 'un-merge', (transaction, options) =>
    unmergeCustomer(transaction, wanted, options),
  );
  if (context.flags(command).json === true) context.printJson({ dryRun, ...report });
  else
    context.print(
      `${report.restored} ${dryRun ? 'would stand' : 'stands'} for itself again, apart from ${report.from}; ${changedRows(report.pointers)} rows follow.${dryRun ? ' Do it with --execute.' : ''}`,
    );
  if (dryRun) context.endWith('changesFound');
}

/** `throughline customers split RECORD`. */
export async function runSplit(context: CliContext, command: Command, wanted: string): Promise<void> {
  const isTakenBack = command.opts<{ takeBack?: boolean }>().takeBack === true;
  const { dryRun, report } = await decide(context, command, isTakenBack ? 'take back' : 'split', (transaction, options) =>
    isTakenBack ? putBackRecord(transaction, wanted, options) : splitRecord(transaction, wanted, options),
  );
  if (context.flags(command).json === true) context.printJson({ dryRun, ...report });
  else context.print(tellSplit(wanted, report, { dryRun, isTakenBack }));
  if (dryRun) context.endWith('changesFound');
}

function tellSplit(wanted: string, report: SplitReport, { dryRun, isTakenBack }: { dryRun: boolean; isTakenBack: boolean }): string {
  const { to, from, pointers } = report;
  const whose = to === null ? 'nobody: it names no person by itself' : `customer ${to}`;
  const apart = to === from ? '' : `, apart from ${from}`;
  const back = isTakenBack ? '' : ` Undo: throughline customers split ${wanted} --take-back --execute`;
  return `${wanted} ${dryRun ? 'would belong' : 'belongs'} to ${whose}${apart}; ${changedRows(pointers)} rows follow.${dryRun ? ' Do it with --execute.' : back}`;
}

export async function decide<T>(
  context: CliContext,
  command: Command,
  purpose: string,
  work: (transaction: BusinessTransaction, options: DecisionOptions) => Promise<T>,
): Promise<{ dryRun: boolean; report: T }> {
  const flags = { ...context.flags(command), ...command.opts<{ execute?: boolean }>() };
  const dryRun = flags.execute !== true;
  const options = {
    decidedBy: `cli:${userInfo().username}`,
    sources: recordSources.collect(context.modules),
    dependents: dependentPointers.collect(context.modules),
  };
  const report = await context.withDatabase(command, async (database) => {
    const business = await chooseBusiness(database, flags.business);
    return withBusinessLock(database, business.id, purpose, () =>
      database.inBusiness(business.id, (transaction) => work(transaction, options), dryRun ? 'dry-run' : 'write'),
    );
  });
  return { dryRun, report };
}

export function changedRows(pointers: Record<string, number>): number {
  return Object.values(pointers).reduce((sum, rows) => sum + rows, 0);
}
