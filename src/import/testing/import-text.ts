import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ScratchDatabase } from '../../../tests/database.ts';
import { findBusinesses } from '../../tenancy/index.ts';
import { importFiles } from '../engine/import-files.ts';
import type { ImportOptions, ImportReport } from '../engine/import-options.ts';
import type { FileKind } from '../file-kind.ts';

export type ImportWanted = Partial<Pick<ImportOptions, 'execute' | 'as' | 'mapping' | 'ask'>>;

/**
 * Writes files into a scratch folder and imports them into the scratch database's business, as
 * the command does. `files` maps names to contents; executed unless said otherwise.
 */
export async function importText(
  scratch: ScratchDatabase,
  kinds: readonly FileKind[],
  files: Record<string, string | Uint8Array>,
  wanted: ImportWanted = {},
): Promise<ImportReport> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-import-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, 'exports', name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    const business = (await findBusinesses(scratch.database)).find((candidate) => candidate.id === scratch.businessId);
    if (business === undefined) throw new Error('the scratch business is missing');
    return await importFiles(scratch.database, business, {
      paths: [join(folder, 'exports')],
      kinds,
      dataDir: join(folder, 'data'),
      startedBy: 'test',
      execute: wanted.execute ?? true,
      as: wanted.as,
      mapping: wanted.mapping,
      ask: wanted.ask,
      signal: new AbortController().signal,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
