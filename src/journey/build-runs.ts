import type { BuildShape } from '../../contract/build.ts';
import { dependentPointers, recordSources } from '../customers/index.ts';
import { explainError } from '../platform/cli/explain-error.ts';
import { Fault } from '../platform/fault.ts';
import type { RouteContext } from '../platform/http/route-door.ts';
import { buildJourney, type BuildReport, journeySteps } from './build-journey.ts';
import { followBuild } from './follow-build.ts';
import { readManualMappings } from './manual-mappings/read-manual-mappings.ts';

export interface BuildRuns {
  /** Begins a build and returns at once; a Fault when one runs in this business already. */
  start(businessId: string, wanted: { execute: boolean; startedBy: string }): BuildShape;
  show(businessId: string): BuildShape;
  /** Lets all stop at their next safe point, and waits. */
  close(): Promise<void>;
}

interface Run {
  shown: BuildShape;
  done: Promise<void>;
}

/**
 * The builds that this server runs, one per business. Kept in memory: a build that is killed is
 * carried on by starting it again, and what it did stands in journey.script_execution_log.
 */
export function openBuildRuns(context: RouteContext): BuildRuns {
  const runs = new Map<string, Run>();
  const stopping = new AbortController();
  return {
    start(businessId, wanted) {
      if (runs.get(businessId)?.shown.state === 'running') throw alreadyRunning();
      const shown: BuildShape = { ...NONE, state: 'running', dryRun: !wanted.execute, startedAt: new Date().toISOString() };
      runs.set(businessId, { shown, done: run(context, businessId, { ...wanted, shown, signal: stopping.signal }) });
      return shown;
    },
    show: (businessId) => runs.get(businessId)?.shown ?? NONE,
    async close() {
      stopping.abort();
      await Promise.all([...runs.values()].map(({ done }) => done));
    },
  };
}

const NONE: BuildShape = {
  state: 'none',
  dryRun: true,
  step: null,
  stepNumber: 0,
  stepCount: journeySteps.length,
  steps: null,
  offences: null,
  failure: null,
  startedAt: null,
  finishedAt: null,
};

interface Wanted {
  execute: boolean;
  startedBy: string;
  shown: BuildShape;
  signal: AbortSignal;
}

async function run(context: RouteContext, businessId: string, { execute, startedBy, shown, signal }: Wanted): Promise<void> {
  const { database, modules, dataDir } = context;
  try {
    const report = await buildJourney(database, businessId, {
      execute,
      signal,
      startedBy,
      manualMappings: readManualMappings([dataDir, process.cwd()]),
      recordSources: recordSources.collect(modules),
      dependentPointers: dependentPointers.collect(modules),
      onStep(step) {
        shown.step = step.title;
        shown.stepNumber += 1;
      },
    });
    if (execute) await followBuild(database, businessId, modules);
    Object.assign(shown, { state: 'done', steps: titled(report), offences: report.offences });
  } catch (error) {
    const { code, message } = explainError(error);
    Object.assign(shown, { state: 'failed', failure: { code, message } });
  }
  Object.assign(shown, { step: null, finishedAt: new Date().toISOString() });
}

function titled({ steps }: BuildReport): BuildShape['steps'] {
  const titles = new Map(journeySteps.map((step) => [step.name, step.title]));
  return steps.map(({ name, changed, unresolved }) => ({ name, title: titles.get(name) ?? name, changed, unresolved }));
}

function alreadyRunning(): Fault {
  return new Fault('build_running', 'What was imported is being linked just now. Wait until that is done.', {
    status: 409,
    exit: 'tryLater',
  });
}
