import { z } from 'zod';

/** How an answer came about: what was counted, what was left out and why. */
export const receiptShape = z.object({
  definition: z.string(),
  dateBasis: z.string(),
  timeZone: z.string(),
  asOf: z.string(),
  rowsCounted: z.number(),
  excluded: z.array(z.object({ reason: z.string(), rows: z.number() })),
  currency: z.array(z.string()),
  linkCoverage: z.array(z.object({ joint: z.string(), linked: z.number(), total: z.number(), percent: z.number().nullable() })),
});

/** GET /api/v1/questions/:id/run */
export const answerShape = z.object({
  id: z.string(),
  parameters: z.record(z.string(), z.unknown()),
  columns: z.array(z.object({ name: z.string(), type: z.string(), unit: z.string().nullable() })),
  rows: z.array(z.record(z.string(), z.unknown())),
  receipt: receiptShape,
});

/** GET /api/v1/questions/:id/rows: an answer whose rows are those behind a figure. */
export const drilledRowsShape = answerShape.extend({
  where: z.record(z.string(), z.string().nullable()),
  measure: z.object({ column: z.string(), rule: z.string().nullable(), figure: z.unknown() }).nullable(),
  rowCount: z.number(),
  offset: z.number(),
});
export type DrilledRowsShape = z.infer<typeof drilledRowsShape>;

export type AnswerShape = z.infer<typeof answerShape>;
export type ReceiptShape = z.infer<typeof receiptShape>;

/** One line of GET /api/v1/questions */
export const questionLineShape = z.object({
  id: z.string(),
  question: z.string(),
  theme: z.string(),
  grain: z.string(),
  dateBasis: z.string(),
  parameters: z.array(z.string()),
  chart: z.object({ type: z.string(), x: z.string().optional(), y: z.array(z.string()), series: z.string().optional() }),
});

/** GET /api/v1/questions/:id */
export const questionShape = questionLineShape.omit({ parameters: true }).extend({
  definition: z.string(),
  caveats: z.array(z.string()),
  parameters: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      default: z.unknown(),
      required: z.boolean().optional(),
      choices: z.array(z.string()).optional(),
      meaning: z.string(),
    }),
  ),
  columns: z.array(z.object({ name: z.string(), type: z.string(), unit: z.string().optional(), meaning: z.string() })),
  /** Which columns of the answer tell its rows apart, and how each figure comes from the rows behind it. */
  rows: z.object({ keys: z.array(z.string()), measures: z.record(z.string(), z.string()) }),
  sql: z.string(),
});

/** GET /api/v1/questions/choices: names that parameters of these types take. */
export const choicesShape = z.object({ branch: z.array(z.string()), sales_person: z.array(z.string()), lead_source: z.array(z.string()) });

export type QuestionLineShape = z.infer<typeof questionLineShape>;
export type QuestionShape = z.infer<typeof questionShape>;
export type ChoicesShape = z.infer<typeof choicesShape>;
