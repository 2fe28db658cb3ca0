import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { Fault } from '../../platform/fault.ts';
import type { FileKind } from '../file-kind.ts';

/** How a layout that is none of the known exports is read: our columns by its headers. */
export interface Mapping {
  name: string;
  kind: string;
  /** Our column -> header text in the file. */
  columns: Record<string, string>;
  /** Our column -> value for every row. */
  constants: Record<string, string>;
}

const mappingShape = z.strictObject({
  name: z.string().optional(),
  kind: z.string(),
  columns: z.record(z.string(), z.string()),
  constants: z.record(z.string(), z.union([z.string(), z.number()]).transform(String)).default({}),
});

/** Reads a YAML mapping file; unknown kinds and columns are named with what there is. */
export function readMapping(path: string, kinds: readonly FileKind[]): Mapping {
  if (!existsSync(path))
    throw new Fault('no_such_file', `There is no mapping file ${path}. Check the path (quote names with spaces).`, { exit: 'usage' });
  let document: unknown;
  try {
    document = parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Fault(
      'mapping_not_readable',
      `The mapping file ${path} cannot be read as YAML: ${cause instanceof Error ? cause.message : String(cause)}.`,
      { exit: 'usage', cause },
    );
  }
  const parsed = mappingShape.safeParse(document);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`).join('; ');
    throw new Fault('mapping_shape', `The mapping file ${path} needs "kind" and "columns" (our column: header in the file): ${faults}.`, {
      exit: 'usage',
    });
  }
  return requireMapping({ ...parsed.data, name: parsed.data.name ?? path }, kinds, `The mapping file ${path}`);
}

/** The mapping, if its kind and all its columns are known; `source` is how the message calls it. */
export function requireMapping(mapping: Mapping, kinds: readonly FileKind[], source = 'The mapping'): Mapping {
  const { kind: kindName, columns, constants } = mapping;
  const kind = kinds.find((candidate) => candidate.kind === kindName);
  if (kind === undefined)
    throw new Fault(
      'unknown_kind',
      `${source} is for "${kindName}". Known kinds: ${kinds.map((candidate) => candidate.kind).join(', ')}.`,
      { exit: 'usage' },
    );
  const known = new Set(kind.columns.map((column) => column.name));
  const unknown = [...Object.keys(columns), ...Object.keys(constants)].filter((column) => !known.has(column));
  if (unknown.length > 0) {
    throw new Fault('mapping_column', `${kindName} has no column ${unknown.join(', ')}. It has: ${[...known].join(', ')}.`, {
      exit: 'usage',
    });
  }
  return mapping;
}
