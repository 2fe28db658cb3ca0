import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { Fault } from '../../platform/fault.ts';

export interface ManualMapping {
  spelling: string;
  /** Name of the lookup row that is meant. */
  target: string;
  /** Only lead sources: the category to give it. */
  category?: string;
}

export interface ManualMappings {
  salesPersons: ManualMapping[];
  branches: ManualMapping[];
  leadSources: ManualMapping[];
}

export const NO_MAPPINGS: ManualMappings = { salesPersons: [], branches: [], leadSources: [] };

/**
 * Reads data/manual_mappings/{sales_persons,branches,lead_sources}.csv from the first of the
 * folders that has the file. A missing file is an empty list; one without its columns, or a CSV of
 * another name, is a Fault: a decision that nobody heeds is worse than an error.
 */
export function readManualMappings(folders: readonly string[]): ManualMappings {
  for (const folder of folders) refuseOtherNames(join(folder, 'data', 'manual_mappings'));
  const read = (name: string, column: string): ManualMapping[] => {
    const file = folders.map((folder) => join(folder, 'data', 'manual_mappings', name)).find((path) => existsSync(path));
    return file === undefined ? [] : parseMappings(decode(readFileSync(file)), file, column);
  };
  return {
    salesPersons: read('sales_persons.csv', 'sales_person'),
    branches: read('branches.csv', 'branch'),
    leadSources: read('lead_sources.csv', 'lead_source'),
  };
}

const NAMES = ['sales_persons.csv', 'branches.csv', 'lead_sources.csv'];

function refuseOtherNames(folder: string): void {
  if (!existsSync(folder)) return;
  const other = readdirSync(folder).find((name) => /^[^.~].*\.csv$/i.test(name) && !NAMES.includes(name));
  if (other === undefined) return;
  throw new Fault(
    'manual_mapping_name',
    `${join(folder, other)} would not be heeded: expected ${NAMES.join(', ')}. Rename it, or move it away.`,
    { exit: 'usage' },
  );
}

/** Excel saves "CSV" in Windows-1252, in which MONTRÉAL would never be met again if it were read as UTF-8. */
function decode(bytes: Buffer): string {
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
}

/** The mappings in a CSV text; the last of several lines about one spelling counts. */
export function parseMappings(text: string, file: string, column: string): ManualMapping[] {
  const parsed = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (header) => header.trim().toLowerCase().replace(/\s+/g, '_'),
  });
  const fields = parsed.meta.fields ?? [];
  const missing = ['spelling', column].filter((wanted) => !fields.includes(wanted));
  if (missing.length > 0) {
    throw new Fault(
      'manual_mapping_columns',
      `${file} needs the columns spelling,${column}; it has ${fields.join(',') || 'none'}. Add ${missing.join(' and ')} to its first line.`,
      {
        exit: 'usage',
      },
    );
  }
  const bySpelling = new Map<string, ManualMapping>();
  for (const row of parsed.data) {
    const spelling = row.spelling?.trim() ?? '';
    const target = row[column]?.trim().replace(/\s+/g, ' ') ?? '';
    const category = row.category?.trim() ?? '';
    if (spelling === '' || target === '') continue;
    bySpelling.set(spelling, { spelling, target, ...(category === '' ? {} : { category }) });
  }
  return [...bySpelling.values()];
}
