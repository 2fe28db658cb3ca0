import { existsSync, readFileSync } from 'node:fs';
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
 * folders that has the file. A missing file is an empty list; one without its columns is a Fault.
 */
export function readManualMappings(folders: readonly string[]): ManualMappings {
  const read = (name: string, column: string): ManualMapping[] => {
    const file = folders.map((folder) => join(folder, 'data', 'manual_mappings', name)).find((path) => existsSync(path));
    return file === undefined ? [] : parseMappings(readFileSync(file, 'utf8'), file, column);
  };
  return {
    salesPersons: read('sales_persons.csv', 'sales_person'),
    branches: read('branches.csv', 'branch'),
    leadSources: read('lead_sources.csv', 'lead_source'),
  };
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
