import type { LoadedFile } from '../../import/file-kind.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import statement from './append-booking-events.sql';

/** Appends the bookings, re-bookings and un-bookings of one file: the CRM only keeps the last booked date. */
export async function appendBookingEvents(transaction: BusinessTransaction, loaded: LoadedFile): Promise<void> {
  await transaction.run(statement, [transaction.businessId, loaded.batchId, loaded.fileId, loaded.recordedAt]);
}
