import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { ColumnKind } from './identity-set.ts';

/** A file with known truth that somebody else made. */
export interface PublicSet {
  name: string;
  file: string;
  idColumn: string;
  columns: string;
  /** Per row: its id, and who is behind it. */
  truth: { id: string; person: string }[];
}

/**
 * The sets in a folder: CSV files with a `cluster` column or FEBRL's rec_id (rec-12-org,
 * rec-12-dup-0), and headers we know. Other files are left alone.
 */
export function findPublicSets(dir: string): PublicSet[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.csv'))
    .flatMap((name) => readPublicSet(join(dir, name), name.replace(/\.csv$/, '')));
}

function readPublicSet(file: string, name: string): PublicSet[] {
  const { data, meta } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
    transformHeader: (header) => header.trim(),
  });
  const headers = meta.fields ?? [];
  const idColumn = headers.find((header) => header === 'rec_id' || header === 'unique_id');
  if (idColumn === undefined || (idColumn === 'unique_id' && !headers.includes('cluster'))) return [];
  const truth = data.map((row) => {
    const id = (row[idColumn] ?? '').trim();
    return { id, person: idColumn === 'rec_id' ? (/^rec-\d+/.exec(id)?.[0] ?? id) : (row.cluster ?? '').trim() };
  });
  const known = headers.flatMap((header) => (KINDS[header] === undefined ? [] : [`${KINDS[header]}=${header}`]));
  const street = headers.includes('street_number') && headers.includes('address_1') ? ['street=street_number+address_1'] : [];
  return [{ name, file, idColumn, columns: [...known, ...street].join(','), truth }];
}

const KINDS: Readonly<Record<string, ColumnKind>> = {
  name: 'name',
  full_name: 'name',
  first_and_surname: 'name',
  given_name: 'given_name',
  first_name: 'given_name',
  surname: 'surname',
  last_name: 'surname',
  email: 'email',
  phone: 'phone',
  street: 'street',
  address_2: 'other',
  city: 'city',
  suburb: 'city',
  birth_place: 'city',
  state: 'state',
  zip: 'zip',
  postcode: 'zip',
  postcode_fake: 'zip',
  dob: 'dob',
  date_of_birth: 'dob',
  soc_sec_id: 'other',
  gender: 'other',
  occupation: 'other',
  company: 'company',
};
