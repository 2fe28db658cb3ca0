import { z } from 'zod';

const RULES = ['newest', 'most-frequent', 'most-complete', 'trusted'] as const;

/** The value of a field that stands for a customer, and where it is from. */
export const goldenValueShape = z.object({
  field: z.string(),
  title: z.string(),
  value: z.string().nullable().describe('null where no row has one and nobody said one'),
  by: z.enum(['rule', 'hand', 'table']).nullable().describe('what decided; null without a value'),
  rule: z.enum(RULES).nullable(),
  candidates: z.number().describe('different values to choose from'),
  rows: z.number().describe('rows that have one'),
  agreeing: z.number().describe('rows that agree with the chosen one'),
  from: z
    .object({
      source: z.string(),
      sourceId: z.string(),
      key: z.string().nullable(),
      observedOn: z.string().nullable(),
      importNumber: z.number().nullable(),
      fileName: z.string().nullable(),
      line: z.number().nullable(),
    })
    .nullable()
    .describe('the row it is from; null when a person said it'),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  why: z.string().describe('why it won, as a sentence'),
});

/** GET /api/v1/customers/fields */
export const goldenFieldsShape = z.object({
  fields: z.array(
    z.object({
      field: z.string(),
      title: z.string(),
      chosenWith: z.string().nullable().describe('what is chosen at once with it, and what a rule is set for'),
      rule: z.enum(RULES).nullable(),
      sources: z.array(z.string()).describe('of the rule trusted: tables in the order of trust'),
      rules: z.array(z.enum(RULES)).describe('rules that may be set'),
      says: z.string().describe('the rule in plain words'),
      decidedBy: z.string().nullable(),
      decidedAt: z.string().nullable(),
    }),
  ),
});

/** POST /api/v1/customers/fields/:field: a dry run unless `execute` is true. */
export const setRuleRequest = z.object({
  rule: z.enum([...RULES, 'default']),
  sources: z.array(z.string().max(100)).max(50).default([]).describe('with trusted: the most trusted first'),
  execute: z.boolean().default(false),
});

export const setRuleShape = z.object({
  dryRun: z.boolean(),
  field: z.string(),
  run: z.string().describe('undoing it takes the rule back'),
  changed: z.number().describe('customers whose value is another than before'),
  examples: z.array(z.object({ customer: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});

/** POST /api/v1/customers/:id/fields/:field: a dry run unless `execute` is true. One of value, record and rules. */
export const setFieldRequest = z
  .object({
    value: z.string().max(1000).optional(),
    record: z.string().max(300).optional().describe("one of the customer's rows whose value it is, as source:key or its id"),
    rules: z.literal(true).optional().describe('hand the field back to the rules'),
    execute: z.boolean().default(false),
  })
  .refine(({ value, record, rules }) => [value, record, rules].filter((given) => given !== undefined).length === 1, {
    message: 'Give one of value, record and rules.',
  });

export const setFieldShape = z.object({
  dryRun: z.boolean(),
  customer: z.string(),
  field: z.string(),
  run: z.string().describe('undoing it takes the value back'),
  before: goldenValueShape,
  after: goldenValueShape,
});

export type GoldenValueShape = z.infer<typeof goldenValueShape>;
