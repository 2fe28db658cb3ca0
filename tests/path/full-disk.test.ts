import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeScratchFolder } from './data-folders.ts';
import { askThroughline, startThroughline } from './run-throughline.ts';

/** A journal segment of the server is 16 MiB: with less it cannot even start. */
const SEGMENT = 16 * 1024 * 1024;
const ROWS = 10_500;

let folder: { path: string; remove(): Promise<void> };
let dataDir: string;
let exportsFolder: string;
beforeAll(async () => {
  folder = await makeScratchFolder();
  dataDir = join(folder.path, 'data');
  exportsFolder = join(folder.path, 'exports');
  mkdirSync(exportsFolder);
  writeFileSync(join(exportsFolder, 'bad-leads.csv'), badLeads());
});
afterAll(() => folder.remove());

test('a first start without room says that the disk is full, and starts once there is some', async () => {
  expect(await failure(['import', 'list'], SEGMENT / 16)).toEqual(DISK_FULL);
  expect(await askThroughline<{ batches: unknown[] }>(dataDir, ['import', 'list'])).toMatchObject({ batches: [] });
});

test('a dry run without room says that the disk is full', async () => {
  expect(await failure(['import', exportsFolder], SEGMENT * 1.05)).toEqual(DISK_FULL);
});

test('an import without room says that the disk is full, loses nothing, and is carried on by the same command', async () => {
  expect(await failure(['import', exportsFolder, '--execute'], SEGMENT * 1.05)).toEqual(DISK_FULL);
  const report = await askThroughline<{ totals: Record<string, number> }>(dataDir, ['import', exportsFolder, '--execute']);
  expect(report.totals).toMatchObject({ rows: ROWS, created: ROWS });
});

const DISK_FULL = { exit: 75, code: 'disk_full' };

async function failure(args: readonly string[], fileLimit: number): Promise<{ exit: number | null; code: string }> {
  const ended = await startThroughline(dataDir, [...args, '--json', '--quiet'], fileLimit).ended;
  const told: { error?: { code: string } } = ended.stdout === '' ? {} : JSON.parse(ended.stdout);
  return { exit: ended.exit, code: told.error?.code ?? ended.stderr };
}

/** 19 MB in few rows: larger than a file may be, whatever compression does to the reasons. */
function badLeads(): string {
  const noise = (row: number): string => Array.from({ length: 60 }, (_, piece) => hash(row * 61 + piece)).join('');
  const rows = Array.from({ length: ROWS }, (_, row) => `Web,Pat Quill${row},pat${row}@example.com,,3/4/2026,3/1/2026,${noise(row)}`);
  return ['Provider,Customer Name,Customer Email,Customer Phone,Move Date,Date Lead Received,Lead Bad Reason', ...rows].join('\n');
}

/** Some thirty characters that do not repeat. */
function hash(seed: number): string {
  let state = seed + 1;
  let text = '';
  while (text.length < 30) {
    state = (state * 48_271) % 2_147_483_647;
    text += state.toString(36);
  }
  return text.slice(0, 30);
}
