import { setTimeout as wait } from 'node:timers/promises';
import { explainError } from '../../platform/cli/explain-error.ts';
import { findBusinesses } from '../../tenancy/index.ts';
import { runDueSchedules } from './run-due-schedules.ts';
import type { ScheduleContext } from './schedule.ts';
import { exportRoot } from './schedule-folder.ts';

/** How long a due schedule waits at most; asking whether one is due reads one index entry per business. */
const LOOK_EVERY_MS = 20_000;

/** Runs what is due, in every business, until the signal; a run that has begun is finished first. */
export async function watchSchedules(
  options: Omit<ScheduleContext, 'root'> & { dataDir: string; signal: AbortSignal; say(text: string): void },
): Promise<void> {
  const { signal, say } = options;
  const context: ScheduleContext = { database: options.database, modules: options.modules, root: exportRoot(options.dataDir) };
  while (!signal.aborted) {
    await lookOnce(context, signal, say).catch((error: unknown) => say(`Schedules: ${explainError(error).message}`));
    await wait(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
  }
}

async function lookOnce(context: ScheduleContext, signal: AbortSignal, say: (text: string) => void): Promise<void> {
  for (const business of await findBusinesses(context.database)) {
    for (const { schedule, outcome } of await runDueSchedules(context, business.id, new Date(), () => signal.aborted)) {
      if ('file' in outcome) say(`Schedule ${schedule.name}: ${outcome.rows} rows written to ${outcome.file}.`);
      else
        say(
          `Schedule ${schedule.name} failed: ${outcome.error} More: throughline query schedule show ${schedule.name} --business ${business.slug}`,
        );
    }
  }
}
