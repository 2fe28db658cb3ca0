import { findBrokenArrows } from './find-broken-arrows.ts';
import { findDeadExports } from './find-dead-exports.ts';
import { findDrawers, findLongFiles, findOddNames } from './find-file-offences.ts';
import { type Offence, showOffence } from './offence.ts';
import { readProjectFiles } from './project-files.ts';
import { findForeignTables } from './sql/find-foreign-tables.ts';
import { lintSqlFile } from './sql/lint-sql-file.ts';
import { findTenantTables } from './sql/table-kinds.ts';

const FOLDERS = ['src', 'web', 'contract', 'samples', 'bench', 'tests'];

/** Every house check that needs no database, as lines ready to print; scripts/check.mjs runs it. */
export async function runHouseChecks(): Promise<string[]> {
  const sources = readProjectFiles(FOLDERS, ['.ts', '.tsx']);
  const sql = readProjectFiles(['src', 'database'], ['.sql']);
  const named = [...sources, ...sql, ...readProjectFiles(['scripts'], ['.mjs'])];
  const offences = [
    ...findDrawers(named),
    ...findLongFiles(named),
    ...findOddNames(named),
    ...findBrokenArrows(sources),
    ...findDeadExports(sources),
    ...(await lintSql(sql)),
  ];
  return offences.map(showOffence);
}

async function lintSql(files: ReturnType<typeof readProjectFiles>): Promise<Offence[]> {
  const tenantTables = await findTenantTables(files.filter((file) => file.path.startsWith('database/migrations/')));
  const found = await Promise.all(files.flatMap((file) => [lintSqlFile(file, tenantTables), findForeignTables(file)]));
  return found.flat();
}
