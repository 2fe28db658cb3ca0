import { z } from 'zod';
import { importReportShape, quarantineGroupShape } from './uploads.ts';

/** GET /api/v1/imports/:batch/quarantine */
export const batchQuarantineShape = z.object({
  batch: z.number(),
  open: z.number().describe('rows of this import that wait'),
  elsewhere: z.number().describe('rows that wait already under an earlier import of the same rows'),
  groups: z.array(quarantineGroupShape),
  files: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string(), rows: z.number() })),
});

/** One row of the file as it came. */
export const quarantinedRowShape = z.object({
  id: z.string(),
  file: z.string(),
  line: z.number(),
  message: z.string(),
  header: z.array(z.string()),
  cells: z.array(z.string()),
  raw: z.string().nullable().describe('the line as it stands in the file, where it could not be split into cells'),
  at: z.number().nullable().describe('position of the cell that cannot be read'),
});

/** GET /api/v1/imports/:batch/quarantine/rows */
export const quarantinedRowsQuery = z.object({
  kind: z.string().max(100),
  code: z.string().max(100),
  column: z.string().max(100).optional(),
  value: z.string().max(10_000).optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});

/** Rows of one group, in the order of their lines. */
export const quarantinedRowsShape = z.object({ rows: z.array(quarantinedRowShape), next: z.string().nullable() });

/** POST /api/v1/imports/repairs: what a value means that nobody can read, for rows in quarantine and every later file. */
export const repairRequest = z.object({
  kind: z.string().max(100),
  column: z.string().max(100),
  value: z.string().max(10_000),
  as: z.string().max(10_000).describe('what to read instead; empty for nothing'),
  replay: z.boolean().default(false).describe('read the rows that wait again at once, as an import of its own'),
});

/** What a repair freed. */
export const repairReportShape = z.object({
  rows: z.number().describe('rows in quarantine that hold the value'),
  report: importReportShape.nullable().describe('of the replay'),
});

/** POST /api/v1/imports/:batch/quarantine/correct: rows as they should have been. */
export const correctRequest = z.object({
  rows: z
    .array(z.object({ id: z.uuid(), cells: z.array(z.string().max(1_000_000)).min(1).max(1000) }))
    .min(1)
    .max(500),
  execute: z.boolean().default(false),
});

export type BatchQuarantineShape = z.infer<typeof batchQuarantineShape>;
export type QuarantinedRowShape = z.infer<typeof quarantinedRowShape>;
export type QuarantinedRowsShape = z.infer<typeof quarantinedRowsShape>;
export type RepairRequest = z.input<typeof repairRequest>;
export type RepairReportShape = z.infer<typeof repairReportShape>;
