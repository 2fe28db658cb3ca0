import type { BusinessTransaction } from '../../platform/database/database.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import { nextRun } from './next-run.ts';
import noteRunSql from './note-run.sql';
import { readCron } from './read-cron.ts';
import { type RunOutcome, runSchedule } from './run-schedule.ts';
import type { Schedule, ScheduleContext } from './schedule.ts';
import setNextRunSql from './set-next-run.sql';
import takeDueSql from './take-due-schedule.sql';

export interface FinishedRun {
  schedule: Schedule;
  outcome: RunOutcome;
}

/**
 * Runs every schedule of a business that is due at a moment, one after the other. However many
 * times one was missed, it runs once. A run that is killed leaves its schedule due: its lock goes
 * with its connection, and its file has another name until it is whole.
 */
export async function runDueSchedules(
  context: ScheduleContext,
  businessId: string,
  now: Date,
  isStopped: () => boolean = () => false,
): Promise<FinishedRun[]> {
  const finished: FinishedRun[] = [];
  while (!isStopped()) {
    const run = await context.database.inBusiness(businessId, (transaction) => runOne(context, transaction, now));
    if (run === undefined) break;
    finished.push(run);
  }
  return finished;
}

async function runOne(context: ScheduleContext, transaction: BusinessTransaction, now: Date): Promise<FinishedRun | undefined> {
  const { businessId } = transaction;
  const [schedule] = await transaction.rows<Schedule & Record<string, unknown>>(takeDueSql, [businessId, now]);
  if (schedule === undefined) return undefined;
  const outcome = await runSchedule(context, businessId, schedule, now);
  await noteRun(transaction, schedule, { dueAt: schedule.nextRunAt, startedAt: now, outcome });
  await transaction.run(setNextRunSql, [businessId, schedule.id, nextRun(readCron(schedule.cron), schedule.timeZone, now)]);
  return { schedule, outcome };
}

/** Writes down what became of a run. */
export async function noteRun(
  transaction: BusinessTransaction,
  schedule: Schedule,
  run: { dueAt: Date; startedAt: Date; outcome: RunOutcome },
): Promise<void> {
  const { outcome } = run;
  const values = 'file' in outcome ? [outcome.file, outcome.rows, null, null] : [null, null, outcome.errorCode, outcome.error];
  await transaction.run(noteRunSql, [transaction.businessId, uuidV7(), schedule.id, run.dueAt, run.startedAt, ...values]);
}
