import type { BusinessTransaction } from '../../../platform/database/database.ts';
import { uuidV7 } from '../../../platform/uuid.ts';

interface Saying {
  purpose: 'set' | 'unset' | 'rule';
  decidedBy: string;
  now: Date;
  /** What it is about: a customer, or a field. */
  object: string;
  details: Record<string, unknown>;
}

/** Opens the run under which something is said, so that `customers runs undo` takes it back, and notes it in the audit log. Returns its id. */
export async function openSaying(transaction: BusinessTransaction, { purpose, decidedBy, now, object, details }: Saying): Promise<string> {
  const run = uuidV7();
  await transaction.run(
    `insert into customers.runs (business_id, id, purpose, started_by, started_at, finished_at, counts) values ($1, $2, $3, $4, $5, $5, '{"said": 1}')`,
    [transaction.businessId, run, purpose, decidedBy, now],
  );
  await transaction.run(
    `insert into tenancy.audit_log (business_id, id, at, actor, action, object, details) values ($1, $2, $3, $4, $5, $6, $7)`,
    [transaction.businessId, uuidV7(), now, decidedBy, `customers.${purpose}`, object, JSON.stringify(details)],
  );
  return run;
}
