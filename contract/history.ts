import { z } from 'zod';

/** Something that made a customer who it is. */
export const historyEventShape = z.object({
  kind: z.enum(['merged', 'was part', 'rows left', 'rows came', 'kept apart', 'set by hand']),
  at: z.string(),
  by: z.string(),
  tells: z.string().describe('what happened, as a sentence'),
  why: z.string().nullable().describe('of a merge: why, as a sentence'),
  other: z.object({ id: z.string(), name: z.string() }).nullable(),
  run: z.string().nullable(),
  takenBack: z.object({ at: z.string(), by: z.string().nullable() }).nullable().describe('null while it stands'),
  undo: z
    .enum(['unmerge', 'decision', 'run'])
    .nullable()
    .describe('how it is taken back: un-merge `other`, take back `decision`, undo `run`; null where there is nothing to take back'),
  decision: z.string().nullable(),
});

/** GET /api/v1/customers/:id/history */
export const historyShape = z.object({ events: z.array(historyEventShape).describe('the newest first') });

/** POST /api/v1/customers/records/:record/split and …/decisions/:decision/take-back: a dry run unless `execute` is true. */
export const splitRequest = z.object({ execute: z.boolean().default(false) });

const side = z.object({ id: z.string(), name: z.string() });

export const splitShape = z.object({
  dryRun: z.boolean(),
  record: z.string(),
  to: side.nullable().describe('whose the row is then; null when it names nobody by itself'),
  from: side.nullable().describe('whose the rows are then that it was taken from; the same as `to` when they are one again'),
  decision: z.string().describe('the word that keeps them apart: taking it back undoes the split'),
  records: z.number().describe('rows that name a person and get another customer'),
  pointers: z.record(z.string(), z.number()).describe('rows whose customer changes, by table'),
});

/** POST /api/v1/customers/runs/:run/undo: a dry run unless `execute` is true. */
export const undoRunRequest = z.object({ execute: z.boolean().default(false) });

export const undoRunShape = z.object({
  dryRun: z.boolean(),
  run: z.string(),
  restored: z.array(z.string()).describe('customers that stand for themselves again'),
  leftAlone: z.number().describe('merges whose rows are gone or that were undone since'),
  rejoined: z.number().describe('rows that go back to the customer they were split from'),
  takenBack: z.number().describe('rules and values set by hand that no longer count'),
  pointers: z.record(z.string(), z.number()),
});

export type HistoryEventShape = z.infer<typeof historyEventShape>;
export type HistoryShape = z.infer<typeof historyShape>;
export type SplitShape = z.infer<typeof splitShape>;
export type UndoRunShape = z.infer<typeof undoRunShape>;
