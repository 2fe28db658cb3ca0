import type { FileKind } from '../file-kind.ts';
import { openTables } from '../formats/read-tables.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { type FileProblem, prepareTables } from '../engine/prepare-tables.ts';
import type { PreparedTable } from '../engine/prepared-table.ts';

/** What a file was recognised as, before any of its rows is loaded. */
export interface Recognised {
  tables: {
    name: string;
    kind: string;
    title: string;
    /** Every header of the file with the column of ours it is read into (null: not read) and some cells below it. */
    columns: { header: string; column: string | null; samples: string[] }[];
    notes: string[];
  }[];
  problems: FileProblem[];
  /** Kinds that fit equally well. */
  candidates: string[];
  /** First rows of a file that was not recognised. */
  head: string[][];
}

interface RecogniseOptions {
  kinds: readonly FileKind[];
  remembered: readonly Mapping[];
  as: string | null;
  mapping: Mapping | null;
}

const SAMPLES = 3;
const LONGEST_SAMPLE = 80;
const HEAD_ROWS = 8;

/** Looks at a file as the importer will: its kind and columns, or why it has none and how it begins. */
export async function recogniseUploadFile(path: string, options: RecogniseOptions): Promise<Recognised> {
  let candidates: string[] = [];
  const { tables, problems } = await prepareTables(path, {
    kinds: options.kinds,
    remembered: options.remembered,
    as: options.as ?? undefined,
    mapping: options.mapping ?? undefined,
    async ask(_name, kinds) {
      candidates = kinds.map(({ kind }) => kind);
      return undefined;
    },
  });
  const looked: Recognised['tables'] = [];
  for (const table of tables) looked.push(await lookAt(table));
  return { tables: looked, problems, candidates, head: tables.length > 0 ? [] : await readHead(path) };
}

async function lookAt(table: PreparedTable): Promise<Recognised['tables'][number]> {
  const columnAt = new Map([...table.positions].map(([column, position]) => [position, column]));
  const samples = table.header.map((): string[] => []);
  for await (const rows of table.dataRows()) {
    for (const { cells } of rows.slice(0, 200)) {
      for (const [position, found] of samples.entries()) {
        const cell = (cells[position] ?? '').trim();
        if (cell !== '' && found.length < SAMPLES && !found.includes(cell)) found.push(cell.slice(0, LONGEST_SAMPLE));
      }
    }
    break;
  }
  const columns = table.header.map((header, position) => ({
    header: header.trim().replace(/\s+/g, ' '),
    column: columnAt.get(position) ?? null,
    samples: samples[position] ?? [],
  }));
  return { name: table.name, kind: table.kind.kind, title: table.kind.title, columns, notes: [...table.notes] };
}

/** Nothing of a file that cannot be opened at all. */
async function readHead(path: string): Promise<string[][]> {
  try {
    const [source] = await openTables(path);
    for await (const rows of source?.batches() ?? [])
      return rows.slice(0, HEAD_ROWS).map(({ cells }) => cells.map((cell) => cell.slice(0, LONGEST_SAMPLE)));
  } catch {
    // Its problem says why.
  }
  return [];
}
