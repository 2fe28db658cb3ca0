import type { BusinessTransaction } from '../../platform/database/database.ts';
import { copyRows } from '../../platform/database/copy-rows.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import type { PreparedTable } from './prepared-table.ts';
import keepQuarantined from './keep-quarantined.sql';
import keepSkipped from './keep-skipped.sql';

/** A row that was not loaded: skipped on purpose or quarantined. */
export interface SetAsideRow {
  outcome: 'skipped' | 'quarantined';
  /** Position among the data rows, from 1. */
  place: number;
  line: number;
  code: string;
  message: string;
  column: string | null;
  value: string | null;
  cells: readonly string[];
  raw: string | null;
  hash: string;
  /** The quarantined row of an earlier import that this row of a corrected download stands for. */
  cures?: string | undefined;
}

/** Keeps skipped and quarantined rows whole, with file and line. A replay leaves the rows where they are. */
export async function keepSetAside(
  transaction: BusinessTransaction,
  table: PreparedTable,
  rows: readonly SetAsideRow[],
  context: { batchId: string; fileId: string; now: Date },
): Promise<void> {
  if (rows.length === 0) return;
  await transaction.run(
    `create temp table if not exists set_aside (id uuid, outcome text, line integer, code text, message text, column_name text, value text, cells jsonb, raw text, row_hash text, cures uuid) on commit drop`,
  );
  await transaction.run('truncate set_aside');
  const copier = copyRows(transaction.client, 'set_aside');
  for (const row of rows) {
    if (table.replayed !== undefined && row.outcome === 'quarantined') continue;
    const cells = JSON.stringify(row.cells.map(storable));
    copier.add([
      uuidV7(),
      row.outcome,
      String(row.line),
      row.code,
      storable(row.message),
      row.column,
      row.value === null ? null : storable(row.value),
      cells,
      row.raw === null ? null : storable(row.raw),
      row.hash,
      row.cures ?? null,
    ]);
    await copier.settle();
  }
  await copier.finish();
  await transaction.run(keepSkipped, [transaction.businessId, context.batchId, context.fileId]);
  await transaction.run(keepQuarantined, [transaction.businessId, context.batchId, context.fileId, table.kind.kind, context.now]);
}

/** PostgreSQL keeps neither NUL nor half a surrogate pair; they are shown as the replacement character. */
function storable(text: string): string {
  return text.includes('\0') || !text.isWellFormed() ? text.toWellFormed().replaceAll('\0', '\uFFFD') : text;
}
