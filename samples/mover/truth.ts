import type { BranchTruth, LeadSourceTruth, SalesPersonTruth } from './truth-lookups.ts';
import { lookupsOf } from './truth-lookups.ts';
import { type FileTruth, fileTruths, type NextMonthTruth, nextMonthTruth, type RowFault, rowFaults } from './truth-files.ts';
import { linksOf, type LinkTruth } from './truth-links.ts';
import { type Household, householdsOf, peopleOf, type PersonTruth, realPairs } from './truth-people.ts';
import { type Totals, totalsOf } from './truth-totals.ts';
import type { World } from './model.ts';
import type { NextMonth } from './next-month.ts';
import { findQuirks, type QuirkSpot } from './quirks.ts';
import type { Sheet } from './sheet.ts';
import { PHONE_USERS } from './user-performance.ts';
import { salesFigures } from './sales-performance.ts';
import { OFFICE_EMAIL, OFFICE_PHONE } from './keys.ts';

export interface Truth {
  business: { name: string; asOf: string };
  /** Whoever the first-pass rules must find, each with the rows that name them. */
  people: PersonTruth[];
  households: Household[];
  /** Values shared by more than five people who disagree. */
  genericValues: { kind: 'email' | 'phone'; value: string; people: number }[];
  /** One human being whom no key joins; left for the probabilistic matcher. */
  sameInReality: [string, string][];
  links: LinkTruth;
  totals: Totals;
  files: FileTruth[];
  quarantine: RowFault[];
  skipped: RowFault[];
  lookups: { branches: BranchTruth[]; salesPersons: SalesPersonTruth[]; leadSources: LeadSourceTruth[] };
  /** Performance rows, by name as in the file (trimmed), to the canonical sales person. */
  performanceLinks: Record<string, string | null>;
  quirks: QuirkSpot[];
  nextMonth: NextMonthTruth;
}

/** The truth beside the exports, out of the generator's own objects; the sheets must be written (their rows know their lines). */
export function makeTruth(world: World, sheets: readonly Sheet[], next: NextMonth): Truth {
  const people = peopleOf(world, sheets);
  return {
    business: { name: 'Prairie Peak Movers', asOf: '2026-10-01' },
    people,
    households: householdsOf(world),
    genericValues: [
      { kind: 'email', value: OFFICE_EMAIL, people: 7 },
      { kind: 'phone', value: OFFICE_PHONE, people: 9 },
    ],
    sameInReality: realPairs(people),
    links: linksOf(world),
    totals: totalsOf(world),
    files: fileTruths(sheets),
    quarantine: rowFaults(sheets, 'quarantined'),
    skipped: rowFaults(sheets, 'skipped'),
    lookups: lookupsOf(world),
    performanceLinks: Object.fromEntries([
      ...PHONE_USERS.map(({ name, salesPerson }) => [name.trim(), salesPerson]),
      ...salesFigures(world).map(({ name, salesPerson }) => [name, salesPerson]),
    ]),
    quirks: findQuirks([...sheets, ...next.sheets]),
    nextMonth: nextMonthTruth(next),
  };
}
