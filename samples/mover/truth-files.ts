import { groupBy } from './group-by.ts';
import type { NextMonth } from './next-month.ts';
import type { Sheet } from './sheet.ts';

export interface FileTruth {
  name: string;
  kind: string;
  rows: number;
  created: number;
  updated: number;
  same: number;
  skipped: number;
  quarantined: number;
  skippedBy: Record<string, number>;
  quarantinedBy: Record<string, number>;
}

export interface RowFault {
  file: string;
  line: number;
  reason: string;
}

export interface NextMonthTruth {
  files: FileTruth[];
  changes: { quote: string; what: string; booked: [before: string, after: string]; status: [before: string, after: string] }[];
  /** New bookings; `lead` says whether the quote has a row in the lead pool by then. */
  newBookings: { quote: string; person: string; lead: boolean }[];
  /** Quotes whose lead and opportunity meet only with this month's files, in either order of arrival. */
  newLeadToOpportunity: string[];
}

/** The account of each file, read in the order of kinds and, within a kind, of file names. */
export function fileTruths(sheets: readonly Sheet[]): FileTruth[] {
  return sheets.map(({ file, kind, rows }) => {
    const count = (of: string): number => rows.filter(({ fate }) => fate.kind === of).length;
    const by = (pick: (row: Sheet['rows'][number]) => string | null): Record<string, number> => {
      const groups = groupBy(rows, pick);
      return Object.fromEntries(
        [...groups].flatMap(([key, group]) => (key === null ? [] : [[key, group.length] as const])).sort(([a], [b]) => (a < b ? -1 : 1)),
      );
    };
    return {
      name: file,
      kind,
      rows: rows.length,
      created: count('created'),
      updated: count('updated'),
      same: count('same'),
      skipped: count('skipped'),
      quarantined: count('quarantined'),
      skippedBy: by(({ fate }) => (fate.kind === 'skipped' ? fate.reason : null)),
      quarantinedBy: by(({ fate }) => (fate.kind === 'quarantined' ? fate.code : null)),
    };
  });
}

/** The rows that must not load, with file, line and why. */
export function rowFaults(sheets: readonly Sheet[], kind: 'skipped' | 'quarantined'): RowFault[] {
  return sheets.flatMap(({ file, rows }) =>
    rows.flatMap(({ fate, line }) => {
      if (fate.kind !== kind) return [];
      return [{ file, line, reason: fate.kind === 'skipped' ? fate.reason : fate.code }];
    }),
  );
}

/** What the second folder of exports changes. */
export function nextMonthTruth({ sheets, changes, newBookings, newLeads }: NextMonth): NextMonthTruth {
  const arriving = new Set(newLeads.map(({ quote }) => quote.number ?? ''));
  const early = newLeads.filter(({ quote }) => quote.booked?.arrives === 'exports').map(({ quote }) => quote.number ?? '');
  return {
    files: fileTruths(sheets),
    changes: changes.map(({ quote, what, before, after }) => ({
      quote,
      what,
      booked: [before.bookedDate, after.bookedDate],
      status: [before.status, after.status],
    })),
    newBookings: newBookings.map(({ quote }) => ({ quote: quote.number ?? '', person: quote.person.name, lead: quote.lead !== null })),
    newLeadToOpportunity: [
      ...new Set([
        ...early,
        ...newBookings.flatMap(({ quote }) => (quote.lead !== null || arriving.has(quote.number ?? '') ? [quote.number ?? ''] : [])),
      ]),
    ].sort(),
  };
}
