import { writeXlsx } from 'hucre/xlsx';
import { type Row, type Sheet, textOf } from './sheet.ts';

/** Stands for one byte that is not valid UTF-8; replaced when the file is encoded. */
export const BAD_BYTE = '\uE000';

const WRITTEN_AT = new Date('2026-10-01T00:00:00Z');

/** The bytes of a sheet's file; sets the line of every row on the way. */
export async function encodeSheet(sheet: Sheet): Promise<Uint8Array> {
  return sheet.format.type === 'xlsx' ? await encodeWorkbook(sheet, sheet.format.sheet) : encodeText(sheet, sheet.format);
}

async function encodeWorkbook(sheet: Sheet, name: string): Promise<Uint8Array> {
  const above = [...sheet.titles.map((title) => [title]), sheet.headers];
  const rows = sheet.rows.map((row, index) => {
    row.line = above.length + index + 1;
    return row.cells.map(workbookValue);
  });
  // Fixed dates inside, or two runs would differ.
  return await writeXlsx({ properties: { created: WRITTEN_AT, modified: WRITTEN_AT }, sheets: [{ name, rows: [...above, ...rows] }] });
}

function workbookValue(cell: Row['cells'][number]): string | number | Date | null {
  if (cell === '') return null;
  if (typeof cell === 'object' && cell.quirk === 'day-xlsx-cell') return new Date(`${cell.text}T00:00:00Z`);
  return typeof cell === 'object' ? cell.text : cell;
}

function encodeText(sheet: Sheet, format: Extract<Sheet['format'], { type: 'csv' }>): Uint8Array {
  const lines = [...sheet.titles, sheet.headers.map(quote).join(',')];
  let next = lines.length + 1;
  for (const row of sheet.rows) {
    const written = row.raw ?? row.cells.map((cell) => quote(textOf(cell))).join(',');
    row.line = next;
    next += written.split('\n').length;
    lines.push(written);
  }
  const text = lines.join(format.endOfLine) + format.endOfLine;
  if (format.encoding === 'utf-16le') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  if (format.encoding === 'windows-1252') return Buffer.from(text, 'latin1');
  return withBadBytes(Buffer.from(format.encoding === 'utf-8-bom' ? `\uFEFF${text}` : text, 'utf8'));
}

/** A delimited cell, quoted only where it must be. */
export function quote(text: string): string {
  return /^"|[,\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function withBadBytes(bytes: Buffer): Buffer {
  const marker = Buffer.from(BAD_BYTE, 'utf8');
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(marker); at >= 0; at = bytes.indexOf(marker, from)) {
    parts.push(bytes.subarray(from, at), Buffer.from([0xe9]));
    from = at + marker.length;
  }
  return Buffer.concat([...parts, bytes.subarray(from)]);
}
