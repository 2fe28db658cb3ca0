import { createHash } from 'node:crypto';
import { type RowCopier, copyRows } from '../../platform/database/copy-rows.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import type { SourceRow } from '../formats/read-tables.ts';
import { type FileAccount, countQuarantined, countSkipped } from './account.ts';
import type { PreparedTable } from './prepared-table.ts';
import type { RowReader } from './read-row.ts';
import type { SetAside, SetAsideRow } from './set-aside.ts';

export interface StagingContext {
  signal: AbortSignal;
  onRows(rows: readonly SourceRow[]): void;
}

/** Reads every row of a table into `copyTarget`, in the file's order; rows that are not loaded are set aside and counted. */
export async function stageRows(
  transaction: BusinessTransaction,
  table: PreparedTable,
  reader: RowReader,
  copyTarget: string,
  staging: { account: FileAccount; setAside: SetAside },
  context: StagingContext,
): Promise<void> {
  const { account, setAside } = staging;
  let copier: RowCopier | undefined;
  try {
    let place = 0;
    for await (const batch of table.dataRows(context.signal)) {
      copier ??= copyRows(transaction.client, copyTarget);
      for (const row of batch) {
        place += 1;
        account.rows += 1;
        const outcome = reader.read(row);
        if (outcome.outcome === 'staged') {
          const cures = curedBy(table, row);
          if (cures !== undefined) setAside.addCured(place, cures);
          copier.add([String(place), String(row.line), uuidV7(), ...outcome.values]);
        } else if (outcome.outcome === 'skipped') {
          countSkipped(account, outcome.reason);
          if (outcome.reason !== 'blank_row') setAside.add(skippedRow(row, place, outcome.reason));
        } else {
          countQuarantined(account, outcome.code);
          const { column, value } = outcome;
          setAside.add({ ...quarantinedRow(row, place, outcome.code, outcome.message), column, value, cures: curedBy(table, row) });
        }
      }
      await copier.settle();
      if (setAside.isFull()) {
        // A connection runs one COPY at a time.
        await copier.finish();
        copier = undefined;
        await setAside.flush();
      }
      context.onRows(batch);
      if (context.signal.aborted)
        throw new Fault('interrupted', 'Stopped before this file was loaded. Run the same command again to go on.', {
          exit: 'interrupted',
        });
    }
    await copier?.finish();
    copier = undefined;
    await setAside.flush();
  } catch (error) {
    copier?.abort(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function curedBy(table: PreparedTable, row: SourceRow): string | undefined {
  if (table.replayed !== undefined) return table.replayed.get(row.line);
  if (table.curedRowPosition < 0) return undefined;
  const id = (row.cells[table.curedRowPosition] ?? '').trim();
  return UUID.test(id) ? id : undefined;
}

/** A row left out on purpose, as it is kept. */
export function skippedRow(row: SourceRow, place: number, reason: string): SetAsideRow {
  return aside(row, place, { outcome: 'skipped', code: reason, message: '', hash: '' });
}

/** A row that cannot be loaded, as it is kept. */
export function quarantinedRow(row: SourceRow, place: number, code: string, message: string): SetAsideRow {
  const hash = createHash('sha256')
    .update(row.raw ?? JSON.stringify(row.cells))
    .digest('hex');
  return aside(row, place, { outcome: 'quarantined', code, message, hash });
}

function aside(row: SourceRow, place: number, why: Pick<SetAsideRow, 'outcome' | 'code' | 'message' | 'hash'>): SetAsideRow {
  return { ...why, place, line: row.line, column: null, value: null, cells: row.cells, raw: row.raw ?? null };
}
