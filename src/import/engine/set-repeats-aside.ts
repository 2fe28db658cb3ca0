import type { BusinessTransaction } from '../../platform/database/database.ts';
import { type FileAccount, countQuarantined, countSkipped } from './account.ts';
import type { LoadStatements } from './load-statements.ts';
import type { PreparedTable } from './prepared-table.ts';
import type { SetAside } from './set-aside.ts';
import { quarantinedRow, skippedRow } from './stage-rows.ts';

const FETCH_ROWS = 5_000;

interface Repeat {
  place: number;
  first_line: number;
  is_identical: boolean;
}

/** Sets aside staged rows whose key came earlier in the same file: identical ones are skipped, others quarantined. Returns how many. */
export async function setRepeatsAside(
  transaction: BusinessTransaction,
  table: PreparedTable,
  statements: LoadStatements,
  staging: { account: FileAccount; setAside: SetAside },
  signal: AbortSignal,
): Promise<number> {
  const { account, setAside } = staging;
  const repeated = await transaction.run(statements.findRepeats);
  if (repeated === 0) return 0;
  await transaction.run(statements.dropRepeats);
  await transaction.run('declare repeats no scroll cursor for select place, first_line, is_identical from repeated order by place');
  // The cells were not kept (a file may be larger than memory): read the few we need again.
  let waiting: Repeat[] = [];
  let met = 0;
  let place = 0;
  for await (const batch of table.dataRows(signal)) {
    for (const row of batch) {
      place += 1;
      if (met % FETCH_ROWS === 0 && waiting.length === 0) {
        waiting = await transaction.rows<Repeat & Record<string, unknown>>(`fetch ${FETCH_ROWS} from repeats`);
      }
      const repeat = waiting[met % FETCH_ROWS];
      if (repeat?.place !== place) continue;
      met += 1;
      if (met % FETCH_ROWS === 0) waiting = [];
      if (repeat.is_identical) {
        countSkipped(account, 'repeated_row');
        setAside.add(skippedRow(row, place, 'repeated_row'));
      } else {
        countQuarantined(account, 'conflicting_repeat');
        const message = `Line ${repeat.first_line} of the same file has the same key with other values; that one was loaded. Keep one of them, or correct the key.`;
        setAside.add(quarantinedRow(row, place, 'conflicting_repeat', message));
      }
    }
    if (setAside.isFull()) await setAside.flush();
    if (met === repeated) break;
  }
  await transaction.run('close repeats');
  await setAside.flush();
  return repeated;
}
