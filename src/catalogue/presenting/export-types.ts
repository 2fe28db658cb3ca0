import type { ExportType, ExportValue } from '../../platform/export/table-writer.ts';
import type { ColumnType } from '../question.ts';
import type { AnswerValue } from '../running/answer.ts';

const EXPORT_TYPES: Record<ColumnType, ExportType> = {
  text: 'text',
  integer: 'bigint',
  number: 'double',
  money: { precision: 18, scale: 2 },
  percent: { precision: 18, scale: 2 },
  boolean: 'boolean',
  date: 'date',
  instant: 'instant',
  uuid: 'uuid',
  json: 'json',
};

/** The type a column of an answer has in a file. */
export function exportType(type: ColumnType): ExportType {
  return EXPORT_TYPES[type];
}

/** A value of an answer as the writers of files take it. */
export function exportValue(value: AnswerValue): ExportValue {
  if (value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
