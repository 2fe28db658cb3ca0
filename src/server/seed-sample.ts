import { join } from 'node:path';
import type { Database } from '../platform/database/database.ts';
import { uuidV7 } from '../platform/uuid.ts';
import { type Business, findBusinesses, makeBusiness } from '../tenancy/index.ts';
import findSampleLoadedSql from './find-sample-loaded.sql';
import noteSampleLoadedSql from './note-sample-loaded.sql';

/** The steps that fill the sample business; each can be repeated after a kill and then changes nothing twice. */
export interface SampleSteps {
  /** Writes the sample's exports below a folder and returns the files or folders to import. */
  writeExports(folder: string): Promise<string[]>;
  /** Imports them as a user would; returns what to tell. */
  importFiles(database: Database, business: Business, paths: string[]): Promise<string>;
  /** Links everything; returns what to tell. */
  buildJourney(database: Database, business: Business): Promise<string>;
}

export interface SeedOptions {
  dataDir: string;
  /** Takes plain progress lines. */
  say(text: string): void;
  /** Takes what is going on, for whoever opens the page early. */
  doing(step: string): void;
}

const SAMPLE = {
  slug: 'prairie-peak',
  name: 'Prairie Peak Movers',
  timeZone: 'America/Edmonton',
  currency: 'CAD',
  country: 'CA',
  isSample: true,
};

/**
 * Fills a new installation with the sample mover, through the same importer that real
 * files take. Does nothing when there is a business already, unless that is the sample
 * whose loading was broken off: then it goes on. Returns whether it loaded.
 */
export async function seedSample(database: Database, steps: SampleSteps, options: SeedOptions): Promise<boolean> {
  const known = await findBusinesses(database);
  const sample = known.find((business) => business.slug === SAMPLE.slug && business.isSample);
  if (known.length > 0 && sample === undefined) return false;
  if (sample !== undefined && (await isLoaded(database, sample))) return false;
  options.say(
    sample === undefined
      ? `Loading the sample: ${SAMPLE.name}, an invented moving company (leave it out with --no-sample).`
      : `Going on with the sample ${SAMPLE.name}, which was broken off.`,
  );
  const business = sample ?? (await makeBusiness(database, SAMPLE));
  options.doing("writing the sample company's exports");
  const paths = await steps.writeExports(join(options.dataDir, 'sample'));
  options.doing("importing the sample company's exports");
  options.say(`  Imported ${await steps.importFiles(database, business, paths)}`);
  options.doing("linking the sample company's leads, quotes and jobs");
  options.say(`  Linked ${await steps.buildJourney(database, business)}`);
  await database.inBusiness(business.id, (transaction) => transaction.run(noteSampleLoadedSql, [business.id, uuidV7()]));
  return true;
}

async function isLoaded(database: Database, sample: Business): Promise<boolean> {
  const rows = await database.inBusiness(sample.id, (transaction) => transaction.rows(findSampleLoadedSql, [sample.id]), 'read');
  return rows.length > 0;
}
