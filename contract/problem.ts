import { z } from 'zod';

/** Every error: application/problem+json (RFC 9457) with a stable code. */
export const problemShape = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string().describe('what was expected, what came, what to do next'),
  instance: z.string().describe('the request id, to be quoted'),
  code: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
});

export type ProblemShape = z.infer<typeof problemShape>;
