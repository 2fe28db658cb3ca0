import type { Command } from 'commander';
import { userInfo } from 'node:os';
import { dependentPointers, recordSources } from '../customers/record-source.ts';
import type { CliContext } from '../platform/cli/cli-context.ts';
import type { BusinessTransaction, Database, TransactionMode } from '../platform/database/database.ts';
import { chooseBusiness, withBusinessLock } from '../tenancy/index.ts';
import { buildJourney, journeySteps, runSteps, type BuildOptions, type BuildReport } from './build-journey.ts';
import { followBuild } from './follow-build.ts';
import { measureLinkCoverage } from './coverage/measure-link-coverage.ts';
import { readManualMappings } from './manual-mappings/read-manual-mappings.ts';
import { presentSteps } from './present-steps.ts';
import { listFolds } from './sales-persons/list-folds.ts';
import { unfoldSalesPerson } from './sales-persons/unfold-sales-person.ts';

interface Flags {
  execute?: boolean;
  force?: boolean;
}

/** `throughline journey build`, and what other modules do after it. */
export async function runBuild(context: CliContext, command: Command): Promise<void> {
  await run(context, command, async (database, businessId, options) => {
    const report = await buildJourney(database, businessId, options);
    if (!report.dryRun) await followBuild(database, businessId, context.modules, (text) => context.say(text));
    return report;
  });
}

/** One maintenance command alone. */
export async function runStep(context: CliContext, command: Command, name: string): Promise<void> {
  const steps = journeySteps.filter((step) => step.name === name);
  await run(context, command, (database, businessId, options) => runSteps(database, businessId, steps, options));
}

/** `throughline journey folds`. */
export async function runFolds(context: CliContext, command: Command): Promise<void> {
  const folds = await inBusiness(context, command, 'read', listFolds);
  if (context.flags(command).json === true) return context.printJson({ folds });
  if (folds.length === 0) return context.print('No spelling of a sales person was folded.');
  for (const fold of folds) {
    const state = fold.undone_at === null ? '' : `, taken back by ${fold.undone_by ?? 'somebody'}`;
    context.print(`"${fold.spelling}" into "${fold.kept}"  ${fold.method} ${fold.confidence}  by ${fold.made_by}${state}`);
  }
}

/** `throughline journey unfold SPELLING`. */
export async function runUnfold(context: CliContext, command: Command, spelling: string): Promise<void> {
  const flags = { ...context.flags(command), ...command.opts<Flags>() };
  const isDry = flags.execute !== true;
  const unfolded = await inBusiness(context, command, isDry ? 'dry-run' : 'write', (transaction) =>
    unfoldSalesPerson(transaction, spelling, actor()),
  );
  if (flags.json === true) context.printJson({ dryRun: isDry, ...unfolded });
  else {
    const rows = unfolded.moved.jobs + unfolded.moved.bookedOpportunities + unfolded.moved.leadStatus + unfolded.moved.performance;
    context.print(
      `"${unfolded.spelling}" ${isDry ? 'would mean' : 'means'} "${unfolded.to}" again, no longer "${unfolded.from}"; ${rows} rows ${isDry ? 'would move' : 'moved'}.`,
    );
    if (isDry) context.print('Dry run: nothing was written. Add --execute to do it.');
  }
  context.endWith(isDry ? 'changesFound' : 'done');
}

/** `throughline journey coverage`. */
export async function runCoverage(context: CliContext, command: Command): Promise<void> {
  const joints = await inBusiness(context, command, 'read', measureLinkCoverage);
  if (context.flags(command).json === true) return context.printJson({ joints });
  const width = Math.max(...joints.map((joint) => joint.name.length));
  for (const { name, total, linked, rate } of joints) {
    context.print(
      `${name.padEnd(width)}  ${linked.toLocaleString('en-US').padStart(10)} of ${total.toLocaleString('en-US').padStart(10)}  ${rate === null ? '-' : `${rate} %`}`,
    );
  }
}

async function run(context: CliContext, command: Command, work: typeof buildJourney): Promise<void> {
  const flags = { ...context.flags(command), ...command.opts<Flags>() };
  const report = await context.withDatabase(command, async (database) => {
    const business = await chooseBusiness(database, flags.business);
    return work(database, business.id, optionsOf(context, command, flags));
  });
  if (flags.json === true) context.printJson(report);
  else context.print(presentSteps(report));
  context.endWith(report.dryRun && hasChanges(report) ? 'changesFound' : 'done');
}

function optionsOf(context: CliContext, command: Command, flags: Flags): BuildOptions {
  return {
    execute: flags.execute === true,
    force: flags.force === true,
    signal: context.signal,
    startedBy: actor(),
    manualMappings: readManualMappings([context.config(command).dataDir, process.cwd()]),
    recordSources: recordSources.collect(context.modules),
    dependentPointers: dependentPointers.collect(context.modules),
    onStep: (step) => context.say(`${step.name} …`),
  };
}

async function inBusiness<T>(
  context: CliContext,
  command: Command,
  mode: TransactionMode,
  work: (transaction: BusinessTransaction) => Promise<T>,
): Promise<T> {
  const flags = context.flags(command);
  return context.withDatabase(command, async (database: Database) => {
    const business = await chooseBusiness(database, flags.business);
    const inTransaction = (): Promise<T> => database.inBusiness(business.id, work, mode);
    return mode === 'read' ? inTransaction() : withBusinessLock(database, business.id, 'unfold', inTransaction);
  });
}

function hasChanges(report: BuildReport): boolean {
  return report.steps.some((step) => step.changed > 0);
}

function actor(): string {
  return `cli:${userInfo().username}`;
}
