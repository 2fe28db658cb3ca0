import type { BusinessTransaction } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import { getCustomerId } from '../find-customer.ts';
import type { DecisionOptions } from '../merge-customers.ts';
import { refreshPointers } from '../refresh-pointers.ts';
import { resolveCustomers } from '../resolve-customers.ts';
import findAnswersSql from './find-answers.sql';
import putOffSql from './put-off.sql';

export interface TakeBackReport {
  customerA: string;
  customerB: string;
  /** What was said and no longer holds. */
  answers: string[];
  /** Whether they are one customer all the same, because a rule says so. */
  stillOne: boolean;
  /** Rows whose customer changed, by table. */
  pointers: Record<string, number>;
}

/**
 * Takes back what a person said of two customers, named by the ids they had when it was said: as if
 * it had never been said. Merged ones come apart with their ids, and what was asked is asked again.
 */
export async function takeBackAnswer(
  transaction: BusinessTransaction,
  first: string,
  second: string,
  options: DecisionOptions,
): Promise<TakeBackReport> {
  const { businessId } = transaction;
  const present = [await getCustomerId(transaction, first), await getCustomerId(transaction, second)] as const;
  const customerA = idThen(first, present[0]);
  const customerB = idThen(second, present[1]);
  const said = await transaction.rows<{ id: string; verdict: string }>(findAnswersSql, [businessId, customerA, customerB]);
  const broughtForward = await transaction.run(putOffSql, [businessId, ...present, 'open']);
  if (said.length === 0 && broughtForward === 0) throw nothingSaid(customerA, customerB);
  if (said.length === 0) return { customerA, customerB, answers: ['later'], stillOne: false, pointers: {} };

  const now = new Date();
  await transaction.run('update customers.decisions set revoked_at = $3 where business_id = $1 and id = any ($2::uuid[])', [
    businessId,
    said.map(({ id }) => id),
    now,
  ]);
  await transaction.run('update customers.records set needs_resolving = true where business_id = $1 and customer_id = any ($2::uuid[])', [
    businessId,
    present,
  ]);
  await resolveCustomers(transaction, { startedBy: options.decidedBy, purpose: 'take back' });
  const pointers = await refreshPointers(transaction, options);
  const answers = [...new Set(said.map(({ verdict }) => verdict))];
  await transaction.run(
    `insert into tenancy.audit_log (business_id, id, at, actor, action, object, details) values ($1, $2, $3, $4, 'customers.take-back', $5, $6)`,
    [businessId, uuidV7(), now, options.decidedBy, customerA, JSON.stringify({ other: customerB, answers })],
  );
  const stillOne = (await getCustomerId(transaction, customerA)) === (await getCustomerId(transaction, customerB));
  return { customerA, customerB, answers, stillOne, pointers };
}

/** The id as it was given, also when it is merged away by now; of a record, its customer's. */
function idThen(wanted: string, present: string): string {
  return wanted.includes(':') ? present : wanted.trim().toLowerCase();
}

function nothingSaid(customerA: string, customerB: string): Fault {
  return new Fault(
    'nothing_said',
    `Nobody has answered a question about ${customerA} and ${customerB}, or it was taken back already. Give the ids that the answer was given for; what was merged by a rule comes apart with "throughline customers unmerge".`,
    { exit: 'usage', status: 404 },
  );
}
