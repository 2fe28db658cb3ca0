import { grouped, per, round, sum } from './figures.ts';
import { lookupsOf } from '../../samples/mover/truth-lookups.ts';
import { makeWorld } from '../../samples/mover/world.ts';
import type { Facts } from './facts.ts';
import type { Opinion } from './tables-of-jobs.ts';

type File = Facts['files'][number];

/** What the importer should have made of the files: the generator knows the fate of every row it wrote. */
export const OPINIONS_OF_IMPORTS: Record<string, Opinion> = {
  import_health: ({ files }) =>
    files.map((file) => ({
      file_name: file.name,
      kind: file.kind,
      rows_read: file.rows,
      created: file.created,
      updated: file.updated,
      same: file.same,
      skipped: file.skipped,
      quarantined: file.quarantined,
      quarantined_percent: file.rows === 0 ? null : round((100 * file.quarantined) / file.rows),
    })),
  data_freshness: ({ files }) =>
    grouped(
      files,
      { kind: (file) => file.kind },
      {
        files: (own) => own.length,
        rows_read: sum((file) => file.rows),
        created_rows: sum((file) => file.created),
        updated_rows: sum((file) => file.updated),
        quarantined_percent: per<File>(
          sum((file) => file.quarantined),
          sum((file) => file.rows),
          100,
        ),
      },
    ),
  spelling_variants: () => {
    const { branches, salesPersons, leadSources } = lookupsOf(makeWorld());
    return [
      ...branches.map((each) => ({ kind: 'branch', spellings: each.spellings.length })),
      ...salesPersons.map((each) => ({ kind: 'sales person', spellings: each.variations.length })),
      ...leadSources.map((each) => ({ kind: 'lead source', spellings: each.spellings.length })),
    ]
      .filter(({ spellings }) => spellings > 1)
      .map((row) => ({ ...row, by_hand: 0 }));
  },
  sales_person_performance: ({ sales }) =>
    sales.map((line) => ({
      sales_person: line.salesPerson,
      leads_received: line.received,
      bad: line.bad,
      sent: line.sent,
      pending: line.pending,
      booked: line.booked,
      lost: line.lost,
      cancelled: line.cancelled,
      booked_total: line.bookedCents / 100,
      calculated_booking_rate: line.received === 0 ? null : round((100 * line.booked) / line.received),
      calculated_avg_booking: line.booked === 0 ? null : round(line.bookedCents / 100 / line.booked),
    })),
};
