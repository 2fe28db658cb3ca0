import type { Database } from '../../platform/database/database.ts';
import type { ThroughlineModule } from '../../platform/app/plug.ts';
import { isSqlState } from '../../platform/database/sql-state.ts';
import { Fault } from '../../platform/fault.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import { foldersOf } from '../question-folders.ts';
import { getQuestion } from '../reading/find-questions.ts';
import { readParameter } from '../running/read-parameter.ts';
import { settleParameters } from '../running/settle-parameters.ts';
import insertSql from './insert-schedule.sql';
import { nextRun } from './next-run.ts';
import { readCron } from './read-cron.ts';
import { resolveDays } from './resolve-days.ts';
import type { Schedule } from './schedule.ts';

export type WantedSchedule = Omit<Schedule, 'id' | 'nextRunAt'>;

/** Checks a schedule as its first run would (question, parameters, zone, cadence) and writes it down unless it is a dry run. */
export async function addSchedule(
  database: Database,
  modules: readonly ThroughlineModule[],
  wanted: WantedSchedule & { businessId: string; now: Date; isDryRun: boolean },
): Promise<Schedule> {
  const question = getQuestion(foldersOf(modules), wanted.question);
  requireName(wanted.name);
  readParameter({ name: 'time-zone', type: 'time_zone', default: null, meaning: 'The zone its times are meant in.' }, wanted.timeZone);
  if (!Number.isInteger(wanted.keep) || wanted.keep < 1 || wanted.keep > 1000)
    throw new Fault('schedule_keep', '--keep takes a whole number from 1 to 1000: how many files stay.', { exit: 'usage' });
  const { businessId, now, isDryRun, ...fields } = wanted;
  const schedule: Schedule = { ...fields, id: uuidV7(), nextRunAt: nextRun(readCron(wanted.cron), wanted.timeZone, now) };
  await database.inBusiness(
    businessId,
    async (transaction) => {
      await settleParameters(transaction, question, resolveDays(wanted.parameters, wanted.timeZone, now));
      const { id, name, question: asked, parameters, cron, timeZone, output, folder, keep, nextRunAt } = schedule;
      await transaction
        .run(insertSql, [businessId, id, name, asked, JSON.stringify(parameters), cron, timeZone, output, folder, keep, nextRunAt])
        .catch((cause: unknown) => {
          if (!isSqlState(cause, '23505')) throw cause;
          throw new Fault(
            'schedule_twice',
            `There is a schedule "${name}" already. Remove it first, or give this one another name with --name.`,
            {
              exit: 'usage',
              cause,
            },
          );
        });
    },
    isDryRun ? 'dry-run' : 'write',
  );
  return schedule;
}

/** Names begin the names of files, so they hold what every file system takes. */
function requireName(name: string): void {
  if (/^[a-z0-9][a-z0-9_-]{0,62}$/.test(name)) return;
  throw new Fault('schedule_name', `"${name.slice(0, 80)}" cannot name a schedule: use lower-case letters, digits, _ and -.`, {
    exit: 'usage',
  });
}
