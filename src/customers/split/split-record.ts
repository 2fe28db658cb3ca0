import type { BusinessTransaction } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import type { DecisionOptions } from '../merge-customers.ts';
import { getRecord } from './get-record.ts';
import partRecordSql from './part-record.sql';
import { settleSplit, type SplitReport } from './settle-split.ts';

/**
 * A person says that one record is not the customer it is held to be: it leaves, the others stay together, and no run
 * brings it back. The founding record takes the customer's id along. Runs inside the caller's transaction; rolling back is the dry run.
 */
export async function splitRecord(transaction: BusinessTransaction, wanted: string, options: DecisionOptions): Promise<SplitReport> {
  const { id, customerId, rest } = await getRecord(transaction, wanted);
  if (rest === null)
    throw new Fault(
      'only_record',
      `${wanted} is the only row of customer ${customerId}, so there is nothing to take it out of. "throughline customers show ${customerId}" shows it.`,
      { exit: 'usage', status: 409 },
    );
  const now = new Date();
  const decision = uuidV7();
  await transaction.run(partRecordSql, [transaction.businessId, id, rest, options.decidedBy, now, decision]);
  return settleSplit(transaction, { record: id, rest, spoken: [id, rest], decision, act: 'split', now }, options);
}
