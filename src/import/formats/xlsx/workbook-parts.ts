import { fileFault } from '../file-faults.ts';
import { attributeOf, XmlScanner } from './scan-xml.ts';
import { type Archive, unpackPart } from './unpack-entry.ts';
import { damaged } from './zip-directory.ts';

export interface WorkbookParts {
  sheets: { name: string; part: string; isHidden: boolean }[];
  sharedStrings?: string;
  styles?: string;
  is1904: boolean;
}

interface Relation {
  id: string;
  kind: string;
  part: string;
}

/** Which part of the archive holds what; a Fault for archives that are no workbook. */
export async function readWorkbookParts(archive: Archive): Promise<WorkbookParts> {
  const roots = await readRelations(archive, '_rels/.rels', '');
  const workbook = roots.find((relation) => relation.kind === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const text = workbook.startsWith('xl/') ? await unpackPart(archive, workbook) : undefined;
  if (text === undefined || workbook.endsWith('.bin')) throw noWorkbook(archive);

  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1);
  const file = workbook.slice(folder.length);
  const relations = await readRelations(archive, `${folder}_rels/${file}.rels`, folder);
  const parts: WorkbookParts = { sheets: [], is1904: false };
  let isWhole = false;
  const scanner = new XmlScanner({
    open(name, attributes) {
      if (name === 'workbookPr') parts.is1904 = /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const id = attributeOf(attributes, 'id');
      const relation = relations.find((candidate) => candidate.id === id);
      // Sheets of other kinds (charts, macros) hold no rows.
      if (relation?.kind !== 'worksheet') return;
      parts.sheets.push({
        name: attributeOf(attributes, 'name') ?? '',
        part: relation.part,
        isHidden: attributeOf(attributes, 'state')?.toLowerCase().includes('hidden') === true,
      });
    },
    close(name) {
      if (name === 'workbook') isWhole = true;
    },
    text() {},
  });
  scanner.feed(text);
  if (!isWhole) throw damaged(archive.fileName);

  const strings = relations.find((relation) => relation.kind === 'sharedStrings')?.part;
  const styles = relations.find((relation) => relation.kind === 'styles')?.part;
  if (strings !== undefined) parts.sharedStrings = strings;
  if (styles !== undefined) parts.styles = styles;
  return parts;
}

async function readRelations(archive: Archive, part: string, folder: string): Promise<Relation[]> {
  const relations: Relation[] = [];
  const scanner = new XmlScanner({
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = attributeOf(attributes, 'Target') ?? '';
      relations.push({
        id: attributeOf(attributes, 'Id') ?? '',
        // The namespace differs between transitional and strict files; its last word does not.
        kind: (attributeOf(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
        part: resolvePart(folder, target),
      });
    },
    close() {},
    text() {},
  });
  scanner.feed((await unpackPart(archive, part)) ?? '');
  return relations;
}

function resolvePart(folder: string, target: string): string {
  const steps = (target.startsWith('/') ? target : folder + target).split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

function noWorkbook(archive: Archive): Error {
  const has = (name: string) => archive.entries.has(name);
  if (has('xl/workbook.bin')) return unsupported(archive, 'a binary workbook (.xlsb)', 'Save it as .xlsx or CSV.');
  if (has('content.xml')) return unsupported(archive, 'an OpenDocument file', 'Save it as .xlsx or CSV.');
  if (has('word/document.xml')) return unsupported(archive, 'a Word document', 'Export the report as CSV or XLSX.');
  if (has('[Content_Types].xml')) return damaged(archive.fileName);
  return unsupported(archive, 'a zip archive', 'Unpack it and import the files in it.');
}

function unsupported(archive: Archive, kind: string, advice: string): Error {
  return fileFault('unsupported_format', archive.fileName, `expected CSV, XLSX, Parquet or JSON lines, but this is ${kind}. ${advice}`);
}
