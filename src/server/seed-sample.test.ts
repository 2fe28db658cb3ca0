import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../tests/database.ts';
import { findBusinesses, makeBusiness } from '../tenancy/index.ts';
import { type SampleSteps, seedSample } from './seed-sample.ts';

let scratch: ScratchDatabase;
let lines: string[];
const dataDir = mkdtempSync(join(tmpdir(), 'throughline-seed-'));
const options = () => ({ dataDir, say: (text: string) => void lines.push(text), doing: () => {} });

beforeEach(async () => {
  scratch = await withDatabase();
  lines = [];
});

afterEach(() => scratch.drop());

const steps = (over: Partial<SampleSteps> = {}): SampleSteps => ({
  writeExports: async (folder) => [join(folder, 'exports')],
  importFiles: async (_database, _business, paths) => `${paths.length} folder`,
  buildJourney: async () => 'all',
  ...over,
});

const empty = () => scratch.database.outsideBusinesses((client) => client.query('delete from tenancy.businesses'));

test('a new installation gets the sample business, once', async () => {
  await empty();
  expect(await seedSample(scratch.database, steps(), options())).toBe(true);
  expect(await findBusinesses(scratch.database)).toMatchObject([
    { slug: 'prairie-peak', isSample: true, currency: 'CAD', timeZone: 'America/Edmonton' },
  ]);
  expect(lines.join('\n')).toContain('Imported 1 folder');
  expect(await seedSample(scratch.database, steps(), options())).toBe(false);
});

test('an installation with a business of its own gets none', async () => {
  expect(await seedSample(scratch.database, steps(), options())).toBe(false);
  expect((await findBusinesses(scratch.database)).map((business) => business.slug)).toEqual(['test-mover']);
});

test('broken off midway, the next start goes on with it', async () => {
  await empty();
  const broken = steps({ buildJourney: () => Promise.reject(new Error('killed')) });
  await expect(seedSample(scratch.database, broken, options())).rejects.toThrow('killed');
  expect(await seedSample(scratch.database, steps(), options())).toBe(true);
  expect(lines.some((line) => line.startsWith('Going on with the sample'))).toBe(true);
  expect(await findBusinesses(scratch.database)).toHaveLength(1);
});

test("goes on also when a business of one's own was made in between, and leaves that alone", async () => {
  await empty();
  await seedSample(scratch.database, steps({ importFiles: () => Promise.reject(new Error('killed')) }), options()).catch(() => {});
  await makeBusiness(scratch.database, { slug: 'mine' });
  const touched: string[] = [];
  const watched = steps({
    importFiles: async (_database, business) => {
      touched.push(business.slug);
      return '';
    },
  });
  expect(await seedSample(scratch.database, watched, options())).toBe(true);
  expect(touched).toEqual(['prairie-peak']);
});
