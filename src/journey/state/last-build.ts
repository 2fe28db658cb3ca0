import { createHash } from 'node:crypto';
import { z } from 'zod';
import { version } from '../../platform/config.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { resolveCustomersStep } from '../customers/resolve-customers-step.ts';
import { logExecution } from '../log-execution.ts';
import type { StepOptions, StepReport } from '../maintenance-step.ts';
import readLastBuild from './read-last-build.sql';
import readState from './read-state.sql';

const NO_LINK = '00000000-0000-0000-0000-000000000000';

/** Lists in a report that stay true as long as nothing changes: names that wait for a person. */
const OPEN_QUESTIONS = ['ambiguous', 'withoutEvidence', 'unmatched', 'withoutTown', 'withoutName', 'mappingsTakenBack'];

const lastBuildNotes = z.object({
  state: z.string(),
  steps: z.array(z.object({ name: z.string(), unresolved: z.number(), details: z.record(z.string(), z.unknown()) })),
});

/**
 * The reports of a build that has nothing to do, because nothing it reads or writes differs
 * from what the last one left; null when there is something to do. Rows of other modules are
 * not part of that state: their people are looked at here, each time.
 */
export async function findNothingToDo(transaction: BusinessTransaction, options: StepOptions): Promise<StepReport[] | null> {
  const [last] = await transaction.rows<{ notes: string | null; last_execution_at: Date }>(readLastBuild, [transaction.businessId]);
  const notes = lastBuildNotes.safeParse(parseJson(last?.notes ?? ''));
  if (last === undefined || !notes.success || notes.data.state !== (await stateOf(transaction, options))) return null;
  const foreign = options.recordSources.filter((source) => !source.source.startsWith('journey.'));
  const people = await resolveCustomersStep.run(transaction, { ...options, recordSources: foreign, dependentPointers: [] });
  if (people.changed > 0) return null;
  return notes.data.steps.map((step) => ({
    ...step,
    changed: 0,
    details: { unchangedSince: last.last_execution_at.toISOString(), ...step.details },
  }));
}

/** Notes what a build left behind, so that the next one sees whether there is anything to do. */
export async function rememberBuild(transaction: BusinessTransaction, reports: readonly StepReport[], options: StepOptions): Promise<void> {
  const steps = reports.map(({ name, unresolved, details }) => ({
    name,
    unresolved,
    details: Object.fromEntries(Object.entries(details).filter(([key]) => OPEN_QUESTIONS.includes(key))),
  }));
  await logExecution(transaction, 'journey_build', JSON.stringify({ state: await stateOf(transaction, options), steps }));
}

/** Data, decisions by hand and program together: another version may read the same rows otherwise. */
async function stateOf(transaction: BusinessTransaction, options: StepOptions): Promise<string> {
  const { state } = await transaction.one<{ state: string }>(readState, [transaction.businessId, NO_LINK]);
  return createHash('sha256')
    .update(JSON.stringify([version, options.manualMappings, state]))
    .digest('hex');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
