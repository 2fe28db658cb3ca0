import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Fault } from '../../platform/fault.ts';
import { openTables, type SourceRow, type SourceTable } from './read-tables.ts';
import { type FixturePart, partsOf, zipOf } from './xlsx/workbook-fixture.ts';

const TEXT_FILES = 9400;
const WORKBOOKS = 600;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fuzz-'));
});
afterAll(() => rm(folder, { recursive: true }));

it(`accounts for each line of ${TEXT_FILES} mutated text files, or refuses the file with a Fault`, async () => {
  const random = seeded(20_261_120);
  const read = await inGroups(TEXT_FILES, async (i) => {
    const bytes = mutated(pick(random, TEXT_SEEDS), random);
    const tables = await opened(bytes, `text file ${i}`);
    for (const { table, rows } of tables) {
      if (table.format === 'csv') expectEachLineOnce(table, rows, bytes, `text file ${i}`);
    }
    return tables.length;
  });
  // Most mutations leave a readable file, or this test would prove little.
  expect(read).toBeGreaterThan(TEXT_FILES * 0.9);
}, 120_000);

it(`reads or refuses ${WORKBOOKS} mutated workbooks, without any other error`, async () => {
  const random = seeded(7);
  const damagedPart = (part: FixturePart) => (random() < 0.3 ? { ...part, content: mutated(Buffer.from(part.content), random) } : part);
  const read = await inGroups(WORKBOOKS, async (i) => {
    const bytes = i % 2 === 0 ? mutated(WORKBOOK, random) : zipOf(PARTS.map(damagedPart));
    return (await opened(bytes, `workbook ${i}`)).length;
  });
  expect(read).toBeGreaterThan(20);
}, 120_000);

/** Side by side, because opening and closing small files is mostly waiting. */
async function inGroups(count: number, use: (i: number) => Promise<number>): Promise<number> {
  let total = 0;
  for (let from = 0; from < count; from += 20) {
    const group = Array.from({ length: Math.min(20, count - from) }, (_, i) => use(from + i));
    for (const part of await Promise.all(group)) total += part;
  }
  return total;
}

async function opened(bytes: Buffer, what: string): Promise<{ table: SourceTable; rows: SourceRow[] }[]> {
  const path = join(folder, what);
  await writeFile(path, bytes);
  const read: { table: SourceTable; rows: SourceRow[] }[] = [];
  try {
    for (const table of await openTables(path, { keepRaw: true })) {
      const rows: SourceRow[] = [];
      for await (const batch of table.batches()) rows.push(...batch);
      read.push({ table, rows });
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw new Error(`${what}: ${bytes.toString('base64')}`, { cause: error });
  }
  await rm(path);
  return read;
}

/** Laid end to end, the rows' own text is the file's text: no line lost, none twice, numbers right. */
function expectEachLineOnce(table: SourceTable, rows: SourceRow[], bytes: Buffer, what: string): void {
  const encoding = (table.detail.encoding ?? '').replace(', damaged', '');
  const decoder = new TextDecoder(encoding === 'windows-1252' ? 'latin1' : encoding);
  let text = decoder.decode(bytes).replaceAll('\0', '');
  text = table.detail.lineEnd === 'cr' ? text.replace(/\r\n?/g, '\n') : text;
  const raw = rows.map((row) => row.raw ?? '').join('\n');
  const isSame = comparable(raw) === comparable(text.endsWith('\n') ? text.slice(0, -1) : text);
  let line = 1;
  let isNumbered = true;
  for (const row of rows) {
    isNumbered = isNumbered && row.line === line;
    line += (row.raw ?? '').split('\n').length;
  }
  if (!isSame || !isNumbered) throw new Error(`${what} lost or repeated a line: ${bytes.toString('base64')}`);
}

/**
 * Decoders differ in how many U+FFFD they write for one broken sequence, and Node releases in
 * whether 0x80 to 0x9f are control characters or those of Windows-1252.
 */
function comparable(text: string): string {
  return text
    .replaceAll('\r', '')
    .replace(/\uFFFD+/g, '\uFFFD')
    .replace(/[\x80-\x9f€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/g, '?');
}

const CSV = `Lead Status report\n\nQuote #,Status,Customer Name,Estimated Amount,"Service
Date"\n285137 open_in_new,Lost - Price Too High,"Example, Dana","$1,480.00",4/18/2026\n135202,Booked,"Lee ""Al"" Example",(123.45),0/0/0\n135203,Closed,Zoë Sample,"two\nlines",3/14/2026\n,,,,\nTotal,,,"$3,900",\n`;
const TEXT_SEEDS = [
  Buffer.from(CSV),
  Buffer.from(CSV.replaceAll('\n', '\r\n')),
  Buffer.from(CSV.replaceAll('\n', '\r')),
  Buffer.from(`\uFEFF${CSV}`),
  Buffer.from(CSV, 'latin1'),
  Buffer.from(CSV, 'utf16le'),
  Buffer.from(`\uFEFF${CSV}`, 'utf16le').swap16(),
  Buffer.from(CSV.replaceAll(',', '\t')),
  Buffer.from(CSV.replaceAll(',', ';')),
  Buffer.from('{"quote":1,"name":"Zoë","at":{"x":[1]}}\n{"quote":2.50,"note":null}\n\n{"name":"b"}\n'),
];
const PARTS = partsOf({
  sheets: [
    {
      name: 'jobs',
      rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Date &amp; x</t></is></c></row><row r="2"><c r="A2" s="1"><v>46130.5</v></c><c r="C2" s="2"><v>0.95</v></c></row>'.repeat(
        3,
      ),
    },
    { name: 'two', rows: '<row><c><v>1e5</v></c><c t="b"><v>1</v></c></row>' },
  ],
  sharedStrings: '<si><t>Quote #</t></si><si><r><t>Zoë</t></r></si>',
  formats: ['m/d/yyyy', '0.00%'],
});
const WORKBOOK = zipOf(PARTS);

const INSERTS = [
  '"',
  '""',
  '"\n',
  ',"',
  '",',
  '\0',
  ',',
  ';',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\xff',
  '\xc3',
  '\xe2\x82',
  '\xf0\x9f',
  '\xed\xa0\x80',
  '\xef\xbb\xbf',
  '{',
  '=',
  '&#',
  '<',
  '>',
  '&#x110000;',
  '<!--',
  '<![CDATA[',
];

function mutated(seed: Buffer, random: () => number): Buffer {
  let bytes = Buffer.from(seed);
  const mutations = 1 + Math.floor(random() * 6);
  for (let i = 0; i < mutations; i++) {
    const at = Math.floor(random() * (bytes.length + 1));
    const length = Math.floor(random() * 40);
    switch (Math.floor(random() * 8)) {
      case 0:
        if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
        break;
      case 1:
        bytes = spliced(bytes, at, 0, Buffer.from([Math.floor(random() * 256)]));
        break;
      case 2:
        bytes = spliced(bytes, at, length, Buffer.alloc(0));
        break;
      case 3:
        bytes = spliced(bytes, at, 0, bytes.subarray(at, at + length * 4));
        break;
      case 4:
        if (random() < 0.3) bytes = bytes.subarray(0, at);
        break;
      default:
        bytes = spliced(bytes, at, 0, Buffer.from(pick(random, INSERTS), 'latin1'));
    }
  }
  return Buffer.from(bytes);
}

function spliced(bytes: Buffer, at: number, remove: number, insert: Buffer): Buffer<ArrayBuffer> {
  return Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)]);
}

function pick<T>(random: () => number, choices: [T, ...T[]] | T[]): T {
  const choice = choices[Math.floor(random() * choices.length)];
  if (choice === undefined) throw new Error('nothing to choose from');
  return choice;
}

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
