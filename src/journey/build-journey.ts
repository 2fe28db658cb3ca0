import { stopIfInterrupted } from '../platform/cli/cli-context.ts';
import type { BusinessTransaction, Database } from '../platform/database/database.ts';
import { uuidV7 } from '../platform/uuid.ts';
import { withBusinessLock } from '../tenancy/index.ts';
import { recordIntegrity } from './coverage/record-integrity.ts';
import { resolveCustomersStep } from './customers/resolve-customers-step.ts';
import logExecution from './log-execution.sql';
import { maintenanceSteps } from './maintenance-steps.ts';
import type { MaintenanceStep, StepOptions, StepReport } from './maintenance-step.ts';

export interface BuildReport {
  dryRun: boolean;
  steps: StepReport[];
}

export interface BuildOptions extends StepOptions {
  /** False: everything is done and rolled back, so that the report is exactly what executing would do. */
  execute: boolean;
  signal: AbortSignal;
  /** Called before each step. */
  onStep?: (step: MaintenanceStep) => void;
}

/** Everything `journey build` does, in order. */
export const journeySteps: readonly MaintenanceStep[] = [resolveCustomersStep, ...maintenanceSteps];

/** The whole build, with what the given modules plugged in. */
export async function buildJourney(database: Database, businessId: string, options: BuildOptions): Promise<BuildReport> {
  return runSteps(database, businessId, journeySteps, options);
}

/**
 * Runs maintenance steps in order. Executed, each step is a transaction of its own with its
 * entry in the log, so that a build killed anywhere is carried on by running it again; the
 * link coverage is noted at the end. A Fault when another import, build or undo holds the business.
 */
export async function runSteps(database: Database, businessId: string, steps: readonly MaintenanceStep[], options: BuildOptions): Promise<BuildReport> {
  return withBusinessLock(database, businessId, 'build', async () => {
    if (!options.execute) {
      return database.inBusiness(businessId, async (transaction) => ({ dryRun: true, steps: await runAll(transaction, steps, options) }), 'dry-run');
    }
    const reports: StepReport[] = [];
    for (const step of steps) {
      stop(options.signal);
      options.onStep?.(step);
      reports.push(await database.inBusiness(businessId, (transaction) => execute(transaction, step, options)));
    }
    await database.inBusiness(businessId, recordIntegrity);
    return { dryRun: false, steps: reports };
  });
}

async function runAll(transaction: BusinessTransaction, steps: readonly MaintenanceStep[], options: BuildOptions): Promise<StepReport[]> {
  const reports: StepReport[] = [];
  for (const step of steps) {
    stop(options.signal);
    options.onStep?.(step);
    reports.push(await step.run(transaction, options));
  }
  return reports;
}

async function execute(transaction: BusinessTransaction, step: MaintenanceStep, options: StepOptions): Promise<StepReport> {
  const report = await step.run(transaction, options);
  const notes = `${report.changed} changed, ${report.unresolved} unresolved`;
  await transaction.run(logExecution, [transaction.businessId, uuidV7(), report.name, new Date(), notes]);
  return report;
}

function stop(signal: AbortSignal): void {
  stopIfInterrupted(signal, 'The finished steps are kept: run the same command again to go on.');
}
