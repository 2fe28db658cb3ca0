import type { ColumnType } from '../question.ts';
import type { ParameterValue } from './read-parameter.ts';

export type AnswerValue = string | number | boolean | null | AnswerValue[] | { [key: string]: AnswerValue };

export interface AnswerColumn {
  name: string;
  type: ColumnType;
  /** `currency` = the row's currency column says which; `%`, `jobs`, …; null for names and dates. */
  unit: string | null;
}

export interface ExcludedRows {
  reason: string;
  rows: number;
}

/** How much of what was counted hangs on another table, per joint. */
export interface LinkCoverage {
  joint: string;
  linked: number;
  total: number;
  percent: number | null;
}

/** Where the figures come from: what was counted, on which day's basis, and what was left out and why. */
export interface Receipt {
  definition: string;
  dateBasis: string;
  timeZone: string;
  /** The day that counted as today where the question takes one, else the instant the rows were read. */
  asOf: string;
  rowsCounted: number;
  excluded: ExcludedRows[];
  currency: string[];
  linkCoverage: LinkCoverage[];
}

/** What a receipt counts; the rest of it is in the question's header. */
export type ReceiptCounts = Pick<Receipt, 'rowsCounted' | 'excluded' | 'currency' | 'linkCoverage'>;

export interface Answer {
  id: string;
  parameters: Record<string, ParameterValue>;
  columns: AnswerColumn[];
  rows: Record<string, AnswerValue>[];
  receipt: Receipt;
}
