import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { FileKind } from '../file-kind.ts';
import auditFiles from './audit-files.sql';
import { findOffences, type ImportAudit, type Offence } from './offence.ts';

export interface AuditedImport {
  batchId: string;
  kinds: readonly Pick<FileKind, 'kind' | 'table'>[];
  audits: readonly ImportAudit[];
}

/**
 * Checks an import against itself before it is called done: what was set aside was kept, and as many
 * rows are there as were counted. Then what other modules look at.
 */
export async function auditImport(transaction: BusinessTransaction, { batchId, kinds, audits }: AuditedImport): Promise<Offence[]> {
  const found = await findOffences(transaction, auditFiles, [batchId]);
  for (const { table, created } of await countCreated(transaction, batchId, kinds)) {
    const { rows } = await transaction.one<{ rows: number }>(
      `select count(*)::integer as rows from ${table} where business_id = $1 and batch_id = $2`,
      [transaction.businessId, batchId],
    );
    if (rows !== created)
      found.push({ offence: 'row that only the account or only the table has', rows: Math.abs(rows - created), example: table });
  }
  for (const audit of audits) found.push(...(await audit.run(transaction, { batchId, found: [...found] })));
  return found;
}

/** Rows that the accounts of the files say were created, by table: two kinds may load one. */
async function countCreated(
  transaction: BusinessTransaction,
  batchId: string,
  kinds: AuditedImport['kinds'],
): Promise<{ table: string; created: number }[]> {
  const counts = await transaction.rows<{ kind: string; created: number }>(
    'select kind, sum(created)::integer as created from import.files where business_id = $1 and batch_id = $2 group by kind',
    [transaction.businessId, batchId],
  );
  const tables = new Map<string, number>();
  for (const { kind, created } of counts) {
    const table = kinds.find((each) => each.kind === kind)?.table;
    if (table !== undefined) tables.set(table, (tables.get(table) ?? 0) + created);
  }
  return [...tables].map(([table, created]) => ({ table, created }));
}
