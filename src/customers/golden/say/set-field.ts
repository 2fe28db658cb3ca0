import type { BusinessTransaction } from '../../../platform/database/database.ts';
import { Fault } from '../../../platform/fault.ts';
import { uuidV7 } from '../../../platform/uuid.ts';
import { getCustomerId } from '../../find-customer.ts';
import type { RecordSource } from '../../record-source.ts';
import { GOLDEN_FIELDS } from '../golden-fields.ts';
import { type GoldenValue, readGoldenValues } from '../read-golden-values.ts';
import { restateGolden } from '../settle-golden.ts';
import { findRecordValue } from './find-record-value.ts';
import { openSaying } from './open-saying.ts';
import { readHandValue, requireField } from './read-hand-value.ts';
import sayValueSql from './say-value.sql';

/** What a person says of one field of one customer: a value, the value a record of theirs has, or "by the rules". */
export interface FieldSaying {
  customer: string;
  field: string;
  to: { value: string } | { record: string } | 'rules';
}

export interface SayOptions {
  decidedBy: string;
  sources: readonly RecordSource[];
}

export interface FieldReport {
  customer: string;
  field: string;
  /** The run that takes it back. */
  run: string;
  before: GoldenValue;
  after: GoldenValue;
}

/**
 * Sets a field of a customer by hand, or hands it back to the rules. What was said outranks every
 * rule, through merges, un-merges and imports. Runs inside the caller's transaction; rolling back
 * is the dry run.
 */
export async function setField(transaction: BusinessTransaction, saying: FieldSaying, options: SayOptions): Promise<FieldReport> {
  const { businessId } = transaction;
  const { field, to } = saying;
  requireField(field);
  const customer = await getCustomerId(transaction, saying.customer);
  const before = await readGolden(transaction, customer, field, options);
  if (to === 'rules' && before.by !== 'hand' && before.by !== 'table')
    throw new Fault('not_set_by_hand', `${field} of customer ${customer} was not set by hand: ${before.why}`, {
      exit: 'usage',
      status: 409,
    });
  const said = await readSaying(transaction, customer, saying, options);
  const now = new Date();
  const run = await openSaying(transaction, {
    purpose: to === 'rules' ? 'unset' : 'set',
    decidedBy: options.decidedBy,
    now,
    object: customer,
    details: { field },
  });
  await transaction.run(sayValueSql, [
    businessId,
    uuidV7(),
    customer,
    field,
    said.value,
    said.parts,
    said.fromSource,
    said.fromKey,
    run,
    options.decidedBy,
    now,
  ]);
  // The newest word counts, also over an edit in the table itself.
  await transaction.run(
    'update customers.customers set edited_fields = array_remove(edited_fields, $3) where business_id = $1 and id = $2 and $3 = any (edited_fields)',
    [businessId, customer, field],
  );
  await restateGolden(transaction, `select '${customer}'::uuid`, now);
  return { customer, field, run, before, after: await readGolden(transaction, customer, field, options) };
}

async function readGolden(transaction: BusinessTransaction, customer: string, field: string, options: SayOptions): Promise<GoldenValue> {
  const values = await readGoldenValues(transaction, customer, options.sources);
  const found = values.find((value) => value.field === field);
  if (found === undefined) throw new Error(`No golden value for ${field}: it is not among ${GOLDEN_FIELDS.length} fields.`);
  return found;
}

interface Said {
  value: string | null;
  parts: string[];
  fromSource: string | null;
  fromKey: string | null;
}

async function readSaying(
  transaction: BusinessTransaction,
  customer: string,
  { field, to }: FieldSaying,
  options: SayOptions,
): Promise<Said> {
  if (to === 'rules') return { value: null, parts: [], fromSource: null, fromKey: null };
  if ('value' in to) return { ...(await readHandValue(transaction, field, to.value)), fromSource: null, fromKey: null };
  const found = await findRecordValue(transaction, { customer, field, record: to.record }, options.sources);
  return { ...(await readHandValue(transaction, field, found.value)), fromSource: found.source, fromKey: found.key };
}
