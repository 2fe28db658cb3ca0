import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWriter } from './open-writer.ts';
import type { ExportColumn, ExportValue } from './table-writer.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function roundTrip(columns: readonly ExportColumn[], rows: readonly (readonly ExportValue[])[]) {
  const path = join(folder, 'new', 'a.xlsx');
  const writer = await openWriter('xlsx', columns, path);
  await writer.write(rows);
  await writer.finish();
  const { sheets } = await readXlsx(readFileSync(path), { readStyles: true });
  const [sheet] = sheets;
  if (sheet === undefined) throw new Error('no sheet');
  const kind = (value: unknown): string => (value instanceof Date ? 'date' : value === null ? 'null' : typeof value);
  return { sheet, cells: sheet.rows.slice(1).map((row) => row.map((value) => [kind(value), value])) };
}

const columns: ExportColumn[] = [
  { name: 'name', type: 'text' },
  { name: 'amount', type: { precision: 14, scale: 2 } },
  { name: 'day', type: 'date' },
  { name: 'at', type: 'instant' },
  { name: 'is_open', type: 'boolean' },
  { name: 'count', type: 'bigint' },
];

describe('a workbook', () => {
  it('gives back each cell with its type and value, and formats to show it by', async () => {
    const { sheet, cells } = await roundTrip(columns, [
      ['=1+1', '-1234567.10', '2025-03-01', '2025-03-09 08:30:00.5+00', 't', '42'],
      ['007', '0.00', '2024-02-29', '2025-01-01 00:00:00+00', 'f', '9007199254740993'],
      [null, null, '1850-01-01', null, null, null],
    ]);
    expect(sheet.rows[0]).toEqual(columns.map((column) => column.name));
    expect(cells[0]).toEqual([
      ['string', '=1+1'],
      ['number', -1234567.1],
      ['date', new Date('2025-03-01T00:00:00Z')],
      ['date', new Date('2025-03-09T08:30:00.500Z')],
      ['boolean', true],
      ['number', 42],
    ]);
    // Sixteen digits are more than Excel holds, and 1850 is before its first day.
    expect(cells[1]?.[5]).toEqual(['string', '9007199254740993']);
    expect(cells[1]?.[0]).toEqual(['string', '007']);
    expect(cells[2]?.[2]).toEqual(['string', '1850-01-01']);
    expect(sheet.freezePane).toEqual({ rows: 1 });
    expect(['1,1', '1,2', '1,3', '1,5'].map((at) => sheet.cells?.get(at)?.style?.numFmt)).toEqual([
      '#,##0.00',
      'yyyy-mm-dd',
      'yyyy-mm-dd hh:mm:ss',
      '0',
    ]);
  });

  it.each(['=cmd|x', '+1', '-9m', '@SUM(A1)', '\t=1'])('holds %j as a text and no formula', async (text) => {
    const { sheet } = await roundTrip([{ name: 'x', type: 'text' }], [[text]]);
    expect(sheet.rows[1]).toEqual([text]);
    expect([...(sheet.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([]);
  });

  it('gives back any text, also one that looks like an escaped character', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('_x000D_', '_x0041_', 'a_x005F_', ' a ', 'a\nb')),
        async (text) => {
          // Lone halves of a character and U+FFFE have no place in a file of text.
          fc.pre(text.isWellFormed() && !/[\uFFFE\uFFFF]/.test(text) && text !== '');
          const { sheet } = await roundTrip([{ name: 'x', type: 'text' }], [[text]]);
          expect(sheet.rows[1]).toEqual([text]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('cuts a text that is longer than a cell, and says so', async () => {
    const { sheet } = await roundTrip([{ name: 'x', type: 'text' }], [['a'.repeat(40_000)]]);
    expect(String(sheet.rows[1]?.[0])).toHaveLength(32_767);
    expect(String(sheet.rows[1]?.[0]).endsWith('…')).toBe(true);
  });

  it('takes many rows in turn, and leaves nothing when it is given up', async () => {
    const path = join(folder, 'given-up', 'a.xlsx');
    const writer = await openWriter('xlsx', columns, path);
    for (let batch = 0; batch < 5; batch += 1) await writer.write(Array.from({ length: 1000 }, () => ['a', '1', null, null, null, '1']));
    await writer.abort();
    expect(existsSync(path)).toBe(false);
    expect(readdirSync(join(folder, 'given-up'))).toEqual([]);
  });

  it('needs a file', async () => {
    await expect(openWriter('xlsx', columns, undefined)).rejects.toMatchObject({ code: 'xlsx_needs_file', exit: 'usage' });
  });
});
