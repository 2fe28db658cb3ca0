import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { partOf } from '../../platform/export/text-sink.ts';
import { xlsxNeedsFile } from '../../platform/export/write-xlsx.ts';
import { type XlsxCell, textCell, xlsxCell, xlsxFormat } from '../../platform/export/xlsx-cell.ts';
import type { Answer, AnswerColumn, AnswerValue } from '../running/answer.ts';
import { exportType, exportValue } from './export-types.ts';
import { receiptLines } from './print-receipt.ts';

/**
 * An answer as a workbook: the rows on the first sheet as real numbers, days, shares and amounts
 * of the row's own currency, the receipt on the second.
 */
export async function writeWorkbook(answer: Answer, file: string | undefined): Promise<void> {
  if (file === undefined) throw xlsxNeedsFile();
  const { columns, rows } = answer;
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Answer',
        freezePane: { rows: 1 },
        columns: columns.map((column) => ({ width: widthOf(column, answer) })),
        rows: [
          columns.map((column) => textCell(column.name)),
          ...rows.map((row) => columns.map((column) => cellOf(row[column.name], column))),
        ],
        cells: formats(answer),
      },
      {
        name: 'Receipt',
        columns: [{ width: 24 }, { width: 100 }],
        rows: receiptRows(answer),
        cells: new Map(),
      },
    ],
  });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(partOf(file), bytes);
  await rename(partOf(file), file);
}

/** A share of 12.5 is 12.5 %, which a workbook keeps as 0.125. */
function cellOf(value: AnswerValue | undefined, column: AnswerColumn): XlsxCell {
  const cell = xlsxCell(exportValue(value ?? null), exportType(column.type));
  return column.type === 'percent' && typeof cell === 'number' ? Number((cell / 100).toPrecision(15)) : cell;
}

function formats({ columns, rows }: Answer): Map<string, { value: XlsxCell; style: { numFmt?: string; font?: { bold: boolean } } }> {
  const cells = new Map<string, { value: XlsxCell; style: { numFmt?: string; font?: { bold: boolean } } }>();
  columns.forEach((column, at) => {
    cells.set(`0,${at}`, { value: textCell(column.name), style: { font: { bold: true } } });
    rows.forEach((row, index) => {
      const numFmt = formatOf(column, row.currency);
      if (numFmt !== undefined) cells.set(`${index + 1},${at}`, { value: cellOf(row[column.name], column), style: { numFmt } });
    });
  });
  return cells;
}

function formatOf(column: AnswerColumn, currency: AnswerValue | undefined): string | undefined {
  if (column.type === 'percent') return '0.00%';
  if (column.type === 'number') return undefined;
  if (column.type === 'money' && typeof currency === 'string' && /^[A-Z]{3}$/.test(currency)) return `[$${currency}] #,##0.00`;
  return xlsxFormat(exportType(column.type));
}

function receiptRows(answer: Answer): string[][] {
  const parameters = Object.entries(answer.parameters)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [`Parameter ${name}`, String(value)]);
  return [['Question', answer.id], ...receiptLines(answer.receipt), ...parameters, ['Instants', 'in UTC']].map((line) =>
    line.map(textCell),
  );
}

function widthOf(column: AnswerColumn, { rows }: Answer): number {
  const longest = Math.max(...rows.slice(0, 200).map((row) => String(row[column.name] ?? '').length), column.name.length);
  return Math.min(60, longest + 4);
}
