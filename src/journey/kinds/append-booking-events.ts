import type { LoadedFile } from '../../import/file-kind.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { checkReferencesOnce } from '../../platform/database/references/check-references-once.ts';
import statement from './append-booking-events.sql';

/** Appends the bookings, re-bookings and un-bookings of one file: the CRM only keeps the last booked date. */
export async function appendBookingEvents(transaction: BusinessTransaction, loaded: LoadedFile): Promise<void> {
  const written = { table: 'journey.booking_events', where: 'written.batch_id = $2', parameters: [loaded.batchId] };
  await checkReferencesOnce(transaction, written, () =>
    transaction.run(statement, [transaction.businessId, loaded.batchId, loaded.fileId, loaded.recordedAt]),
  );
}
