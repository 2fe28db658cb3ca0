import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { Fault } from '../../platform/fault.ts';
import { headerShape, type Question } from '../question.ts';
import { expandParameters } from '../standard-parameters.ts';
import { namedParameters } from './bind-named-parameters.ts';

/** The runner gives it to every statement; headers do not list it. */
export const BUSINESS_PARAMETER = 'business_id';

/**
 * A question file's text as a Question. A header that does not fit, a parameter used but
 * not listed, or listed but not used is a Fault (`question_header`).
 */
export function parseQuestion(text: string, file: string, root: string): Question {
  const { parameters: wanted, receipt, ...header } = readHeader(text, file);
  if (basename(file, '.sql') !== header.id)
    throw headerFault(file, `says its id is "${header.id}"; the file must be called ${header.id}.sql.`);
  const parameters = expandParameters(wanted, file);
  compareParameters(
    text,
    parameters.map((parameter) => parameter.name),
    file,
  );
  const receiptFile = receipt === undefined ? join(dirname(file), `${header.id}.receipt.sql`) : join(root, 'receipts', `${receipt}.sql`);
  const ownRows = join(dirname(file), `${header.id}.rows.sql`);
  const rowSet = existsSync(ownRows) ? undefined : (header.rows.set ?? receipt);
  const rowsFile = rowSet === undefined ? ownRows : join(root, 'rows', `${rowSet}.sql`);
  return { ...header, parameters, sql: text, file, receiptFile, rowsFile };
}

function readHeader(text: string, file: string): ReturnType<typeof headerShape.parse> {
  const comment = /^\s*\/\*([\s\S]*?)\*\//.exec(text)?.[1];
  if (comment === undefined)
    throw headerFault(file, 'does not start with a /* comment */ that holds its YAML header (id, question, theme, grain, …).');
  let yaml: unknown;
  try {
    yaml = parse(comment);
  } catch (cause) {
    throw headerFault(file, `has a header that is not YAML: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  const header = headerShape.safeParse(yaml);
  if (header.success) return header.data;
  const [issue] = header.error.issues;
  throw headerFault(file, `has a header that does not fit at "${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'unknown'}.`);
}

function compareParameters(sql: string, listed: readonly string[], file: string): void {
  const used = namedParameters(sql).filter((name) => name !== BUSINESS_PARAMETER);
  const missing = used.filter((name) => !listed.includes(name));
  const unused = listed.filter((name) => !used.includes(name));
  if (missing.length > 0)
    throw headerFault(file, `uses :${missing.join(', :')} but its header does not list ${missing.length === 1 ? 'it' : 'them'}.`);
  if (unused.length > 0) throw headerFault(file, `lists ${unused.join(', ')} but its statement never uses :${unused.join(', :')}.`);
}

function headerFault(file: string, what: string): Fault {
  return new Fault('question_header', `${file} ${what}`);
}
