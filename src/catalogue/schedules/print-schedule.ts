import type { ListedRun } from './find-schedules.ts';
import type { Schedule } from './schedule.ts';

/** A schedule in one line: what, when, where to, and when next by its own clock. */
export function printSchedule(schedule: Schedule): string {
  const parameters = Object.entries(schedule.parameters).map(([name, value]) => ` ${name}=${value}`);
  const to = schedule.folder === '' ? 'the export folder' : schedule.folder;
  return `${schedule.name}: ${schedule.question}${parameters.join('')} as ${schedule.output} to ${to}, at "${schedule.cron}" ${schedule.timeZone}, keeps ${schedule.keep}; next ${whenOf(schedule.nextRunAt, schedule.timeZone)}`;
}

/** One run in a line: when, and the file or what went wrong. */
export function printRun(run: ListedRun, timeZone: string): string {
  const became = run.file === null ? `failed (${run.errorCode ?? ''}): ${run.error ?? ''}` : `${run.rows ?? 0} rows to ${run.file}`;
  return `${whenOf(run.startedAt, timeZone)}  ${became}`;
}

/** An instant by the clock of a zone, to the minute: 2025-03-03 07:00. */
export function whenOf(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(instant);
}
