import type { ReviewAnswer } from '../../../contract/review.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import { getCustomerId } from '../find-customer.ts';
import { type DecisionOptions, mergeCustomers } from '../merge-customers.ts';
import putOffSql from './put-off.sql';

export interface AnswerReport {
  answer: ReviewAnswer;
  customerA: string;
  customerB: string;
  /** Rows that follow a merge, by table. */
  pointers: Record<string, number>;
}

/**
 * What a person says about two customers. `same` merges them, `different` and `household` keep
 * them apart whatever rules find later; `later` puts the question at the end of the queue.
 */
export async function answerQuestion(
  transaction: BusinessTransaction,
  first: string,
  second: string,
  answer: ReviewAnswer,
  options: DecisionOptions,
): Promise<AnswerReport> {
  const customerA = await getCustomerId(transaction, first);
  const customerB = await getCustomerId(transaction, second);
  if (customerA === customerB) throw alreadyOne(customerA, answer);
  if (answer === 'same') {
    const { pointers } = await mergeCustomers(transaction, customerA, [customerB], options);
    return { answer, customerA, customerB, pointers };
  }
  if (answer === 'later') await putOff(transaction, customerA, customerB);
  else await keepApart(transaction, { customerA, customerB, verdict: answer, decidedBy: options.decidedBy });
  return { answer, customerA, customerB, pointers: {} };
}

function alreadyOne(customer: string, answer: ReviewAnswer): Fault {
  const apart =
    answer === 'different' || answer === 'household'
      ? 'Take them apart with "throughline customers unmerge ID" (the id that was merged away) or "throughline customers split ROW"; either is remembered. '
      : '';
  return new Fault('already_one', `They are one customer already (${customer}). ${apart}"throughline customers explain" says why.`, {
    exit: 'usage',
    status: 409,
  });
}

async function putOff(transaction: BusinessTransaction, customerA: string, customerB: string): Promise<void> {
  const changed = await transaction.run(putOffSql, [transaction.businessId, customerA, customerB, 'later']);
  if (changed === 0)
    throw new Fault(
      'no_question',
      `Nothing asks about ${customerA} and ${customerB}. "throughline customers review" lists the open questions.`,
      {
        exit: 'usage',
        status: 404,
      },
    );
}

async function keepApart(
  transaction: BusinessTransaction,
  decision: { customerA: string; customerB: string; verdict: 'different' | 'household'; decidedBy: string },
): Promise<void> {
  const { businessId } = transaction;
  const now = new Date();
  await transaction.run(
    `insert into customers.decisions (business_id, id, record_a, record_b, verdict, decided_by, decided_at)
     select $1, $2, one.founding_record_id, other.founding_record_id, $5, $6, $7
     from customers.customers as one
     join customers.customers as other on other.business_id = $1 and other.id = $4
     where one.business_id = $1 and one.id = $3`,
    [businessId, uuidV7(), decision.customerA, decision.customerB, decision.verdict, decision.decidedBy, now],
  );
  await transaction.run(
    `insert into tenancy.audit_log (business_id, id, at, actor, action, object, details) values ($1, $2, $3, $4, 'customers.keep-apart', $5, $6)`,
    [
      businessId,
      uuidV7(),
      now,
      decision.decidedBy,
      decision.customerA,
      JSON.stringify({ from: decision.customerB, verdict: decision.verdict }),
    ],
  );
}
