import type { Command } from 'commander';
import type { CliContext } from '../../platform/cli/cli-context.ts';
import type { Database } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import { type Business, chooseBusiness } from '../../tenancy/index.ts';
import type { Download } from '../presenting/pack-answer.ts';
import { addSchedule } from './add-schedule.ts';
import deleteSql from './delete-schedule.sql';
import { findRuns, findSchedules, getSchedule } from './find-schedules.ts';
import { printRun, printSchedule, whenOf } from './print-schedule.ts';
import { cronOfWords } from './read-cron.ts';
import { noteRun } from './run-due-schedules.ts';
import { runSchedule } from './run-schedule.ts';
import { exportRoot, readFolder } from './schedule-folder.ts';

export interface ScheduleOptions {
  param: Record<string, string>;
  every?: string;
  cron?: string;
  timeZone?: string;
  output: Download;
  to: string;
  keep: string;
  name?: string;
  execute?: true;
}

/** Adds a schedule; without --execute it is checked whole and shown with its first run. */
export async function addScheduleVerb(context: CliContext, command: Command, question: string, options: ScheduleOptions): Promise<void> {
  const root = exportRoot(context.config(command).dataDir);
  await inChosen(context, command, async (database, business) => {
    const schedule = await addSchedule(database, context.modules, {
      businessId: business.id,
      name: options.name ?? question,
      question,
      parameters: options.param,
      cron: cadenceOf(options),
      timeZone: options.timeZone ?? business.timeZone,
      output: options.output,
      folder: readFolder(root, options.to),
      keep: Number(options.keep),
      now: new Date(),
      isDryRun: options.execute !== true,
    });
    const isDryRun = options.execute !== true;
    if (isDryRun) context.endWith('changesFound');
    if (context.flags(command).json === true) return context.printJson({ dryRun: isDryRun, schedule });
    context.print(`${isDryRun ? 'Would add' : 'Added'}: ${printSchedule(schedule)}`);
    context.say(isDryRun ? 'Nothing was written; --execute does it.' : `Files go below ${root} while "throughline start" runs.`);
  });
}

/** Prints the schedules. */
export async function listSchedulesVerb(context: CliContext, command: Command): Promise<void> {
  await inChosen(context, command, async (database, business) => {
    const schedules = await database.inBusiness(business.id, findSchedules, 'read');
    if (context.flags(command).json === true) return context.printJson({ schedules });
    if (schedules.length === 0)
      return context.say('No schedule. Add one: throughline query schedule add ID --every "mon 07:00" --execute.');
    context.print(schedules.map((schedule) => `${printSchedule(schedule)}${lastOf(schedule)}`).join('\n'));
  });
}

/** Prints one schedule with its last runs. */
export async function showScheduleVerb(context: CliContext, command: Command, name: string): Promise<void> {
  await inChosen(context, command, async (database, business) => {
    const [schedule, runs] = await database.inBusiness(
      business.id,
      async (transaction) => {
        const found = await getSchedule(transaction, name);
        return [found, await findRuns(transaction, found.id)] as const;
      },
      'read',
    );
    if (context.flags(command).json === true) return context.printJson({ schedule, runs });
    context.print(
      [
        printSchedule(schedule),
        '',
        ...runs.map((run) => printRun(run, schedule.timeZone)),
        ...(runs.length === 0 ? ['Not run yet.'] : []),
      ].join('\n'),
    );
  });
}

/** Runs a schedule now; when it is due next does not change. */
export async function runScheduleVerb(context: CliContext, command: Command, name: string, options: { execute?: true }): Promise<void> {
  const root = exportRoot(context.config(command).dataDir);
  await inChosen(context, command, async (database, business) => {
    const schedule = await database.inBusiness(business.id, (transaction) => getSchedule(transaction, name), 'read');
    if (options.execute !== true) {
      context.endWith('changesFound');
      if (context.flags(command).json === true) return context.printJson({ dryRun: true, schedule });
      return context.print(`Would run now: ${printSchedule(schedule)}. --execute does it.`);
    }
    const now = new Date();
    const outcome = await runSchedule({ database, modules: context.modules, root }, business.id, schedule, now);
    await database.inBusiness(business.id, (transaction) => noteRun(transaction, schedule, { dueAt: now, startedAt: now, outcome }));
    if (!('file' in outcome))
      throw new Fault('schedule_failed', `The schedule "${name}" wrote nothing: ${outcome.error}`, { details: { ...outcome } });
    if (context.flags(command).json === true) return context.printJson({ dryRun: false, ...outcome });
    context.print(`${outcome.rows} rows written to ${outcome.file}`);
  });
}

/** Removes a schedule; without --execute it tells which. */
export async function removeScheduleVerb(context: CliContext, command: Command, name: string, options: { execute?: true }): Promise<void> {
  await inChosen(context, command, async (database, business) => {
    const isDone = options.execute === true;
    const schedule = await database.inBusiness(business.id, async (transaction) => {
      const found = await getSchedule(transaction, name);
      if (isDone) await transaction.run(deleteSql, [business.id, found.id]);
      return found;
    });
    if (!isDone) context.endWith('changesFound');
    if (context.flags(command).json === true) return context.printJson({ dryRun: !isDone, schedule });
    context.print(isDone ? `${name} is removed; its files stay.` : `Would remove: ${printSchedule(schedule)}. --execute does it.`);
  });
}

async function inChosen(
  context: CliContext,
  command: Command,
  work: (database: Database, business: Business) => Promise<void>,
): Promise<void> {
  const flags = context.flags(command);
  await context.withDatabase(command, async (database) => work(database, await chooseBusiness(database, flags.business)));
}

function cadenceOf({ every, cron }: ScheduleOptions): string {
  if (every !== undefined && cron === undefined) return cronOfWords(every);
  if (cron !== undefined && every === undefined) return cron;
  throw new Fault('schedule_cadence', 'Say when it runs, one way: --every "mon 07:00" or --cron "0 7 * * 1".', { exit: 'usage' });
}

function lastOf({
  lastRunAt,
  lastFile,
  lastError,
  timeZone,
}: {
  lastRunAt: Date | null;
  lastFile: string | null;
  lastError: string | null;
  timeZone: string;
}): string {
  if (lastRunAt === null) return '\n    not run yet';
  return `\n    last ${whenOf(lastRunAt, timeZone)}: ${lastFile ?? `failed: ${lastError ?? ''}`}`;
}
