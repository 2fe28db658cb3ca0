import type { BusinessTransaction } from '../../platform/database/database.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import type { PreparedTable } from './prepared-table.ts';

export interface StartedBatch {
  id: string;
  number: number;
  /** Ids of the batch's files, in the order of its tables. */
  fileIds: string[];
  resumed: boolean;
}

interface BatchStart {
  tables: readonly PreparedTable[];
  stored: ReadonlyMap<string, { storedAs: string; bytes: number }>;
  startedBy: string;
  contentKey: string;
  purpose: 'import' | 'replay';
}

/** Opens a batch with its files, or finds the one that an interrupted run of the same files left open. */
export async function startBatch(transaction: BusinessTransaction, start: BatchStart): Promise<StartedBatch> {
  const open = await transaction.rows<{ id: string; number: number }>(
    `select id, number from import.batches where business_id = $1 and content_key = $2 and state = 'running' order by number limit 1`,
    [transaction.businessId, start.contentKey],
  );
  const [found] = open;
  if (found !== undefined) {
    const files = await transaction.rows<{ id: string }>(
      'select id from import.files where business_id = $1 and batch_id = $2 order by position',
      [transaction.businessId, found.id],
    );
    return { ...found, fileIds: files.map((file) => file.id), resumed: true };
  }
  return openBatch(transaction, start);
}

async function openBatch(transaction: BusinessTransaction, start: BatchStart): Promise<StartedBatch> {
  const { businessId } = transaction;
  const id = uuidV7();
  const { number } = await transaction.one<{ number: number }>(
    'select coalesce(max(number), 0) + 1 as number from import.batches where business_id = $1',
    [businessId],
  );
  await transaction.run(
    `insert into import.batches (business_id, id, number, purpose, state, content_key, started_by, started_at) values ($1, $2, $3, $4, 'running', $5, $6, $7)`,
    [businessId, id, number, start.purpose, start.contentKey, start.startedBy, new Date()],
  );
  for (const [hash, { storedAs, bytes }] of start.stored) {
    await transaction.run(
      'insert into import.raw_files (business_id, content_hash, bytes, stored_as) values ($1, $2, $3, $4) on conflict do nothing',
      [businessId, hash, bytes, storedAs],
    );
  }
  const fileIds: string[] = [];
  for (const [position, table] of start.tables.entries()) {
    const fileId = uuidV7();
    fileIds.push(fileId);
    await transaction.run(
      `insert into import.files (business_id, id, batch_id, position, name, kind, content_hash, sheet, format, detail, header, columns, constants, state)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'pending')`,
      [
        businessId,
        fileId,
        id,
        position,
        table.name,
        table.kind.kind,
        table.contentHash,
        table.sheet,
        table.format,
        JSON.stringify(table.detail),
        JSON.stringify(table.header),
        JSON.stringify(Object.fromEntries(table.positions)),
        JSON.stringify(Object.fromEntries(table.constants)),
      ],
    );
  }
  return { id, number, fileIds, resumed: false };
}
