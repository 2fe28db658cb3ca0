import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modules } from '../src/app.ts';
import { runQuestion } from '../src/catalogue/run-question.ts';
import type { Answer } from '../src/catalogue/running/answer.ts';
import { sampleSteps } from '../src/server/sample-steps.ts';
import { findBusinesses } from '../src/tenancy/choose-business.ts';
import { type ScratchDatabase, withDatabase } from './database.ts';

export interface SampleDatabase extends ScratchDatabase {
  ask(id: string, parameters?: Record<string, unknown>): Promise<Answer>;
}

/**
 * A clone of the template into which the sample mover was really imported and built: messy files
 * in, answers out. Its business is CAD, America/Edmonton; a second, empty one ("test-mover") stands beside it.
 */
export async function withSample(): Promise<SampleDatabase> {
  const scratch = await withDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'throughline-sample-'));
  const businessId = await scratch.makeBusiness('prairie-peak', { currency: 'CAD', timeZone: 'America/Edmonton' });
  const business = (await findBusinesses(scratch.database)).find(({ id }) => id === businessId);
  if (business === undefined) throw new Error('the business of the sample was just made and is not there');
  const steps = sampleSteps(modules, folder, new AbortController().signal);
  await steps.importFiles(scratch.database, business, await steps.writeExports(folder));
  await steps.buildJourney(scratch.database, business);
  await rm(folder, { recursive: true, force: true });
  return {
    ...scratch,
    businessId,
    ask: (id, parameters = {}) => runQuestion(scratch.database, modules, { businessId, id, parameters }),
  };
}
