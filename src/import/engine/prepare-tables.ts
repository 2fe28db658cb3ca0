import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { Fault } from '../../platform/fault.ts';
import type { FileKind } from '../file-kind.ts';
import { normaliseHeader } from '../formats/normalise-header.ts';
import { type SourceRow, type SourceTable, openTables } from '../formats/read-tables.ts';
import { type HeaderSpec, type NearMiss, type Recognition, recognise } from '../formats/recognise-header.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { mapHeader } from '../mapping/map-header.ts';
import { inOneStyle } from './in-one-style.ts';
import type { PreparedTable } from './prepared-table.ts';
import { hashFile } from './store-raw-file.ts';
import { watchFile } from './watch-file.ts';

/** A file that cannot be imported, and why. */
export interface FileProblem {
  name: string;
  code: string;
  message: string;
}

export interface PrepareOptions {
  kinds: readonly FileKind[];
  /** Kind the user named with --as. */
  as: string | undefined;
  /** Mapping given with --mapping; tried before remembered ones. */
  mapping: Mapping | undefined;
  remembered: readonly Mapping[];
  /** Asks a person which kind a file is; undefined when nobody can be asked. */
  ask?: (name: string, candidates: readonly FileKind[]) => Promise<FileKind | undefined>;
}

export interface PreparedFile {
  contentHash: string;
  tables: PreparedTable[];
  problems: FileProblem[];
}

const LOOK_AT_ROWS = 20;
export const CURED_ROW_HEADER = 'Throughline Quarantine Row';

/** Opens a file and finds the kind and header of each of its tables; what cannot be imported is a problem, not an exception. */
export async function prepareTables(path: string, options: PrepareOptions): Promise<PreparedFile> {
  const name = basename(path);
  const tables: PreparedTable[] = [];
  const problems: FileProblem[] = [];
  const requireUnchanged = watchFile(path);
  const contentHash = await hashFile(path);
  try {
    const sources = await openTables(path);
    for (const source of sources) {
      if (source.detail.state === 'hidden' && sources.length > 1) {
        problems.push({
          name: source.name,
          code: 'hidden_sheet',
          message: `the sheet "${source.detail.sheet}" is hidden in the workbook, so it is left out. Unhide it in Excel if its rows belong to the report.`,
        });
        continue;
      }
      const prepared = await prepareTable(source, name, contentHash, options);
      if ('code' in prepared) problems.push({ ...prepared, name: sources.length > 1 ? source.name : name });
      else tables.push(prepared);
    }
    // A workbook often carries a summary beside the data: one recognised sheet is enough.
    if (tables.length > 0 && sources.length > 1) {
      tables[0]?.notes.push(...problems.filter(({ code }) => code === 'hidden_sheet').map(({ message }) => message));
      problems.length = 0;
    }
    const watched = tables.map((table) => ({ ...table, requireUnchanged }));
    const [only] = watched;
    if (only !== undefined && watched.length === 1)
      return { contentHash, tables: [{ ...only, name, bytes: only.format === 'csv' ? statSync(path).size : null }], problems };
    return { contentHash, tables: watched, problems };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    problems.push({ name, code: error.code, message: error.message });
  }
  return { contentHash, tables, problems };
}

async function prepareTable(
  source: SourceTable,
  fileName: string,
  contentHash: string,
  options: PrepareOptions,
): Promise<PreparedTable | Omit<FileProblem, 'name'>> {
  const head = await firstRows(source);
  const mapped = findMapped(head, options);
  if (mapped !== undefined) {
    const { mapping, kind, headerRow, positions } = mapped;
    return table(source, contentHash, kind, head, headerRow, positions, new Map(Object.entries(mapping.constants)));
  }
  const found = await recogniseTable(head, fileName, options);
  if (!('headerRow' in found)) return found;
  const kind = options.kinds.find((candidate) => candidate.kind === found.kind);
  if (kind === undefined) return unrecognised(fileName, options.kinds);
  return table(source, contentHash, kind, head, found.headerRow, found.positions, new Map());
}

async function recogniseTable(
  head: SourceRow[],
  fileName: string,
  options: PrepareOptions,
): Promise<Recognition | Omit<FileProblem, 'name'>> {
  const kinds = options.as === undefined ? options.kinds : options.kinds.filter((kind) => kind.kind === options.as);
  const { best, candidates, nearest } = recognise(head, kinds.map(headerSpec), fileName);
  if (best !== undefined) return best;
  const [only] = candidates;
  if (options.as !== undefined) return only ?? notAsSaid(options.as, kinds);
  if (candidates.length === 0) return unrecognised(fileName, options.kinds, nearest);
  const choices = options.kinds.filter((kind) => candidates.some((candidate) => candidate.kind === kind.kind));
  const chosen = await options.ask?.(fileName, choices);
  const answer = candidates.find((candidate) => candidate.kind === chosen?.kind);
  if (answer !== undefined) return answer;
  return {
    code: 'ambiguous_file',
    message: `${fileName} may be ${choices.map((kind) => `${kind.title} (${kind.kind})`).join(' or ')}. Say which it is (on the command line with --as KIND).`,
  };
}

function findMapped(head: SourceRow[], options: PrepareOptions) {
  const mappings = options.mapping === undefined ? options.remembered : [options.mapping];
  for (const mapping of mappings) {
    const kind = options.kinds.find((candidate) => candidate.kind === mapping.kind);
    const found = kind === undefined ? undefined : mapHeader(head, mapping);
    if (kind !== undefined && found !== undefined) return { mapping, kind, ...found };
  }
  return undefined;
}

function table(
  source: SourceTable,
  contentHash: string,
  kind: FileKind,
  head: readonly SourceRow[],
  headerRow: number,
  positions: ReadonlyMap<string, number>,
  constants: ReadonlyMap<string, string>,
): PreparedTable {
  const header = trimEnd(head[headerRow]?.cells ?? []);
  const notes = noteColumns(header, kind, positions);
  const note = (text: string) => notes.includes(text) || notes.push(text);
  return {
    name: source.name,
    kind,
    format: source.format,
    sheet: source.detail.sheet ?? null,
    detail: source.detail,
    contentHash,
    bytes: null,
    header,
    positions,
    constants,
    curedRowPosition: header.findIndex((text) => normaliseHeader(text) === normaliseHeader(CURED_ROW_HEADER)),
    notes,
    dataRows: (signal) =>
      inOneStyle(afterHeader(source, headerRow, signal), { kind, positions, detail: source.detail, format: source.format }, note),
  };
}

async function* afterHeader(source: SourceTable, headerRow: number, signal?: AbortSignal): AsyncIterable<SourceRow[]> {
  let toSkip = headerRow + 1;
  for await (const batch of source.batches(signal)) {
    if (toSkip >= batch.length) {
      toSkip -= batch.length;
      continue;
    }
    yield toSkip === 0 ? batch : batch.slice(toSkip);
    toSkip = 0;
  }
}

async function firstRows(source: SourceTable): Promise<SourceRow[]> {
  const head: SourceRow[] = [];
  for await (const batch of source.batches()) {
    head.push(...batch.slice(0, LOOK_AT_ROWS - head.length));
    if (head.length >= LOOK_AT_ROWS) break;
  }
  return head;
}

/** Columns that stand twice, of which one is read, and columns that are not read at all. */
function noteColumns(header: readonly string[], kind: FileKind, positions: ReadonlyMap<string, number>): string[] {
  const read = new Set(positions.values());
  const keys = header.map(normaliseHeader);
  const notes: string[] = [];
  const unread: string[] = [];
  for (const [position, text] of header.entries()) {
    const key = keys[position] ?? '';
    if (key === '' || read.has(position) || key === normaliseHeader(CURED_ROW_HEADER)) continue;
    const twin = keys.findIndex((other, index) => other === key && read.has(index));
    if (twin < 0) unread.push(text.trim().replace(/\s+/g, ' '));
    else
      notes.push(
        `the header "${text.trim()}" stands in columns ${twin + 1} and ${position + 1}; column ${twin + 1} is read. Rename the other one, or delete it.`,
      );
  }
  if (unread.length > 0) {
    const shown = unread.slice(0, 12).join(', ');
    notes.push(
      `${unread.length === 1 ? 'one column is' : `${unread.length} columns are`} not part of ${kind.kind} and not read: ${shown}${unread.length > 12 ? ', …' : ''}.`,
    );
  }
  return notes;
}

function headerSpec(kind: FileKind): HeaderSpec {
  return { kind: kind.kind, columns: kind.columns.map((column) => ({ ...column, headers: [...column.headers] })) };
}

function unrecognised(fileName: string, kinds: readonly FileKind[], nearest?: NearMiss): Omit<FileProblem, 'name'> {
  const near =
    nearest === undefined
      ? ''
      : ` Row ${nearest.line} comes nearest: it has ${quoted(nearest.found)} of ${nearest.kind}, but not ${quoted(nearest.missing)}.`;
  return {
    code: 'unrecognised_file',
    message: `${fileName}: none of its first ${LOOK_AT_ROWS} rows is the header of a report we know (${kinds.map((kind) => kind.kind).join(', ')}).${near} Export it with its headers, or say which column is which (on the command line with --mapping FILE).`,
  };
}

function quoted(headers: readonly string[]): string {
  return headers
    .slice(0, 4)
    .map((header) => `"${header}"`)
    .join(', ');
}

function notAsSaid(as: string, kinds: readonly FileKind[]): Omit<FileProblem, 'name'> {
  const [kind] = kinds;
  if (kind === undefined) return { code: 'unknown_kind', message: `"${as}" is no kind of report.` };
  const needed = kind.columns.filter((column) => column.required === true).map((column) => `"${column.headers[0]}"`);
  return {
    code: 'unrecognised_file',
    message: `It cannot be read as ${as}: none of its first ${LOOK_AT_ROWS} rows has the columns ${needed.join(', ')}. Say which column is which (on the command line with --mapping FILE).`,
  };
}

/** Spreadsheets leave empty columns behind the header; they are no columns. */
function trimEnd(cells: readonly string[]): string[] {
  let end = cells.length;
  while (end > 0 && (cells[end - 1] ?? '').trim() === '') end -= 1;
  return cells.slice(0, end);
}
