import type { BusinessTransaction } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import statement from './target-columns.sql';

/** What a column of the target table can hold; a value beyond it goes to quarantine instead of failing the file. */
export interface ColumnLimit {
  type: string;
  code: string;
  expected: string;
  allows(value: string): boolean;
}

/** Longest text we keep in one column: an index entry must stay under 2,704 bytes. */
const LONGEST_TEXT_BYTES = 2000;

/** The columns of a table with their types and what they can hold. */
export async function readTargetColumns(transaction: BusinessTransaction, table: string): Promise<Map<string, ColumnLimit>> {
  const rows = await transaction.rows<{ name: string; type: string }>(statement, [table]);
  if (rows.length === 0) throw new Fault('no_such_table', `The table ${table} of a file kind does not exist.`);
  return new Map(rows.map((row) => [row.name, limitOf(row.type)]));
}

function limitOf(type: string): ColumnLimit {
  const numeric = /^numeric\((\d+),(\d+)\)$/.exec(type);
  if (numeric !== null) {
    const bound = 10 ** (Number(numeric[1]) - Number(numeric[2]));
    return {
      type,
      code: 'unreadable_number',
      expected: `a number below ${bound.toLocaleString('en-US')}`,
      allows: (value) => Math.abs(Number(value)) < bound,
    };
  }
  if (type === 'integer') {
    return {
      type,
      code: 'unreadable_number',
      expected: 'a whole number below 2,147,483,648',
      allows: (value) => value.length < 10 || Math.abs(Number(value)) <= 2_147_483_647,
    };
  }
  if (type === 'text') {
    return {
      type,
      code: 'oversized_cell',
      expected: `at most ${LONGEST_TEXT_BYTES.toLocaleString('en-US')} bytes of text`,
      allows: (value) => value.length < LONGEST_TEXT_BYTES / 4 || Buffer.byteLength(value) <= LONGEST_TEXT_BYTES,
    };
  }
  return { type, code: 'unreadable_date', expected: `a ${type}`, allows: () => true };
}
