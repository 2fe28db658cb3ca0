import type { HeirFile, LoadedFile } from '../../import/file-kind.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { checkReferencesOnce } from '../../platform/database/references/check-references-once.ts';
import statement from './append-booking-events.sql';
import retell from './retell-booking-events.sql';

/** Appends the bookings, re-bookings and un-bookings of one file: the CRM only keeps the last booked date. */
export async function appendBookingEvents(transaction: BusinessTransaction, loaded: LoadedFile): Promise<void> {
  const written = { table: 'journey.booking_events', where: 'written.batch_id = $2', parameters: [loaded.batchId] };
  await checkReferencesOnce(transaction, written, () =>
    transaction.run(statement, [transaction.businessId, loaded.batchId, loaded.fileId, loaded.recordedAt]),
  );
}

/** Tells anew what a later file did to the bookings that an undo passed on to it. */
export async function retellBookingEvents(transaction: BusinessTransaction, heir: HeirFile): Promise<void> {
  await transaction.run(retell, [transaction.businessId, heir.batchId, heir.fileId, heir.rank]);
}
