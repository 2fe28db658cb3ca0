import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { projectRoot } from '../../src/platform/config.ts';
import { withDateSlip } from './damage.ts';
import { householdSet } from './households.ts';
import type { ColumnKind } from './identity-set.ts';
import { Random } from './random.ts';

export type Label = 'same' | 'different' | 'household' | 'doubtful';

/** A pair of records that is hard to judge, with a person's judgement and why. */
export interface HardPair {
  pair: string;
  label: Label;
  reason: string;
  left: readonly string[];
  right: readonly string[];
}

/** Records as columns, as the matching takes them. */
export interface HardTable {
  ids: string[];
  columns: { kind: Exclude<ColumnKind, null>; name: string; values: string[] }[];
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
 * values are nobody's, is learnt from the company they keep. The strangers live in the pairs' own
 * towns and ZIP codes, so that these tell as little as they do where a mover's customers live;
 * of half of their records the birthday is known.
 * The records of pair N are N-left and N-right, in rows 2(N - 1) and the next.
 */
export function amongStrangers(pairs: readonly HardPair[], strangers: number): HardTable {
  const crowd = householdSet(strangers, 101);
  const random = new Random(17);
  const places = PAIR_COLUMNS.map((kind) => crowd.columns.findIndex((column) => column.kind === kind));
  const towns = pairs.map(({ left }) => left.slice(CITY, CITY + 3)).filter(([, , zip]) => zip !== '');
  const strangersRows = crowd.rows.map((row, at) => {
    const born = random.chance(0.5) ? bornOn(random, crowd.people[at] ?? 0) : '';
    return movedTo(
      towns,
      PAIR_COLUMNS.map((kind, column) => (kind === 'dob' ? born : (row[places[column] ?? -1] ?? ''))),
    );
  });
  const rows = [...pairs.flatMap(({ left, right }) => [left, right]), ...strangersRows];
  return {
    ids: [...pairs.flatMap(({ pair }) => [`${pair}-left`, `${pair}-right`]), ...crowd.rows.map((_, row) => `crowd-${row}`)],
    columns: PAIR_COLUMNS.map((kind, at) => ({ kind, name: kind, values: rows.map((row) => row[at] ?? '') })),
  };
}

/** A person's birthday, the same on every record but for a slip in fifty. */
function bornOn(random: Random, person: number): string {
  const own = new Random(person);
  const day = new Date(Date.UTC(own.between(1935, 2004), own.between(0, 11), own.between(1, 28))).toISOString().slice(0, 10);
  return random.chance(0.02) ? withDateSlip(random, day) : day;
}

/** Everybody of one ZIP code moves to the same town. */
function movedTo(towns: readonly (readonly string[])[], row: string[]): string[] {
  const zip = row[CITY + 2]?.slice(0, 5) ?? '';
  const hash = [...zip].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7) >>> 0;
  const town = towns[hash % towns.length] ?? [];
  return row.map((value, at) => (value === '' || at < CITY || at > CITY + 2 ? value : (town[at - CITY] ?? '')));
}

const CITY = PAIR_COLUMNS.indexOf('city');

function readLabel(text: string): Label {
  if (text === 'same' || text === 'different' || text === 'household' || text === 'doubtful') return text;
  throw new Error(`expected a label of same, different, household or doubtful, got ${text}`);
}
