import type { BusinessTransaction, Database } from '../../platform/database/database.ts';
import { readRelations } from '../guard/find-fan-outs.ts';
import { refuseFanOuts } from '../guard/refuse-fan-outs.ts';
import type { ColumnType } from '../question.ts';
import type { Answer } from '../running/answer.ts';
import { presentValue } from '../running/present-rows.ts';
import { askAsAnalyst } from './as-analyst.ts';
import { refuseUnsafe } from './refuse-unsafe.ts';

export interface WantedSql {
  businessId: string;
  sql: string;
  /** At most so many rows. */
  limit: number;
}

/**
 * Runs one SELECT of somebody's own as the business: read-only, as a role that reads what is open
 * to analysts, within caps, and only when no join in it multiplies what it adds up. Refusals are Faults.
 */
export async function runSql(database: Database, wanted: WantedSql): Promise<Answer> {
  return database.inBusiness(wanted.businessId, (transaction) => answer(transaction, wanted), 'read');
}

async function answer(transaction: BusinessTransaction, { sql, limit }: WantedSql): Promise<Answer> {
  const text = sql.trim().replace(/;\s*$/, '');
  const known = await readRelations(transaction);
  await refuseUnsafe(transaction, text, known);
  await refuseFanOuts(text, known, 'The statement is refused');
  const { fields, rows } = await askAsAnalyst(transaction, `select * from (${text}\n) as asked limit ${limit + 1}`);
  const columns = fields.map(({ name, dataTypeID }) => ({ name, type: typeOf(dataTypeID), unit: null }));
  const kept = rows.slice(0, limit);
  return {
    id: 'sql',
    parameters: { sql: text, limit },
    columns,
    rows: kept.map((row) => Object.fromEntries(columns.map((column, index) => [column.name, presentValue(row[index], column.type)]))),
    receipt: {
      definition: 'What the statement says; no join in it multiplies what it adds up.',
      dateBasis: 'as the statement says',
      timeZone: 'UTC',
      asOf: new Date().toISOString(),
      rowsCounted: kept.length,
      excluded: rows.length > limit ? [{ reason: 'beyond the limit (at least)', rows: rows.length - limit }] : [],
      currency: [],
      linkCoverage: [],
    },
  };
}

const TYPES: Readonly<Record<number, ColumnType>> = {
  16: 'boolean',
  20: 'integer',
  21: 'integer',
  23: 'integer',
  114: 'json',
  700: 'number',
  701: 'number',
  1082: 'date',
  1114: 'instant',
  1184: 'instant',
  1700: 'number',
  2950: 'uuid',
  3802: 'json',
};

function typeOf(oid: number): ColumnType {
  return TYPES[oid] ?? 'text';
}
