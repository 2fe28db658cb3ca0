import type { BusinessTransaction } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import listRunsSql from './list-runs.sql';
import listSql from './list-schedules.sql';
import type { Schedule } from './schedule.ts';

export interface ListedSchedule extends Schedule {
  lastRunAt: Date | null;
  lastFile: string | null;
  lastError: string | null;
}

export interface ListedRun {
  dueAt: Date;
  startedAt: Date;
  file: string | null;
  rows: number | null;
  errorCode: string | null;
  error: string | null;
}

/** The schedules of the business by name, each with its last run. */
export function findSchedules(transaction: BusinessTransaction): Promise<ListedSchedule[]> {
  return transaction.rows<ListedSchedule & Record<string, unknown>>(listSql, [transaction.businessId]);
}

/** The schedule of that name; a Fault that lists the known ones when there is none. */
export async function getSchedule(transaction: BusinessTransaction, name: string): Promise<ListedSchedule> {
  const schedules = await findSchedules(transaction);
  const found = schedules.find((schedule) => schedule.name === name);
  if (found !== undefined) return found;
  const known = schedules.length === 0 ? 'There is none.' : `Known: ${schedules.map((schedule) => schedule.name).join(', ')}.`;
  throw new Fault('no_such_schedule', `There is no schedule "${name}". ${known}`, { exit: 'usage', status: 404 });
}

/** Its last runs, newest first. */
export function findRuns(transaction: BusinessTransaction, scheduleId: string): Promise<ListedRun[]> {
  return transaction.rows<ListedRun & Record<string, unknown>>(listRunsSql, [transaction.businessId, scheduleId]);
}
