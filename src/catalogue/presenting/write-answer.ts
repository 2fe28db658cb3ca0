import { openWriter } from '../../platform/export/open-writer.ts';
import { openTextSink } from '../../platform/export/text-sink.ts';
import type { Answer } from '../running/answer.ts';
import type { AnswerOutput } from './answer-outputs.ts';
import { exportType, exportValue } from './export-types.ts';
import { printMarkdown } from './print-markdown.ts';
import { printTable } from './print-table.ts';

/** Writes an answer to a file, or to standard output when no file is given. JSON, Markdown and workbooks carry the receipt; CSV and Parquet the rows only. */
export async function writeAnswer(answer: Answer, output: AnswerOutput, file: string | undefined): Promise<void> {
  if (output === 'table' || output === 'json' || output === 'markdown') {
    const sink = await openTextSink(file);
    await sink.write(`${PRINTERS[output](answer)}\n`);
    return sink.finish();
  }
  if (output === 'xlsx') {
    const { writeWorkbook } = await import('./write-workbook.ts');
    return writeWorkbook(answer, file);
  }
  const writer = await openWriter(
    output,
    answer.columns.map((column) => ({ name: column.name, type: exportType(column.type) })),
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
