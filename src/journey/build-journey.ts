import { stopIfInterrupted } from '../platform/cli/cli-context.ts';
import type { BusinessTransaction, Database } from '../platform/database/database.ts';
import { condenseDataChanges, withBusinessLock } from '../tenancy/index.ts';
import type { Offence } from '../import/index.ts';
import { auditJourney } from './audits/audit-journey.ts';
import { recordIntegrity } from './coverage/record-integrity.ts';
import { resolveCustomersStep } from './customers/resolve-customers-step.ts';
import { logExecution } from './log-execution.ts';
import type { MaintenanceStep, StepOptions, StepReport } from './maintenance-step.ts';
import { maintenanceSteps } from './maintenance-steps.ts';
import { findNothingToDo, rememberBuild } from './state/last-build.ts';

export interface BuildReport {
  dryRun: boolean;
  steps: StepReport[];
  /** What the checks found wrong when it was done: nothing, if all is well; null when nothing was built. */
  offences: Offence[] | null;
}

export interface BuildOptions extends StepOptions {
  /** False: everything is done and rolled back, so that the report is exactly what executing would do. */
  execute: boolean;
  /** Look at everything, even when nothing seems to have changed since the last build. */
  force?: boolean;
  signal: AbortSignal;
  /** Called before each step. */
  onStep?: (step: MaintenanceStep) => void;
}

/** Everything `journey build` does, in order. */
export const journeySteps: readonly MaintenanceStep[] = [resolveCustomersStep, ...maintenanceSteps];

/**
 * The whole build. Executed, each step commits by itself with its entry in the log, so that a
 * build killed anywhere is carried on by running it again. A build that finds everything as
 * the last one left it stops there. A Fault when another import, build or undo holds the business.
 */
export async function buildJourney(database: Database, businessId: string, options: BuildOptions): Promise<BuildReport> {
  return withBusinessLock(database, businessId, 'build', async () => {
    if (!options.execute) {
      const rehearse = async (transaction: BusinessTransaction): Promise<StepReport[]> =>
        (await skip(transaction, options)) ?? runAll(transaction, journeySteps, options);
      return { dryRun: true, steps: await database.inBusiness(businessId, rehearse, 'dry-run'), offences: null };
    }
    const skipped = await database.inBusiness(businessId, async (transaction) => {
      const reports = await skip(transaction, options);
      for (const report of reports ?? []) await log(transaction, report);
      return reports;
    });
    if (skipped !== null) return { dryRun: false, steps: skipped, offences: null };
    const steps = await executeAll(database, businessId, journeySteps, options);
    const offences = await database.inBusiness(businessId, async (transaction) => {
      const found = await auditJourney(transaction);
      await recordIntegrity(transaction, found);
      await rememberBuild(transaction, steps, options);
      await condenseDataChanges(transaction);
      return found;
    });
    return { dryRun: false, steps, offences };
  });
}

/** Some steps alone, in the order given; always looks at everything. */
export async function runSteps(
  database: Database,
  businessId: string,
  steps: readonly MaintenanceStep[],
  options: BuildOptions,
): Promise<BuildReport> {
  return withBusinessLock(database, businessId, 'build', async () => {
    if (!options.execute)
      return {
        dryRun: true,
        steps: await database.inBusiness(businessId, (transaction) => runAll(transaction, steps, options), 'dry-run'),
        offences: null,
      };
    return { dryRun: false, steps: await executeAll(database, businessId, steps, options), offences: null };
  });
}

async function skip(transaction: BusinessTransaction, options: BuildOptions): Promise<StepReport[] | null> {
  return options.force === true ? null : findNothingToDo(transaction, options);
}

async function runAll(transaction: BusinessTransaction, steps: readonly MaintenanceStep[], options: BuildOptions): Promise<StepReport[]> {
  const reports: StepReport[] = [];
  for (const step of steps) {
    begin(step, options);
    reports.push(await step.run(transaction, options));
  }
  return reports;
}

async function executeAll(
  database: Database,
  businessId: string,
  steps: readonly MaintenanceStep[],
  options: BuildOptions,
): Promise<StepReport[]> {
  const reports: StepReport[] = [];
  for (const step of steps) {
    begin(step, options);
    reports.push(await executeOne(database, businessId, step, options));
  }
  return reports;
}

async function executeOne(database: Database, businessId: string, step: MaintenanceStep, options: BuildOptions): Promise<StepReport> {
  if (step.execute !== undefined) {
    const report = await step.execute(database, businessId, options);
    await database.inBusiness(businessId, (transaction) => log(transaction, report));
    return report;
  }
  return database.inBusiness(businessId, async (transaction) => {
    const report = await step.run(transaction, options);
    await log(transaction, report);
    return report;
  });
}

async function log(transaction: BusinessTransaction, report: StepReport): Promise<void> {
  await logExecution(transaction, report.name, `${report.changed} changed, ${report.unresolved} unresolved`);
}

function begin(step: MaintenanceStep, options: BuildOptions): void {
  stopIfInterrupted(options.signal, 'The finished steps are kept: run the same command again to go on.');
  options.onStep?.(step);
}
