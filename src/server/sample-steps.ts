import { join } from 'node:path';
import { writeMoverSample } from '../../samples/write-samples.ts';
import { dependentPointers, recordSources } from '../customers/index.ts';
import { fileKinds, importAudits, importFiles } from '../import/index.ts';
import { buildJourney } from '../journey/index.ts';
import type { ThroughlineModule } from '../platform/app/plug.ts';
import type { SampleSteps } from './seed-sample.ts';

const STARTED_BY = 'throughline start';

/** How the sample is really loaded: its own generator, the real importer, the real build. */
export function sampleSteps(modules: readonly ThroughlineModule[], dataDir: string, signal: AbortSignal): SampleSteps {
  return {
    async writeExports(folder) {
      await writeMoverSample(folder);
      return [join(folder, 'exports')];
    },

    async importFiles(database, business, paths) {
      const { files, totals } = await importFiles(database, business, {
        paths,
        kinds: fileKinds.collect(modules),
        dataDir,
        startedBy: STARTED_BY,
        execute: true,
        signal,
        audits: importAudits.collect(modules),
      });
      return `${count(files.length)} files with ${count(totals.rows)} rows: ${count(totals.created)} created, ${count(totals.updated)} updated, ${count(totals.same)} the same, ${count(totals.skipped)} skipped, ${count(totals.quarantined)} in quarantine.`;
    },

    async buildJourney(database, business) {
      const { steps } = await buildJourney(database, business.id, {
        execute: true,
        signal,
        startedBy: STARTED_BY,
        // The data folder's own mappings are for the user's files, not for the invented company's.
        manualMappings: { salesPersons: [], branches: [], leadSources: [] },
        recordSources: recordSources.collect(modules),
        dependentPointers: dependentPointers.collect(modules),
      });
      return `customers, quotes, lead sources and people in ${steps.length} steps: ${count(steps.reduce((sum, step) => sum + step.changed, 0))} links and values set.`;
    },
  };
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
