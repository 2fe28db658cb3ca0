import type { ThroughlineModule } from '../../platform/app/plug.ts';
import type { BusinessTransaction, Database } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import { foldersOf } from '../question-folders.ts';
import type { Question } from '../question.ts';
import { getQuestion } from '../reading/find-questions.ts';
import type { Answer, AnswerColumn, AnswerValue } from '../running/answer.ts';
import { presentValue } from '../running/present-rows.ts';
import { runStatement } from '../running/run-statement.ts';
import { type GivenParameters, type SettledParameters, settleParameters } from '../running/settle-parameters.ts';
import { drillStatements, type KeyCondition } from './drill-statement.ts';
import { readMeasure } from './measure.ts';
import { readRowSet } from './row-set.ts';
import { keyColumn, rulesOf } from './rows-of-question.ts';

export interface WantedRows {
  businessId: string;
  id: string;
  parameters?: GivenParameters;
  /** Columns of the answer that name its row, with their values; null (or empty) means an empty cell. */
  where?: Readonly<Record<string, string | null>>;
  /** The column of the answer whose figure is meant; without one, all rows of the answer's row. */
  measure?: string;
  limit?: number;
  offset?: number;
}

/** The rows behind a figure, with the figure worked out from them. */
export interface DrilledRows extends Answer {
  where: Record<string, string | null>;
  /** `rule` says how the rows make the figure; null where the answer's row has no single rule for it. */
  measure: { column: string; rule: string | null; figure: AnswerValue } | null;
  rowCount: number;
  offset: number;
}

/**
 * The rows a figure of an answer comes from, each with its import, file and line and with what it
 * adds. Additive figures are the sum of `amount`; ratios are amount over of_amount. Unknown columns are Faults.
 */
export async function drillRows(database: Database, modules: readonly ThroughlineModule[], wanted: WantedRows): Promise<DrilledRows> {
  const question = getQuestion(foldersOf(modules), wanted.id);
  return database.inBusiness(wanted.businessId, (transaction) => drill(transaction, question, wanted), 'read');
}

async function drill(transaction: BusinessTransaction, question: Question, wanted: WantedRows): Promise<DrilledRows> {
  const rowSet = readRowSet(question);
  const where = emptyAsNull(wanted.where ?? {});
  const keys = Object.keys(where).flatMap((column, index): KeyCondition[] => {
    const key = keyColumn(question, rowSet, column, where);
    return key === null ? [] : [{ column: key, parameter: `key_${index}` }];
  });
  const column = wanted.measure ?? null;
  if (column !== null) refuseUnknownColumn(question, column);
  const rules = rulesOf(question, rowSet);
  const measure = column === null ? null : readMeasure(rules, column);
  const settled = await settleParameters(transaction, question, wanted.parameters ?? {});
  const page = { limit: wanted.limit ?? 100, offset: wanted.offset ?? 0 };
  const [asked, bound] = withOwnParameters(question, settled, Object.values(where), page);
  const statements = drillStatements({ steps: rowSet.steps, measure, keys, only: question.rows.only });
  const [total] = (await runStatement(transaction, asked, bound, statements.figure)).rows;
  const { fields, rows } = await runStatement(transaction, asked, bound, statements.rows);
  const rowCount = Number(total?.[0] ?? 0);
  const columns = ROW_COLUMNS.map((known) =>
    known.name === 'amount' && !isNumber(total?.[1]) ? { ...known, type: 'text' as const } : known,
  );
  return {
    id: question.id,
    parameters: settled.shown,
    where,
    measure: column === null ? null : { column, rule: rules[column] ?? null, figure: presentFigure(total?.[1]) },
    rowCount,
    offset: page.offset,
    columns,
    rows: rows.map((row) => Object.fromEntries(columns.map(({ name, type }) => [name, presentValue(row[fields.indexOf(name)], type)]))),
    receipt: {
      definition: `Rows behind ${column ?? 'the answer'} of ${question.id}${column === null || rules[column] === undefined ? '' : `: ${rules[column]}`}.`,
      dateBasis: question.dateBasis,
      timeZone: settled.timeZone,
      asOf: settled.asOf ?? new Date().toISOString(),
      rowsCounted: rowCount,
      excluded: rowCount > rows.length ? [{ reason: 'on another page', rows: rowCount - rows.length }] : [],
      currency: [],
      linkCoverage: [],
    },
  };
}

const ROW_COLUMNS: AnswerColumn[] = [
  { name: 'source', type: 'text', unit: null },
  { name: 'id', type: 'uuid', unit: null },
  { name: 'reference', type: 'text', unit: null },
  { name: 'day', type: 'date', unit: null },
  { name: 'status', type: 'text', unit: null },
  { name: 'currency', type: 'text', unit: null },
  { name: 'customer_id', type: 'uuid', unit: null },
  { name: 'customer_name', type: 'text', unit: null },
  { name: 'amount', type: 'number', unit: null },
  { name: 'of_amount', type: 'number', unit: null },
  { name: 'import_number', type: 'integer', unit: null },
  { name: 'file_name', type: 'text', unit: null },
  { name: 'line', type: 'integer', unit: null },
];

function emptyAsNull(where: Readonly<Record<string, string | null>>): Record<string, string | null> {
  return Object.fromEntries(Object.entries(where).map(([column, value]) => [column, value === '' ? null : value]));
}

function refuseUnknownColumn(question: Question, column: string): void {
  const known = question.columns.map(({ name }) => name);
  if (known.includes(column)) return;
  throw new Fault('unknown_column', `The question "${question.id}" has no column "${column}". It has: ${known.join(', ')}.`, {
    exit: 'usage',
    details: { known },
  });
}

/** The keys and the page as further parameters, so that their values never become part of the statement. */
function withOwnParameters(
  question: Question,
  settled: SettledParameters,
  keys: readonly (string | null)[],
  page: { limit: number; offset: number },
): [Question, SettledParameters] {
  const own = [
    ...keys.map((value, index) => ({ name: `key_${index}`, type: 'text' as const, value })),
    { name: 'row_limit', type: 'integer' as const, value: page.limit },
    { name: 'row_offset', type: 'integer' as const, value: page.offset },
  ];
  const parameters = own.map(({ name, type }) => ({ name, type, default: null, meaning: '' }));
  const bound = new Map([...settled.bound, ...own.map(({ name, value }) => [name, value] as const)]);
  if (bound.get('time_zone') === undefined) bound.set('time_zone', settled.timeZone);
  return [
    { ...question, parameters: [...question.parameters, ...parameters] },
    { ...settled, bound },
  ];
}

function isNumber(value: unknown): boolean {
  return value === null || value === undefined || typeof value === 'number' || Number.isFinite(Number(value));
}

function presentFigure(value: unknown): AnswerValue {
  if (value === null || value === undefined) return null;
  return isNumber(value) ? Number(value) : presentValue(value, 'text');
}
