import { createHash } from 'node:crypto';
import type { Business } from '../../tenancy/index.ts';
import { withBusinessLock } from '../../tenancy/index.ts';
import type { BusinessTransaction, Database } from '../../platform/database/database.ts';
import { auditImport } from '../audits/audit-import.ts';
import type { ImportAudit, Offence } from '../audits/offence.ts';
import type { FileAccount } from '../engine/account.ts';
import { totalOf } from '../engine/account.ts';
import { startBatch } from '../engine/batch.ts';
import type { ImportReport } from '../engine/import-options.ts';
import { loadFile } from '../engine/load-file.ts';
import type { PreparedTable } from '../engine/prepared-table.ts';
import type { FileKind } from '../file-kind.ts';
import type { SourceRow } from '../formats/read-tables.ts';

export interface ReplayOptions {
  kinds: readonly FileKind[];
  startedBy: string;
  execute: boolean;
  signal: AbortSignal;
  audits?: readonly ImportAudit[];
}

interface OpenFile {
  file_id: string;
  name: string;
  kind: string;
  sheet: string | null;
  content_hash: string;
  header: string[];
  columns: Record<string, number>;
  constants: Record<string, string>;
}

/**
 * Reads the open quarantined rows again, under the repair rules made since, as a batch of its
 * own that can be undone. Rows that still cannot be read stay where they are; rows that are
 * faulty as a whole (ragged, without key, repeated) need a corrected file and are not replayed.
 */
export async function replayQuarantine(database: Database, business: Business, options: ReplayOptions): Promise<ImportReport> {
  return withBusinessLock(database, business.id, 'replay', () =>
    database.inBusiness(business.id, (transaction) => replay(transaction, business, options), options.execute ? 'write' : 'dry-run'),
  );
}

async function replay(transaction: BusinessTransaction, business: Business, options: ReplayOptions): Promise<ImportReport> {
  const tables: PreparedTable[] = [];
  for (const file of await findOpenFiles(transaction)) {
    const kind = options.kinds.find((candidate) => candidate.kind === file.kind);
    if (kind !== undefined) tables.push(await openTable(transaction, file, kind));
  }
  tables.sort((a, b) => a.kind.order - b.kind.order);
  const accounts: FileAccount[] = [];
  const samples: ImportReport['samples'] = {};
  let number: number | null = null;
  let offences: Offence[] | null = null;
  if (tables.length > 0) {
    const contentKey = createHash('sha256').update(`replay ${Date.now()}`).digest('hex');
    const batch = await startBatch(transaction, { tables, stored: new Map(), startedBy: options.startedBy, contentKey, purpose: 'replay' });
    for (const [index, table] of tables.entries()) {
      const loaded = await loadFile(transaction, { business, table, batch, index, fileCount: tables.length, options });
      accounts.push(loaded.account);
      samples[table.name] = loaded.samples;
    }
    await transaction.run(`update import.batches set state = 'done', finished_at = $3 where business_id = $1 and id = $2`, [
      business.id,
      batch.id,
      new Date(),
    ]);
    number = batch.number;
    if (options.execute)
      offences = await auditImport(transaction, { batchId: batch.id, kinds: options.kinds, audits: options.audits ?? [] });
  }
  return {
    batch: options.execute ? number : null,
    dryRun: !options.execute,
    files: accounts,
    totals: totalOf(accounts),
    problems: [],
    ignored: [],
    notes: [],
    samples,
    resumed: false,
    offences,
  };
}

async function findOpenFiles(transaction: BusinessTransaction): Promise<OpenFile[]> {
  return transaction.rows<OpenFile>(
    `select file.id as file_id, file.name, file.kind, file.sheet, file.content_hash, file.header, file.columns, file.constants
     from import.files as file
     where file.business_id = $1
       and exists (select from import.quarantined_rows as quarantined where quarantined.business_id = $1 and quarantined.file_id = file.id and quarantined.state = 'open' and quarantined.column_name is not null)
     order by file.id`,
    [transaction.businessId],
  );
}

async function openTable(transaction: BusinessTransaction, file: OpenFile, kind: FileKind): Promise<PreparedTable> {
  const rows = await transaction.rows<{ id: string; line: number; cells: string[] }>(
    `select id, line, cells from import.quarantined_rows where business_id = $1 and file_id = $2 and state = 'open' and column_name is not null order by line, id`,
    [transaction.businessId, file.file_id],
  );
  return {
    name: file.name,
    kind,
    format: 'replay',
    sheet: file.sheet,
    detail: {},
    contentHash: file.content_hash,
    bytes: null,
    header: file.header,
    positions: new Map(Object.entries(file.columns)),
    constants: new Map(Object.entries(file.constants)),
    curedRowPosition: -1,
    notes: [],
    replayed: new Map(rows.map((row) => [row.line, row.id])),
    async *dataRows() {
      yield rows.map(({ line, cells }): SourceRow => ({ line, cells }));
    },
  };
}
