import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import { type Business } from '../../tenancy/index.ts';
import { importFiles } from '../engine/import-files.ts';
import type { ImportOptions, ImportReport } from '../engine/import-options.ts';
import { uploadFolder } from '../upload/upload-folder.ts';
import { fileName } from '../upload/file-name.ts';
import { findBatchId } from './show-batch-quarantine.ts';
import { quarantineCsv } from './download-quarantine.ts';

export interface Correction {
  batch: number;
  rows: readonly { id: string; cells: readonly string[] }[];
}

type CorrectOptions = Pick<ImportOptions, 'kinds' | 'dataDir' | 'startedBy' | 'execute' | 'signal' | 'audits'>;

interface CorrectedFile {
  name: string;
  kind: string;
  header: string[];
  rows: { id: string; cells: readonly string[] }[];
}

/**
 * Imports rows of a quarantine as somebody corrected them: written as a download would be and
 * imported like one, so that they have a file and a line, and can be undone. While one of them still
 * cannot be read nothing is written, and the report says why.
 */
export async function correctRows(
  database: Database,
  business: Business,
  correction: Correction,
  options: CorrectOptions,
): Promise<ImportReport> {
  const files = await findFiles(database, business, correction);
  const folder = uploadFolder({ dataDir: options.dataDir, businessId: business.id, uploadId: uuidV7() });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    const readAs = new Map(files.map((file) => [write(folder, file), { as: file.kind }]));
    const wanted = { ...options, paths: [...readAs.keys()], readAs };
    const told = await importFiles(database, business, { ...wanted, execute: false });
    return told.totals.quarantined > 0 || !options.execute ? told : await importFiles(database, business, wanted);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(folder: string, file: CorrectedFile): string {
  const own = join(folder, uuidV7());
  mkdirSync(own);
  const path = join(own, fileName(`corrected ${file.name.replace(/\.(csv|xlsx|parquet|jsonl?)$/i, '')}.csv`));
  writeFileSync(path, quarantineCsv(file.header, file.rows), { mode: 0o600 });
  return path;
}

/** The rows by the file they came in; one that is not waiting there any more is a Fault. */
async function findFiles(database: Database, business: Business, { batch, rows }: Correction): Promise<CorrectedFile[]> {
  const cellsOf = new Map(rows.map((row) => [row.id, row.cells]));
  const found = await database.inBusiness(
    business.id,
    async (transaction) =>
      transaction.rows<{ id: string; file_id: string; name: string; kind: string; header: string[] }>(
        `select quarantined.id, file.id as file_id, file.name, file.kind, file.header
         from import.quarantined_rows as quarantined
         join import.files as file on file.business_id = $1 and file.id = quarantined.file_id
         where quarantined.business_id = $1 and quarantined.batch_id = $2 and quarantined.state = 'open' and quarantined.id = any ($3::uuid[])
         order by quarantined.line, quarantined.id`,
        [business.id, await findBatchId(transaction, batch), [...cellsOf.keys()]],
      ),
    'read',
  );
  if (found.length < cellsOf.size)
    throw new Fault(
      'row_not_waiting',
      'One of these rows does not wait in the quarantine any more. Look at it again: somebody may have cured it.',
      {
        status: 409,
        exit: 'usage',
      },
    );
  const files = new Map<string, CorrectedFile>();
  for (const { id, file_id, name, kind, header } of found) {
    const file = files.get(file_id) ?? { name, kind, header, rows: [] };
    file.rows.push({ id, cells: cellsOf.get(id) ?? [] });
    files.set(file_id, file);
  }
  return [...files.values()];
}
