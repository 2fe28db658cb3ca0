import { openWriter } from '../../platform/export/open-writer.ts';
import { openTextSink } from '../../platform/export/text-sink.ts';
import type { ExportType, ExportValue } from '../../platform/export/table-writer.ts';
import type { ColumnType } from '../question.ts';
import type { Answer, AnswerValue } from '../running/answer.ts';
import type { AnswerOutput } from './answer-outputs.ts';
import { printMarkdown } from './print-markdown.ts';
import { printTable } from './print-table.ts';

/** Writes an answer to a file, or to standard output when no file is given. JSON and Markdown carry the receipt; CSV and Parquet the rows only. */
export async function writeAnswer(answer: Answer, output: AnswerOutput, file: string | undefined): Promise<void> {
  if (output === 'table' || output === 'json' || output === 'markdown') {
    const sink = await openTextSink(file);
    await sink.write(`${PRINTERS[output](answer)}\n`);
    return sink.finish();
  }
  const writer = await openWriter(
    output,
    answer.columns.map((column) => ({ name: column.name, type: EXPORT_TYPES[column.type] })),
    file,
  );
  await writer.write(answer.rows.map((row) => answer.columns.map((column) => exportValue(row[column.name] ?? null))));
  await writer.finish();
}

const PRINTERS = {
  table: printTable,
  json: (answer: Answer) => JSON.stringify(answer, null, 2),
  markdown: printMarkdown,
};

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

function exportValue(value: AnswerValue): ExportValue {
  if (value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
