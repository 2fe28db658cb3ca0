import { parse } from 'libpg-query';
import { Fault } from '../fault.ts';

/**
 * The statements of a SQL text, split by PostgreSQL's own parser. Citus takes one
 * statement per message, and `;` also stands in strings and function bodies.
 */
export async function splitStatements(sql: string, name: string): Promise<string[]> {
  const bytes = Buffer.from(sql, 'utf8');
  let parsed: { stmts?: { stmt_location?: number; stmt_len?: number }[] };
  try {
    parsed = await parse(sql);
  } catch (cause) {
    throw new Fault('sql_not_readable', `${name} is not valid SQL: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause });
  }
  return (parsed.stmts ?? []).map((statement) => {
    const start = statement.stmt_location ?? 0;
    const length = statement.stmt_len ?? 0;
    return bytes
      .subarray(start, length === 0 ? undefined : start + length)
      .toString('utf8')
      .trim();
  });
}
