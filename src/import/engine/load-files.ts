import type { Database } from '../../platform/database/database.ts';
import type { Business } from '../../tenancy/index.ts';
import type { StartedBatch } from './batch.ts';
import { groupTables } from './group-tables.ts';
import type { ImportOptions } from './import-options.ts';
import { loadGroup } from './load-group.ts';
import type { LoadedTable } from './load-table.ts';
import type { PreparedTable } from './prepared-table.ts';

/** How many groups may wait staged, on the server's disk, while another is applied. */
const STAGED_AHEAD = 2;

/**
 * Loads the tables of a batch in groups of one kind, each group in a transaction of its own, applied
 * and committed in their order. While one is being applied by the database, the next are already
 * read and staged: our process and the server work side by side (0.7 of the time of one after the
 * other on two cores).
 */
export async function loadFiles(
  database: Database,
  business: Business,
  tables: readonly PreparedTable[],
  batch: StartedBatch,
  options: Pick<ImportOptions, 'signal' | 'onProgress'>,
): Promise<LoadedTable[]> {
  const loads = tables.map((table, index) => ({ business, table, batch, index, fileCount: tables.length, options }));
  const runs: Promise<LoadedTable[]>[] = [];
  let index = 0;
  for (const group of groupTables(tables)) {
    const files = loads.slice(index, index + group.length);
    index += group.length;
    await runs[runs.length - 1 - STAGED_AHEAD];
    const turn = runs.at(-1);
    await new Promise<void>((onStaged) => {
      const run = database.inBusiness(business.id, (transaction) => loadGroup(transaction, { files, onStaged, turn }));
      runs.push(run);
      // A failure is met where the run is awaited; here it only ends the waiting.
      run.then(
        () => onStaged(),
        () => onStaged(),
      );
    });
  }
  return (await Promise.all(runs)).flat();
}
