import { z } from 'zod';

const counts = z.record(z.string(), z.number());

/** What became of the rows of one file. rows = created + updated + same + skipped + quarantined. */
export const fileAccountShape = z.object({
  name: z.string(),
  kind: z.string(),
  state: z.string(),
  rows: z.number(),
  created: z.number(),
  updated: z.number(),
  same: z.number(),
  skipped: z.number(),
  quarantined: z.number(),
  skippedBy: counts,
  quarantinedBy: counts,
});

/** What undoing an import did, or in a dry run would do. */
export const undoReportShape = z.object({
  batch: z.number(),
  dryRun: z.boolean(),
  removed: counts.describe('rows the import had created, by table'),
  restored: counts.describe('rows the import had overwritten, by table'),
  passedOn: counts.describe('rows that a later import had too: they stay and are its own now, by table'),
  keptCount: z.number(),
  kept: z.array(z.object({ table: z.string(), key: z.string().nullable(), line: z.number(), reason: z.string() })),
  keptDecisions: z
    .array(
      z.object({
        decision: z.enum(['same', 'different', 'household']),
        about: z.array(z.object({ source: z.string(), key: z.string(), name: z.string().nullable() })),
        decidedBy: z.string(),
        decidedAt: z.string(),
      }),
    )
    .describe('what people decided about rows that went: in force again when the rows are imported again'),
  keptValues: z
    .array(
      z.object({
        field: z.string(),
        title: z.string(),
        value: z.string(),
        about: z.object({ source: z.string(), key: z.string(), name: z.string() }),
        decidedBy: z.string(),
        decidedAt: z.string(),
      }),
    )
    .describe('what people set by hand of somebody whose rows went: counts again when the rows are imported again'),
  consequences: counts.describe('what went with the rows: links, customers, lookups'),
});

/** The report that is kept of an undo; one of an undo that still runs holds a part of it. */
export const pastUndoShape = undoReportShape.partial();

export const importShape = z.object({
  batch: z.number(),
  state: z.enum(['running', 'done', 'undoing', 'undone']),
  purpose: z.enum(['import', 'replay']),
  startedBy: z.string(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
  undoReport: pastUndoShape.nullable(),
  files: z.array(fileAccountShape),
});

/** GET /api/v1/imports */
export const importListShape = z.object({ imports: z.array(importShape) });

/** POST /api/v1/imports/:batch/undo: a dry run unless `execute` is true. */
export const undoRequest = z.object({ execute: z.boolean().default(false) });

export type FileAccountShape = z.infer<typeof fileAccountShape>;
export type ImportShape = z.infer<typeof importShape>;
export type ImportListShape = z.infer<typeof importListShape>;
export type UndoReportShape = z.infer<typeof undoReportShape>;
export type PastUndoShape = z.infer<typeof pastUndoShape>;
