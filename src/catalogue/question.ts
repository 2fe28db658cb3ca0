import { z } from 'zod';

/** What a parameter or a column can hold. `branch`, `sales_person`, `lead_source` and `customer` are given by name or id and bound as ids. */
export const PARAMETER_TYPES = [
  'text',
  'integer',
  'number',
  'boolean',
  'date',
  'uuid',
  'text[]',
  'time_zone',
  'currency',
  'branch',
  'sales_person',
  'lead_source',
  'customer',
] as const;
export type ParameterType = (typeof PARAMETER_TYPES)[number];

export const COLUMN_TYPES = ['text', 'integer', 'number', 'money', 'percent', 'boolean', 'date', 'instant', 'uuid', 'json'] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

const plainValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const parameterShape = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  type: z.enum(PARAMETER_TYPES),
  default: z.union([plainValue, z.array(z.string())]).default(null),
  required: z.boolean().optional(),
  /** The words it takes; others are refused. */
  choices: z.array(z.string()).optional(),
  least: z.number().optional(),
  most: z.number().optional(),
  meaning: z.string(),
});
export type Parameter = z.infer<typeof parameterShape>;

const columnShape = z.strictObject({
  name: z.string(),
  type: z.enum(COLUMN_TYPES),
  unit: z.string().optional(),
  meaning: z.string(),
});

const chartShape = z.strictObject({
  type: z.enum(['line', 'bar', 'funnel', 'table', 'tile']),
  x: z.string().optional(),
  y: z.array(z.string()).default([]),
  series: z.string().optional(),
});

/** How the rows behind a figure are found; what the family's rows already say need not be repeated. */
const rowsShape = z.strictObject({
  /** The file in `rows/`, when it is not called like the receipt. */
  set: z.string().optional(),
  /** Column of the answer → column of the rows; null = a column that only looks like a key. */
  keys: z.record(z.string(), z.string().nullable()).default({}),
  /** The column `on` says which columns of the rows others are: `by: {branch: {value: branch_name}}`. */
  split: z.strictObject({ on: z.string(), by: z.record(z.string(), z.record(z.string(), z.string())) }).optional(),
  /** Boolean columns of the rows that hold for every row of the question. */
  only: z.array(z.string()).default([]),
  /** Column of the answer → its rule; null = the family's rule does not fit here. */
  measures: z.record(z.string(), z.string().nullable()).default({}),
});
export type RowsHeader = z.infer<typeof rowsShape>;

/** The YAML in the first comment of a question file. */
export const headerShape = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  question: z.string(),
  theme: z.string(),
  grain: z.string(),
  definition: z.string(),
  dateBasis: z.string(),
  receipt: z.string().optional(),
  rows: rowsShape.prefault({}),
  parameters: z.array(z.union([z.string(), parameterShape])).default([]),
  columns: z.array(columnShape),
  caveats: z.array(z.string()).default([]),
  chart: chartShape,
});

/** A question of the catalogue: its header, its statement, and where both stand. */
export interface Question extends Omit<z.infer<typeof headerShape>, 'parameters' | 'receipt'> {
  parameters: Parameter[];
  sql: string;
  file: string;
  /** The statement that counts what was in and what was left out. */
  receiptFile: string;
  /** The statement that lists the rows that were in. */
  rowsFile: string;
}
