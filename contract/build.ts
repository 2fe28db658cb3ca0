import { z } from 'zod';

/** What one step of a build did, or in a dry run would do. */
export const buildStepShape = z.object({
  name: z.string(),
  title: z.string().describe('what it does, in a sentence'),
  changed: z.number().describe('links and values that were written'),
  unresolved: z.number().describe('things that need a person'),
});

/** GET /api/v1/journey/build: the build that runs, or the last one since the server started. */
export const buildShape = z.object({
  state: z.enum(['none', 'running', 'done', 'failed']),
  dryRun: z.boolean(),
  step: z.string().nullable().describe('title of the step that runs'),
  stepNumber: z.number(),
  stepCount: z.number(),
  steps: z.array(buildStepShape).nullable(),
  offences: z.array(z.object({ offence: z.string(), rows: z.number(), example: z.string() })).nullable(),
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
});

/** POST /api/v1/journey/build: a dry run unless `execute` is true. */
export const buildRequest = z.object({ execute: z.boolean().default(false) });

export type BuildShape = z.infer<typeof buildShape>;
