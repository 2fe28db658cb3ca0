import { crc32, deflateRawSync } from 'node:zlib';

export interface FixturePart {
  name: string;
  content: string | Uint8Array;
  /** Overrides for files that lie about themselves. */
  claimedSize?: number;
  flags?: number;
}

/** A zip archive for tests, so that parts can be made that no spreadsheet library would write. */
export function zipOf(parts: FixturePart[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = deflateRawSync(content);
    const name = Buffer.from(part.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(part.flags ?? 0, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.claimedSize ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, name]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface FixtureBook {
  /** The worksheets' XML inside `<sheetData>`. */
  sheets: { name: string; rows: string; state?: string }[];
  sharedStrings?: string;
  /** Number format codes; style index 1 uses the first, 2 the second … */
  formats?: string[];
  is1904?: boolean;
}

/** The parts of a small workbook; change or drop some before zipping them. */
export function partsOf(book: FixtureBook): FixturePart[] {
  const sheetTags = book.sheets.map(
    (sheet, i) => `<sheet name="${sheet.name}" sheetId="${i + 1}" r:id="rId${i + 1}"${sheet.state ? ` state="${sheet.state}"` : ''}/>`,
  );
  const relations = book.sheets.map(
    (_sheet, i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const formats = book.formats ?? [];
  const parts: FixturePart[] = [
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: '_rels/.rels',
      content: `<Relationships><Relationship Id="a" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="${RELATIONS}"><workbookPr date1904="${book.is1904 ? 1 : 0}"/><sheets>${sheetTags.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet><numFmts>${formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_code, i) => `<xf numFmtId="${200 + i}"/>`).join('')}</cellXfs></styleSheet>`,
    },
  ];
  relations.push(`<Relationship Id="styles" Type="${RELATIONS}/styles" Target="styles.xml"/>`);
  if (book.sharedStrings !== undefined) {
    relations.push(`<Relationship Id="texts" Type="${RELATIONS}/sharedStrings" Target="/xl/sharedStrings.xml"/>`);
    parts.push({ name: 'xl/sharedStrings.xml', content: `<sst>${book.sharedStrings}</sst>` });
  }
  parts.push({ name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${relations.join('')}</Relationships>` });
  book.sheets.forEach((sheet, i) => {
    parts.push({ name: `xl/worksheets/sheet${i + 1}.xml`, content: `<worksheet><sheetData>${sheet.rows}</sheetData></worksheet>` });
  });
  return parts;
}
