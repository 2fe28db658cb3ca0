import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeRandom } from '../../samples/mover/random.ts';
import type { FileAccount } from '../../src/import/engine/account.ts';
import { openTables, type SourceRow } from '../../src/import/formats/read-tables.ts';
import { journeyKinds } from '../../src/journey/kinds/index.ts';
import { Fault } from '../../src/platform/fault.ts';
import { type ScratchDatabase, withDatabase } from '../database.ts';
import { type CutExport, cutExports } from './cut-exports.ts';
import { mutateExport } from './mutate-export.ts';
import { type LeftBehind, type Rehearsal, rehearseImport } from './rehearse-import.ts';

const FILES = Number.parseInt(process.env.THROUGHLINE_FUZZ ?? '500', 10);
const FILES_PER_IMPORT = 100;

let scratch: ScratchDatabase;
let exports: CutExport[];
let folder: string;
beforeAll(async () => {
  scratch = await withDatabase();
  exports = await cutExports(8);
  folder = await mkdtemp(join(tmpdir(), 'throughline-fuzz-'));
});
afterAll(async () => {
  await scratch.drop();
  await rm(folder, { recursive: true, force: true });
});

test(`accounts for every row of ${FILES} mutated exports of the seven kinds, or refuses the file with a Fault (THROUGHLINE_FUZZ sets how many)`, {
  timeout: 7_200_000,
}, async () => {
  const random = makeRandom('import fuzz');
  const outcomes = { accounted: 0, refused: 0, rows: 0 };
  for (let from = 0; from < FILES; from += FILES_PER_IMPORT) {
    const files = new Map<string, Buffer>();
    for (let nth = from; nth < Math.min(FILES, from + FILES_PER_IMPORT); nth += 1) {
      const seed = random.pick(exports);
      files.set(`${nth} ${seed.name}`, mutateExport(random, seed));
    }
    await importAndCheck(files, outcomes);
  }
  expect(outcomes.accounted + outcomes.refused).toBe(FILES);
  // Most mutations leave a readable file, or this test would prove little.
  expect(outcomes.accounted).toBeGreaterThan(FILES * 0.7);
  expect(outcomes.rows).toBeGreaterThan(FILES * 5);
});

interface Outcomes {
  accounted: number;
  refused: number;
  rows: number;
}

async function importAndCheck(files: ReadonlyMap<string, Buffer>, outcomes: Outcomes): Promise<void> {
  const exportsFolder = join(folder, 'exports');
  await mkdir(exportsFolder, { recursive: true });
  for (const [name, bytes] of files) await writeFile(join(exportsFolder, name), bytes);
  const rehearsal = await rehearse(exportsFolder);
  if (rehearsal === undefined) {
    await rm(exportsFolder, { recursive: true });
    await importOneByOne(files, outcomes);
    return;
  }
  const { report, leftBehind } = rehearsal;
  expect(report.files.length + report.problems.length).toBe(files.size);
  for (const account of report.files) {
    const left = leftBehind.get(account.name);
    if (left === undefined) throw new Error(`${account.name} is in the report but not in the database`);
    await checkAccount(account, left, join(exportsFolder, account.name));
    outcomes.accounted += 1;
    outcomes.rows += account.rows;
  }
  outcomes.refused += report.problems.length;
  await rm(exportsFolder, { recursive: true });
}

/** Undefined when one of several files broke the import: then each is tried alone, to name the one. */
async function rehearse(exportsFolder: string): Promise<Rehearsal | undefined> {
  try {
    return await rehearseImport(scratch, journeyKinds, exportsFolder);
  } catch {
    return undefined;
  }
}

async function importOneByOne(files: ReadonlyMap<string, Buffer>, outcomes: Outcomes): Promise<void> {
  const [only] = files;
  if (only !== undefined && files.size === 1) return expectFault(only[0], only[1], outcomes);
  for (const file of files) await importAndCheck(new Map([file]), outcomes);
}

async function expectFault(name: string, bytes: Buffer, outcomes: Outcomes): Promise<void> {
  const alone = join(folder, 'alone');
  await mkdir(alone, { recursive: true });
  await writeFile(join(alone, name), bytes);
  const error: unknown = await rehearseImport(scratch, journeyKinds, alone).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  await rm(alone, { recursive: true });
  if (!(error instanceof Fault))
    throw new Error(`${name} broke the importer: ${String(error)} ${bytes.toString('base64')}`, { cause: error });
  if (error.code === 'account_broken') throw new Error(`${name}: ${error.message} ${bytes.toString('base64')}`);
  outcomes.refused += 1;
}

/** The account adds up, and against the file read once more: each line after the header is in it once. */
async function checkAccount(account: FileAccount, left: LeftBehind, path: string): Promise<void> {
  const { rows, created, updated, same, skipped, quarantined, skippedBy } = account;
  const wrong = async (what: string) =>
    new Error(`${account.name}: ${what}: ${JSON.stringify(account)} ${(await readFile(path)).toString('base64')}`);
  if (created + updated + same + skipped + quarantined !== rows) throw await wrong('the account does not add up');
  const all = await readRows(path);
  const header = all.findIndex((row) => JSON.stringify(trimmedEnd(row.cells)) === JSON.stringify(left.header));
  const dataLines = new Set(all.slice(header + 1).map((row) => row.line));
  if (dataLines.size !== rows) throw await wrong(`${dataLines.size} rows stand below the header`);
  if (left.lines.some((line) => !dataLines.has(line))) throw await wrong(`a row claims a line that is none: ${left.lines}`);
  if (new Set(left.lines).size !== left.lines.length) throw await wrong(`a line is accounted for twice: ${left.lines}`);
  if (left.lines.length !== rows - same - (skippedBy.blank_row ?? 0))
    throw await wrong(`only the lines ${left.lines} are to be found again`);
  const bytes = await readFile(path);
  if (left.format === 'csv' && !isWide(bytes) && physicalLines(bytes) !== linesOf(all)) throw await wrong('a physical line is in no row');
}

async function readRows(path: string): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for (const table of await openTables(path, { keepRaw: true })) for await (const batch of table.batches()) rows.push(...batch);
  return rows;
}

function linesOf(rows: readonly SourceRow[]): number {
  return rows.reduce((total, row) => total + (row.raw ?? '').split('\n').length, 0);
}

/** Lines as any editor counts them; a file whose lines end in CR alone has no line feed outside its cells. */
function physicalLines(bytes: Buffer): number {
  const text = bytes.toString('latin1').replaceAll('\0', '');
  const lines = text.includes('\n') ? text.split('\n') : text.split('\r');
  return lines.at(-1) === '' ? lines.length - 1 : lines.length;
}

/** UTF-16: every other byte of plain text is NUL. */
function isWide(bytes: Buffer): boolean {
  return bytes.subarray(0, 200).filter((byte) => byte === 0).length > 20 || bytes[0] === 0xff || bytes[0] === 0xfe;
}

function trimmedEnd(cells: readonly string[]): string[] {
  let end = cells.length;
  while (end > 0 && (cells[end - 1] ?? '').trim() === '') end -= 1;
  return cells.slice(0, end);
}
