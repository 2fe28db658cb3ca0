import { z } from 'zod';
import { fileAccountShape } from './imports.ts';

const problem = z.object({ name: z.string(), code: z.string(), message: z.string() });

/** GET /api/v1/imports/kinds: what can be imported, and how much of it at once. */
export const importKindsShape = z.object({
  kinds: z.array(
    z.object({
      kind: z.string(),
      title: z.string(),
      columns: z.array(z.object({ name: z.string(), header: z.string(), required: z.boolean() })),
    }),
  ),
  otherEndings: z.array(z.string()).describe('endings of files in a folder that hold no table'),
  maxFileBytes: z.number(),
  maxFiles: z.number(),
});

/** How a layout that is none of the known reports is read. */
export const mappingShape = z.object({
  kind: z.string().max(100),
  columns: z.record(z.string(), z.string().max(1000)).describe('our column: header in the file'),
  constants: z.record(z.string(), z.string().max(1000)).default({}).describe('our column: value for every row'),
});

/** One file that came up, and what it was recognised as. */
export const uploadFileShape = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.number(),
  as: z.string().nullable().describe('what a person said it is'),
  mapping: mappingShape.nullable(),
  tables: z
    .array(
      z.object({
        name: z.string(),
        kind: z.string(),
        title: z.string(),
        columns: z.array(
          z.object({ header: z.string(), column: z.string().nullable().describe('null: not read'), samples: z.array(z.string()) }),
        ),
        notes: z.array(z.string()),
      }),
    )
    .describe('what will be imported of it; empty when it was not recognised'),
  problems: z.array(problem),
  candidates: z.array(z.string()).describe('kinds that fit equally well'),
  head: z.array(z.array(z.string())).describe('first rows of a file that was not recognised'),
});

/** Quarantined rows that one repair cures. */
export const quarantineGroupShape = z.object({
  kind: z.string(),
  code: z.string(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  rows: z.number(),
  message: z.string(),
  exampleFile: z.string(),
  exampleLine: z.number(),
  cure: z.enum(['say', 'currency', 'correct']).describe('say once what the value means; set the currency; correct each row'),
});

/** The document that `throughline import --json` prints. */
export const importReportShape = z.object({
  batch: z.number().nullable(),
  dryRun: z.boolean(),
  files: z.array(fileAccountShape.omit({ state: true })),
  totals: fileAccountShape.omit({ name: true, kind: true, state: true }),
  problems: z.array(problem),
  ignored: z.array(z.string()),
  notes: z.array(z.object({ name: z.string(), message: z.string() })),
  samples: z.record(
    z.string(),
    z.array(
      z.object({
        outcome: z.enum(['skipped', 'quarantined']),
        line: z.number(),
        code: z.string(),
        message: z.string(),
        cells: z.array(z.string()).readonly(),
      }),
    ),
  ),
  resumed: z.boolean(),
  offences: z.array(z.object({ offence: z.string(), rows: z.number(), example: z.string() })).nullable(),
});

/** Files on their way into the database. */
export const uploadShape = z.object({
  id: z.string(),
  state: z
    .enum(['open', 'checking', 'checked', 'importing', 'done'])
    .describe('open: files may come and go; checked: the report says what importing will do; done: it says what it did'),
  startedBy: z.string(),
  createdAt: z.string(),
  files: z.array(uploadFileShape),
  progress: z
    .object({ file: z.string(), fileNumber: z.number(), fileCount: z.number(), rows: z.number(), expectedRows: z.number().nullable() })
    .nullable(),
  report: importReportShape.nullable(),
  groups: z.array(quarantineGroupShape).describe('of a check: rows that would be quarantined, by cure; at most 200 groups'),
  failure: z.object({ code: z.string(), message: z.string() }).nullable().describe('why the last check or import ended early'),
  batch: z.number().nullable().describe('number of the import, as soon as it has one'),
});

/** GET /api/v1/imports/uploads: uploads that are not imported yet, newest first. */
export const uploadListShape = z.object({
  uploads: z.array(uploadShape.omit({ files: true, report: true, groups: true }).extend({ fileCount: z.number() })),
});

/** POST /api/v1/imports/uploads/:upload/files/:file: what the file is. */
export const sayRequest = z.object({ as: z.string().max(100).nullable().default(null), mapping: mappingShape.nullable().default(null) });

export type ImportKindsShape = z.infer<typeof importKindsShape>;
export type UploadShape = z.infer<typeof uploadShape>;
export type UploadFileShape = z.infer<typeof uploadFileShape>;
export type UploadListShape = z.infer<typeof uploadListShape>;
export type ImportReportShape = z.infer<typeof importReportShape>;
export type QuarantineGroupShape = z.infer<typeof quarantineGroupShape>;
export type MappingShape = z.infer<typeof mappingShape>;
