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

export type AnswerShape = z.infer<typeof answerShape>;
export type ReceiptShape = z.infer<typeof receiptShape>;
