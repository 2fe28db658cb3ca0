import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { projectRoot } from '../../src/platform/config.ts';
import { householdSet } from './households.ts';
import type { ColumnKind } from './identity-set.ts';

export type Label = 'same' | 'different' | 'household' | 'doubtful';

/** A pair of records that is hard to judge, with a person's judgement and why. */
export interface HardPair {
  pair: string;
  label: Label;
  reason: string;
  left: readonly string[];
  right: readonly string[];
}

export const PAIR_COLUMNS = [
  'name',
  'email',
  'phone',
  'street',
  'city',
  'state',
  'zip',
  'dob',
  'company',
] as const satisfies readonly ColumnKind[];

/** The five hundred labelled pairs. */
export function readHardPairs(): HardPair[] {
  const text = readFileSync(join(projectRoot, 'src/customers/matching/labelled/hard-pairs.csv'), 'utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data.map((row) => ({
    pair: row.pair ?? '',
    label: readLabel(row.label ?? ''),
    reason: row.reason ?? '',
    left: PAIR_COLUMNS.map((column) => row[`left_${column}`] ?? ''),
    right: PAIR_COLUMNS.map((column) => row[`right_${column}`] ?? ''),
  }));
}

/**
 * The pairs among `strangers` leads of a CRM, as they would be met: how rare a name is, and which
 * values are nobody's, is learnt from the company they keep. The records of pair N are N-left and N-right.
 */
export function amongStrangers(
  pairs: readonly HardPair[],
  strangers: number,
): { ids: string[]; columns: { kind: ColumnKind; name: string; values: string[] }[] } {
  const crowd = householdSet(strangers, 101);
  const places = PAIR_COLUMNS.map((kind) => crowd.columns.findIndex((column) => column.kind === kind));
  const rows = [
    ...pairs.flatMap(({ left, right }) => [left, right]),
    ...crowd.rows.map((row) => places.map((place) => (place < 0 ? '' : (row[place] ?? '')))),
  ];
  return {
    ids: [...pairs.flatMap(({ pair }) => [`${pair}-left`, `${pair}-right`]), ...crowd.rows.map((_, row) => `crowd-${row}`)],
    columns: PAIR_COLUMNS.map((kind, at) => ({ kind, name: kind, values: rows.map((row) => row[at] ?? '') })),
  };
}

function readLabel(text: string): Label {
  if (text === 'same' || text === 'different' || text === 'household' || text === 'doubtful') return text;
  throw new Error(`expected a label of same, different, household or doubtful, got ${text}`);
}
