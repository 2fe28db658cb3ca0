import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { Fault } from '../../platform/fault.ts';
import type { Question } from '../question.ts';
import jobRows from './job-rows.sql';
import leadRows from './lead-rows.sql';
import type { Rules } from './measure.ts';
import tableRows from './table-rows.sql';

/** The rows that questions of one family count, and what is known of their columns. */
export interface RowSet {
  /** Columns an answer may be grouped by, under the answer's own name for them. */
  keys: readonly string[];
  /** How columns of answers come from these rows. */
  measures: Rules;
  /** Common table expressions that end in `counted`, without the leading `with`. */
  steps: string;
}

const headerShape = z.strictObject({
  keys: z.array(z.array(z.string())).default([]),
  measures: z.record(z.string(), z.string()).default({}),
  /** Columns that are taken from all rows of the question, whatever row of the answer they stand in. */
  all: z.array(z.array(z.string())).default([]),
});

/** Rows that many families share; a family's own file only says which of them count. */
const FRAMES: Readonly<Record<string, { name: string; sql: string }>> = {
  jobs: { name: 'job_rows', sql: jobRows },
  leads: { name: 'lead_rows', sql: leadRows },
  tables: { name: 'table_rows', sql: tableRows },
};

/** The rows of a question's family; a Fault when its file is missing or cannot be read. */
export function readRowSet(question: Question): RowSet {
  if (!existsSync(question.rowsFile)) {
    throw new Fault('question_rows', `The question "${question.id}" has no rows to show: ${question.rowsFile} is missing.`, {
      status: 404,
    });
  }
  const text = readFileSync(question.rowsFile, 'utf8');
  const own = readHeader(text, question.rowsFile);
  const frameName = /^-- frame: (\w+)$/m.exec(text)?.[1];
  if (frameName === undefined) return { keys: own.keys.flat(), measures: own.measures, steps: `counted as (\n${text}\n)` };
  const frame = FRAMES[frameName];
  if (frame === undefined)
    throw new Fault('question_rows', `${question.rowsFile} names the frame "${frameName}"; there are: ${Object.keys(FRAMES).join(', ')}.`);
  const shared = readHeader(frame.sql, frameName);
  return {
    keys: [...shared.keys.flat(), ...own.keys.flat()],
    measures: { ...shared.measures, ...own.measures },
    steps: `${frame.name} as (\n${frame.sql}\n),\n\ncounted as (\n${text}\n)`,
  };
}

function readHeader(text: string, file: string): { keys: string[][]; measures: Record<string, string> } {
  const comment = /^\s*\/\*([\s\S]*?)\*\//.exec(text)?.[1];
  if (comment === undefined) return { keys: [], measures: {} };
  const header = headerShape.safeParse(parse(comment));
  if (header.success) return { keys: header.data.keys, measures: { ...header.data.measures, ...takenFromAll(header.data.all) } };
  throw new Fault('question_rows', `${file} has a header that does not fit: ${header.error.issues[0]?.message ?? 'unknown'}.`);
}

function takenFromAll(columns: readonly string[][]): Record<string, string> {
  return Object.fromEntries(columns.flat().map((column) => [column, 'all']));
}
