import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { badLeadSheet } from './mover/bad-leads.ts';
import { bookedSheet } from './mover/booked-opportunities.ts';
import { encodeSheet } from './mover/encode.ts';
import { jobSheets } from './mover/jobs.ts';
import { leadSheets } from './mover/lead-status.ts';
import { lostLeadSheet } from './mover/lost-leads.ts';
import { makeNextMonth } from './mover/next-month.ts';
import { salesPerformanceSheet } from './mover/sales-performance.ts';
import type { World } from './mover/model.ts';
import type { Sheet } from './mover/sheet.ts';
import { makeTruth, type Truth } from './mover/truth.ts';
import { userPerformanceSheet } from './mover/user-performance.ts';
import { makeWorld } from './mover/world.ts';

/**
 * Writes Prairie Peak Movers into `targetDir`: `exports/` (this month), `exports-next-month/`
 * and `truth.json`. Always the same bytes; existing files of those names are overwritten.
 */
export async function writeMoverSample(targetDir: string): Promise<Truth> {
  const world = makeWorld();
  const sheets = firstSheets(world);
  const next = makeNextMonth(world);
  for (const sheet of [...sheets, ...next.sheets]) {
    await mkdir(join(targetDir, sheet.folder), { recursive: true });
    await writeFile(join(targetDir, sheet.folder, sheet.file), await encodeSheet(sheet));
  }
  const truth = makeTruth(world, sheets, next);
  await writeFile(join(targetDir, 'truth.json'), `${JSON.stringify(truth, null, 1)}\n`);
  return truth;
}

/** This month's exports, each row with its fate. */
export function firstSheets(world: World): Sheet[] {
  return [
    ...jobSheets(world),
    bookedSheet(world),
    ...leadSheets(world),
    badLeadSheet(world),
    lostLeadSheet(world),
    userPerformanceSheet(),
    salesPerformanceSheet(world),
  ];
}
