import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeMoverSample } from '../../samples/write-samples.ts';
import { openTables } from '../../src/import/formats/read-tables.ts';

/** One export of the sample mover, cut down: title lines, header and some rows of cells. */
export interface CutExport {
  name: string;
  rows: string[][];
}

/** Title lines and header stand in the first rows of every file. */
const HEAD_ROWS = 4;

/** The sample mover's exports with `rows` rows each, taken from everywhere in the file, so that its quirks are among them. */
export async function cutExports(rows: number): Promise<CutExport[]> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-cut-'));
  try {
    await writeMoverSample(folder);
    const names = (await readdir(join(folder, 'exports'))).sort();
    return await Promise.all(names.map(async (name) => ({ name, rows: cut(await cellsOf(join(folder, 'exports', name)), rows) })));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function cellsOf(path: string): Promise<string[][]> {
  const cells: string[][] = [];
  for (const table of await openTables(path)) for await (const batch of table.batches()) cells.push(...batch.map((row) => row.cells));
  return cells;
}

function cut(all: string[][], rows: number): string[][] {
  const step = Math.max(1, Math.floor((all.length - HEAD_ROWS) / rows));
  return all.filter((_, place) => place < HEAD_ROWS || (place - HEAD_ROWS) % step === 0).slice(0, HEAD_ROWS + rows);
}
