import type { BusinessTransaction } from '../../platform/database/database.ts';

/** A run of the resolver that changed something. */
export interface Run {
  id: string;
  purpose: string;
  startedBy: string;
  startedAt: Date;
  undoneAt: Date | null;
  counts: Record<string, number>;
  /** Merges of the run that stand. */
  merges: number;
}

/** Runs, the newest first. */
export function listRuns(transaction: BusinessTransaction, limit: number | null): Promise<Run[]> {
  return transaction.rows<Run>(
    `select run.id, run.purpose, run.started_by as "startedBy", run.started_at as "startedAt", run.undone_at as "undoneAt", run.counts,
       (select count(*) from customers.merges as merge where merge.business_id = $1 and merge.run_id = run.id and merge.undone_at is null) as merges
     from customers.runs as run
     where run.business_id = $1
     order by run.started_at desc, run.id desc
     limit $2`,
    [transaction.businessId, limit],
  );
}
