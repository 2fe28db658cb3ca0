import { z } from 'zod';
import { goldenValueShape } from './golden.ts';

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
  next: z.string().nullable().describe('give it as `after` for the next page; null on the last'),
});

export const customerListQuery = z.object({
  search: z.string().max(200).optional().describe('part of a name, e-mail, phone, quote number or job id'),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  after: z.uuid().optional().describe('the `next` of the page before'),
});

/** One source row that is part of a customer, and why. */
export const customerRecordShape = z.object({
  source: z.string(),
  sourceId: z.string(),
  key: z.string().nullable(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  quoteNumber: z.string().nullable(),
  observedOn: z.string().nullable(),
  method: z.string(),
  confidence: z.number(),
  decidedBy: z.string(),
  decidedAt: z.string(),
  why: z.string().describe('why this row belongs to this customer, as a sentence'),
});

/** A customer that was merged into this one. */
export const customerMergeShape = z.object({
  mergedCustomerId: z.string().describe('the id it had, and has again after an un-merge'),
  method: z.string(),
  confidence: z.number(),
  timestamp: z.string(),
  mergedBy: z.string(),
});

/** GET /api/v1/customers/:id; an id that was merged away answers with the customer it is part of now. */
export const customerShape = z.object({
  id: z.string(),
  name: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  firstLeadDate: z.string().nullable(),
  conversionDate: z.string().nullable(),
  records: z.array(customerRecordShape),
  mergeHistory: z.array(customerMergeShape),
  household: z
    .array(z.object({ id: z.string(), name: z.string(), shares: z.string(), value: z.string() }))
    .describe('other people who share a phone or an e-mail'),
  golden: z.array(goldenValueShape).describe('of every field, the value that stands for the customer, and where it is from'),
});

/** POST /api/v1/customers/match: what is known of somebody; at least a name, an e-mail or a phone. */
export const matchRequest = z.object({
  name: z.string().max(300).optional(),
  email: z.string().max(300).optional(),
  phone: z.string().max(100).optional(),
  street: z.string().max(300).optional(),
  city: z.string().max(200).optional(),
  state: z.string().max(100).optional(),
  zip: z.string().max(20).optional(),
  country: z.string().length(2).optional().describe('for phones written without +'),
});

export const matchShape = z.object({
  verdict: z
    .enum(['same', 'ask', 'new'])
    .describe('same: a row like this would join `customerId`; ask: it would become a question; new: it would be a new customer'),
  customerId: z.string().nullable(),
  candidates: z
    .array(z.object({ customerId: z.string(), name: z.string(), probability: z.number(), reasons: z.array(z.string()) }))
    .describe('the likeliest first, from even odds up'),
  hasModel: z.boolean().describe('false before anything was learnt: then only equal names on one e-mail or phone are found'),
});

/** GET /api/v1/customers/:id/explain/:other */
export const pairShape = z.object({ same: z.boolean(), confidence: z.number(), reasons: z.array(z.string()) });

/** A record of a customer, where it was read, and what holds it there. */
export const chainLinkShape = z.object({
  recordId: z.string(),
  source: z.string(),
  sourceId: z.string(),
  key: z.string().nullable(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  observedOn: z.string().nullable(),
  importNumber: z.number().nullable(),
  fileName: z.string().nullable(),
  line: z.number().nullable(),
  hangsOn: z.string().nullable().describe('the record it is tied to, nearer to the first of this person; null for the first'),
  method: z.string(),
  confidence: z.number(),
  decidedBy: z.string(),
  decidedAt: z.string(),
  why: z.string().describe('why it belongs there, as a sentence'),
  weight: z
    .object({
      probability: z.number(),
      score: z.number().describe('bits for one person: the sum of the parts'),
      parts: z.array(z.object({ text: z.string(), weight: z.number().describe('bits; below 0 it speaks against one person') })),
    })
    .nullable()
    .describe('what all evidence between the two weighs; null for the first record and before anything was learnt'),
});

/** GET /api/v1/customers/:id/explain */
export const chainShape = pairShape.extend({
  chain: z.array(chainLinkShape).describe('the first record, then each behind the one it hangs on'),
});

/** POST /api/v1/customers/:id/unmerge: a dry run unless `execute` is true. The id is the one that was merged away. */
export const unmergeRequest = z.object({ execute: z.boolean().default(false) });

export const unmergeShape = z.object({
  dryRun: z.boolean(),
  restored: z.object({ id: z.string(), name: z.string() }).describe('stands for itself again'),
  from: z.object({ id: z.string(), name: z.string() }).describe('the customer it was part of'),
  records: z.number().describe('rows that name a person and go back'),
  pointers: z.record(z.string(), z.number()).describe('rows whose customer changes, by table'),
});

export const TIMELINE_KINDS = [
  'bad_lead',
  'lead',
  'quoted',
  'quote_sent',
  'lost',
  'booked',
  'rebooked',
  'unbooked',
  'job_lost',
  'job_cancelled',
  'job_wished',
  'job',
  'closed',
] as const;

/** One thing that happened, with where we know it from. */
export const timelineEventShape = z.object({
  kind: z.enum(TIMELINE_KINDS),
  day: z.string().nullable().describe("business day in the branch's zone"),
  time: z.string().nullable().describe("HH:MM in the branch's zone, where the file gives one"),
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
export type CustomerShape = z.infer<typeof customerShape>;
export type CustomerRecord = z.infer<typeof customerRecordShape>;
export type CustomerMerge = z.infer<typeof customerMergeShape>;
export type ChainLinkShape = z.infer<typeof chainLinkShape>;
export type ChainShape = z.infer<typeof chainShape>;
export type UnmergeShape = z.infer<typeof unmergeShape>;
