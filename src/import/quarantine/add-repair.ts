import type { BusinessTransaction } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import type { FileKind } from '../file-kind.ts';

export interface Repair {
  kind: string;
  column: string;
  /** The cell as it stands in the file. */
  value: string;
  /** What to read instead; '' = nothing. */
  as: string;
}

/**
 * Remembers what to read when a cell of a column holds a value nobody can read, for the rows
 * in quarantine and every later file. Returns how many open rows it may free. A replacement
 * that cannot be read either is a Fault.
 */
export async function addRepair(
  transaction: BusinessTransaction,
  repair: Repair,
  kinds: readonly FileKind[],
  madeBy: string,
): Promise<number> {
  const kind = kinds.find((candidate) => candidate.kind === repair.kind);
  const column = kind?.columns.find((candidate) => candidate.name === repair.column);
  if (kind === undefined || column === undefined) {
    const choices =
      kind === undefined
        ? `kinds: ${kinds.map((candidate) => candidate.kind).join(', ')}`
        : `columns of ${kind.kind}: ${kind.columns.map((candidate) => candidate.name).join(', ')}`;
    throw new Fault('repair_target', `There is no column ${repair.column} of kind ${repair.kind}. Known ${choices}.`, { exit: 'usage' });
  }
  const reading = column.read(repair.as, { timeZone: 'UTC', currency: 'USD' });
  if (!reading.ok)
    throw new Fault('repair_not_readable', `"${repair.as}" cannot be read in ${repair.column} either: expected ${reading.expected}.`, {
      exit: 'usage',
    });
  await transaction.run(
    `insert into import.repair_rules (business_id, id, kind, column_name, matches, replacement, created_by)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (business_id, kind, column_name, matches) do update set replacement = excluded.replacement, created_by = excluded.created_by`,
    [transaction.businessId, uuidV7(), repair.kind, repair.column, repair.value.trim(), repair.as, madeBy],
  );
  const { rows } = await transaction.one<{ rows: number }>(
    `select count(*)::integer as rows from import.quarantined_rows
     where business_id = $1 and kind = $2 and column_name = $3 and trim(value) = $4 and state = 'open'`,
    [transaction.businessId, repair.kind, repair.column, repair.value.trim()],
  );
  return rows;
}
