import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { Fault } from '../../platform/fault.ts';
import type { Question } from '../question.ts';
import type { ReceiptCounts } from './answer.ts';
import jobReceiptSql from './job-receipt.sql';
import type { StatementResult } from './run-statement.ts';

/** What a receipt statement returns: one row with these columns. */
const receiptRow = z.object({
  rows_counted: z.number(),
  excluded: z.array(z.object({ reason: z.string(), rows: z.number() })),
  currencies: z.array(z.string()),
  link_coverage: z.array(z.object({ joint: z.string(), linked: z.number(), total: z.number() })),
});

/**
 * Counts, in SQL and in the same snapshot, what the question counted and what it left out.
 * Reasons that left nothing out are not listed.
 */
export async function readReceipt(question: Question, sql: string, run: (sql: string) => Promise<StatementResult>): Promise<ReceiptCounts> {
  const { fields, rows } = await run(sql);
  const [values] = rows;
  const row = receiptRow.safeParse(Object.fromEntries(fields.map((field, index) => [field, values?.[index]])));
  if (!row.success)
    throw new Fault(
      'question_receipt',
      `${question.receiptFile} must return one row with rows_counted, excluded, currencies and link_coverage: ${row.error.issues[0]?.message ?? ''}`,
    );
  return {
    rowsCounted: row.data.rows_counted,
    excluded: row.data.excluded.filter((exclusion) => exclusion.rows > 0),
    currency: row.data.currencies,
    linkCoverage: row.data.link_coverage.map((joint) => ({ ...joint, percent: percentOf(joint.linked, joint.total) })),
  };
}

/**
 * The statement that counts for a question, narrowed to the rows its header says it is about (`only:`).
 * A Fault when its file is missing, or gives no reason for the rows that such a flag leaves out.
 */
export function receiptStatement(question: Question): string {
  if (existsSync(question.receiptFile)) return narrowed(framed(readFileSync(question.receiptFile, 'utf8')), question);
  throw new Fault(
    'question_receipt',
    `The question "${question.id}" has no receipt: ${question.receiptFile} is missing. Write it, or name a shared one with "receipt:" in the header.`,
  );
}

/** A further reason, for questions about the rows with that flag: `-- only has_customer: when customer_id is null then …`. */
const FURTHER_REASON = /^ *-- +only (\w+): (.*)\n/gm;

/** A receipt marked `-- frame: jobs` only sorts jobs by reason; how they are counted is the same for all of them. */
function framed(receipt: string): string {
  if (!/^-- frame: jobs$/m.test(receipt)) return receipt;
  const further = jobReceiptSql.match(FURTHER_REASON) ?? [];
  const rows = receipt.replace(/^ *end as reason,$/m, (end) => `${further.join('')}${end}`);
  return jobReceiptSql.replace(FURTHER_REASON, '').replace(':rows', () => `(\n${rows})`);
}

function narrowed(receipt: string, question: Question): string {
  const reasoned = new Set<string>();
  const { only } = question.rows;
  const text = receipt.replace(FURTHER_REASON, (_line, flag: string, reason: string) => {
    reasoned.add(flag);
    return only.includes(flag) ? `    ${reason}\n` : '';
  });
  const missing = only.filter((flag) => !reasoned.has(flag));
  if (missing.length === 0) return text;
  throw new Fault(
    'question_receipt',
    `The question "${question.id}" is about rows that are ${missing.join(', ')} only, but ${question.receiptFile} would count the others too. Write a line "-- only ${missing[0]}: when … then …" where its reasons end.`,
  );
}

function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 100;
}
