import type { FastifyRequest } from 'fastify';
import type { BusinessTransaction } from '../platform/database/database.ts';
import type { RouteContext } from '../platform/http/route-door.ts';
import { requireManager, withBusinessLock } from '../tenancy/index.ts';
import type { DecisionOptions } from './merge-customers.ts';
import { dependentPointers, recordSources } from './record-source.ts';

/** What a member decides: done with `execute`, else told and rolled back. */
export interface WebDecision<T> {
  execute: boolean;
  /** For the lock: "split". */
  purpose: string;
  work: (transaction: BusinessTransaction, options: DecisionOptions) => Promise<T>;
}

/** Does what a manager or owner asks for, one decision of a business at a time; throws when the member may not decide. */
export async function decideByWeb<T extends object>(
  { database, modules }: Pick<RouteContext, 'database' | 'modules'>,
  request: FastifyRequest,
  { execute, purpose, work }: WebDecision<T>,
): Promise<T & { dryRun: boolean }> {
  requireManager(request);
  const options = {
    decidedBy: `web:${request.member.email}`,
    sources: recordSources.collect(modules),
    dependents: dependentPointers.collect(modules),
  };
  return withBusinessLock(database, request.businessId, purpose, () =>
    database.inBusiness(
      request.businessId,
      async (transaction) => ({ dryRun: !execute, ...(await work(transaction, options)) }),
      execute ? 'write' : 'dry-run',
    ),
  );
}
