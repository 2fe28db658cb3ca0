import type { BusinessTransaction } from '../../platform/database/database.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import { NO_MAPPINGS } from '../manual-mappings/read-manual-mappings.ts';
import type { StepOptions } from '../maintenance-step.ts';

export type Values = Readonly<Record<string, unknown>>;

/** Options of a step in a test: no mappings, no plugs. */
export const QUIET: StepOptions = { startedBy: 'test', manualMappings: NO_MAPPINGS, recordSources: [], dependentPointers: [] };

/** Inserts one row with an id of its own, and returns the id. */
export async function insertRow(transaction: BusinessTransaction, table: string, values: Values): Promise<string> {
  const id = uuidV7();
  const columns = ['business_id', 'id', ...Object.keys(values)];
  const places = columns.map((_, index) => `$${index + 1}`).join(', ');
  await transaction.run(`insert into ${table} (${columns.join(', ')}) values (${places})`, [
    transaction.businessId,
    id,
    ...Object.values(values),
  ]);
  return id;
}

let jobs = 0;

/** A job; its job id is made up unless given. */
export function makeJob(transaction: BusinessTransaction, values: Values = {}): Promise<string> {
  jobs += 1;
  return insertRow(transaction, 'journey.jobs', { job_id: `job-${jobs}`, ...values });
}

export function makeOpportunity(transaction: BusinessTransaction, quoteNumber: string, values: Values = {}): Promise<string> {
  return insertRow(transaction, 'journey.booked_opportunities', { quote_number: quoteNumber, ...values });
}

export function makeLead(transaction: BusinessTransaction, quoteNumber: string, values: Values = {}): Promise<string> {
  return insertRow(transaction, 'journey.lead_status', { quote_number: quoteNumber, ...values });
}

export function makeLostLead(transaction: BusinessTransaction, quoteNumber: string, values: Values = {}): Promise<string> {
  return insertRow(transaction, 'journey.lost_leads', { quote_number: quoteNumber, ...values });
}

export function makeBadLead(transaction: BusinessTransaction, values: Values = {}): Promise<string> {
  return insertRow(transaction, 'journey.bad_leads', { natural_key: uuidV7(), ...values });
}

export function makeCustomer(transaction: BusinessTransaction, name: string): Promise<string> {
  return insertRow(transaction, 'customers.customers', { name });
}

/** A person record as the linker would have written it. */
export function makeRecord(
  transaction: BusinessTransaction,
  source: string,
  sourceId: string,
  customerId: string,
  keys: Values = {},
): Promise<string> {
  return insertRow(transaction, 'customers.records', {
    source,
    source_id: sourceId,
    customer_id: customerId,
    source_updated_at: new Date(),
    ...keys,
  });
}

/** One column of a table by id, as a map. */
export async function column(transaction: BusinessTransaction, table: string, name: string): Promise<Map<string, unknown>> {
  const rows = await transaction.rows<{ id: string; value: unknown }>(`select id, ${name} as value from ${table} where business_id = $1`, [
    transaction.businessId,
  ]);
  return new Map(rows.map((row) => [row.id, row.value]));
}
