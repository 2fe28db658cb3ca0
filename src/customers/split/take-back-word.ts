import type { BusinessTransaction } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import type { DecisionOptions } from '../merge-customers.ts';
import { getRecord } from './get-record.ts';
import revokeWordSql from './revoke-word.sql';
import { settleSplit, type SplitReport } from './settle-split.ts';

/**
 * Takes back the last word by which a record is another person, with all that was said in the same breath: as if it had never
 * been said, the rules decide again.
 */
export async function putBackRecord(transaction: BusinessTransaction, wanted: string, options: DecisionOptions): Promise<SplitReport> {
  const { id } = await getRecord(transaction, wanted);
  const [last] = await transaction.rows<{ id: string }>(
    `select id from customers.decisions
     where business_id = $1 and revoked_at is null and verdict = 'different' and $2::uuid in (record_a, record_b)
     order by decided_at desc, id desc limit 1`,
    [transaction.businessId, id],
  );
  if (last === undefined) throw nothingSaid(`Nobody has said that ${wanted} is another person`);
  return takeBackWord(transaction, last.id, options);
}

/** The same for a word by its id, also for one that named two people a household. */
export async function takeBackWord(transaction: BusinessTransaction, decision: string, options: DecisionOptions): Promise<SplitReport> {
  const now = new Date();
  const spoken = await transaction.rows<{ id: string; isFirst: boolean; isSecond: boolean }>(revokeWordSql, [
    transaction.businessId,
    decision,
    now,
  ]);
  const [rest, record] = [spoken.find(({ isFirst }) => isFirst), spoken.find(({ isSecond }) => isSecond)];
  if (rest === undefined || record === undefined) throw nothingSaid(`No word ${decision} keeps anybody apart`);
  return settleSplit(
    transaction,
    { record: record.id, rest: rest.id, spoken: spoken.map(({ id }) => id), decision, act: 'put back', now },
    options,
  );
}

function nothingSaid(what: string): Fault {
  return new Fault(
    'nothing_said',
    `${what}, or it was taken back already. What a rule keeps apart is joined with "throughline customers merge".`,
    { exit: 'usage', status: 404 },
  );
}
