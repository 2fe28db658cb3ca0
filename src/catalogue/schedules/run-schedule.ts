import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { explainError } from '../../platform/cli/explain-error.ts';
import { DOWNLOADS } from '../presenting/pack-answer.ts';
import { writeAnswer } from '../presenting/write-answer.ts';
import { runQuestion } from '../run-question.ts';
import { readCron } from './read-cron.ts';
import { resolveDays } from './resolve-days.ts';
import type { Schedule, ScheduleContext } from './schedule.ts';
import { openFolder, tidyFolder } from './schedule-folder.ts';

/** The file a run wrote, or why it wrote none. */
export type RunOutcome = { file: string; rows: number } | { errorCode: string; error: string };

/**
 * Asks the question of a schedule and writes the answer beside its earlier ones, under the day of
 * the run; the oldest beyond those to keep go. What fails is told, not thrown.
 */
export async function runSchedule(context: ScheduleContext, businessId: string, schedule: Schedule, now: Date): Promise<RunOutcome> {
  try {
    const { database, modules, root } = context;
    const parameters = resolveDays(schedule.parameters, schedule.timeZone, now);
    const answer = await runQuestion(database, modules, { businessId, id: schedule.question, parameters });
    const folder = await openFolder(root, schedule.folder);
    const { ending } = DOWNLOADS[schedule.output];
    const file = join(folder, `${schedule.name}-${stampOf(schedule, now)}.${ending}`);
    await writeAnswer(answer, schedule.output, file);
    await tidyFolder(folder, schedule.name, ending, schedule.keep);
    return { file, rows: answer.rows.length };
  } catch (cause) {
    const fault = explainError(cause);
    return { errorCode: fault.code, error: fault.message };
  }
}

/** The day by the clock of the schedule; with the time where several runs may fall on one day. */
function stampOf({ cron, timeZone }: Schedule, now: Date): string {
  const clock = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const { hours, minutes } = readCron(cron);
  const isDaily = hours.size === 1 && minutes.size === 1;
  const time = clock.toPlainTime().toString({ smallestUnit: 'minute' }).replace(':', '');
  return isDaily ? clock.toPlainDate().toString() : `${clock.toPlainDate().toString()}-${time}`;
}
