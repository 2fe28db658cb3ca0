import { z } from 'zod';

/** GET /api/v1/customers */
export const customerListShape = z.object({
  customers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      emails: z.array(z.string()),
      phones: z.array(z.string()),
      records: z.array(z.object({ source: z.string(), sourceId: z.string(), key: z.string().nullable() })),
    }),
  ),
  next: z.string().nullable().describe('cursor of the next page; null on the last'),
});

export const customerListQuery = z.object({
  search: z.string().max(200).optional().describe('part of a name, an e-mail, a phone or a key'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().optional(),
});

export const TIMELINE_KINDS = ['bad_lead', 'lead', 'quoted', 'quote_sent', 'lost', 'booked', 'rebooked', 'unbooked', 'job_lost', 'job_cancelled', 'job_wished', 'job', 'closed'] as const;

/** One thing that happened, with where we know it from. */
export const timelineEventShape = z.object({
  kind: z.enum(TIMELINE_KINDS),
  day: z.string().nullable().describe('business day in the branch\'s zone'),
  time: z.string().nullable().describe('HH:MM in the branch\'s zone, where the file gives one'),
  detail: z.string().nullable(),
  status: z.string().nullable(),
  amount: z.number().nullable(),
  currency: z.string(),
  quoteNumber: z.string().nullable(),
  key: z.string().nullable(),
  source: z.string(),
  sourceId: z.string(),
  branch: z.string().nullable(),
  salesPerson: z.string().nullable(),
  importNumber: z.number().nullable(),
  fileName: z.string().nullable(),
  line: z.number().nullable(),
});

/** GET /api/v1/customers/:id/timeline */
export const timelineShape = z.object({ events: z.array(timelineEventShape) });

export type CustomerListShape = z.infer<typeof customerListShape>;
export type TimelineEvent = z.infer<typeof timelineEventShape>;
