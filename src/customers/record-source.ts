import { definePlugSlot } from '../platform/app/plug.ts';

/**
 * How a module's rows become person records, and how its customer_id is refreshed.
 * All statements take $1 = business id.
 */
export interface RecordSource {
  /** Schema-qualified table, e.g. `journey.jobs`. */
  source: string;
  /** In a user's words: "job". */
  title: string;
  /**
   * Rows whose person record is missing or older than the row: source_id uuid, source_key text,
   * source_updated_at timestamptz, name, email, phone text, country char(2), quote_number text,
   * observed_on date, batch_id uuid, street, city, state, postal_code text, has_record boolean (whether the row has a person record).
   */
  changedRows: string;
  /** `select id from customers.records …` of records whose row is gone. */
  goneRecords: string;
  /** Updates customer_id where it differs from the record's; returns the touched rows. */
  refreshPointers: string;
  /**
   * Of every row, where it was read and what is no part of a person record: source_id, file_id
   * uuid, line integer, destination_address, destination_city, destination_state, destination_zip text.
   */
  details?: string;
}

export const recordSources = definePlugSlot<RecordSource>('customers.record-sources');

/** Rows that name nobody but belong to a customer through others (a pool lead over its quote number). */
export interface DependentPointer {
  /** Schema-qualified table. */
  name: string;
  /** Tables whose pointers it reads: they come first. */
  after: readonly string[];
  refreshPointers: string;
  /** The same for rows that rest on the records in `planned_moves` (record_id) only: those that a run just moved. */
  refreshMoved: string;
}

export const dependentPointers = definePlugSlot<DependentPointer>('customers.dependent-pointers');
