import type { Command } from 'commander';
import { userInfo } from 'node:os';
import type { CliContext } from '../platform/cli/cli-context.ts';
import type { Database } from '../platform/database/database.ts';
import { chooseBusiness, dropBusiness, findBusinesses } from '../tenancy/index.ts';
import { importAudits } from './audits/offence.ts';
import { importFiles } from './engine/import-files.ts';
import type { ImportReport } from './engine/import-options.ts';
import { fileKinds } from './file-kind.ts';
import { askForKind } from './ask-for-kind.ts';
import { listBatches } from './list-batches.ts';
import { readMapping } from './mapping/mapping.ts';
import { accountTable, importSummary } from './present-import.ts';
import { documentOf } from './report-document.ts';
import { makeProgress } from './show-progress.ts';

interface ImportFlags {
  as?: string;
  mapping?: string;
  execute?: boolean;
}

/** `throughline import PATHS`. */
export async function runImport(context: CliContext, command: Command, paths: string[]): Promise<void> {
  if (paths.length === 0) return command.help({ error: true });
  const flags = { ...context.flags(command), ...command.opts<ImportFlags>() };
  const kinds = fileKinds.collect(context.modules);
  const mapping = flags.mapping === undefined ? undefined : readMapping(flags.mapping, kinds);
  const progress = makeProgress(context);
  const report = await context
    .withDatabase(command, async (database) => {
      const known = await findBusinesses(database);
      const business = await chooseBusiness(database, flags.business, { make: true });
      const isNew = !known.some(({ id }) => id === business.id);
      const interactive = process.stdin.isTTY === true && flags.json !== true;
      return importFiles(database, business, {
        paths,
        kinds,
        dataDir: context.config(command).dataDir,
        startedBy: `cli:${userInfo().username}`,
        execute: flags.execute === true,
        as: flags.as,
        mapping,
        ask: interactive ? askForKind : undefined,
        signal: context.signal,
        onProgress: progress.show,
        audits: importAudits.collect(context.modules),
      }).finally(() => (isNew ? forgetUntouched(database, business.id) : undefined));
    })
    .finally(progress.end);
  if (flags.json === true) context.printJson(documentOf(report));
  else context.print(importSummary(report));
  context.endWith(exitOf(report));
}

/** A dry run, or an import that found nothing, leaves no empty business behind that other commands would then look into. */
async function forgetUntouched(database: Database, businessId: string): Promise<void> {
  const { touched } = await database.inBusiness(
    businessId,
    (transaction) =>
      transaction.one<{ touched: boolean }>('select exists (select from import.batches where business_id = $1) as touched', [businessId]),
    'read',
  );
  if (!touched) await dropBusiness(database, businessId);
}

/** `throughline import list`. */
export async function runList(context: CliContext, command: Command): Promise<void> {
  const flags = { ...context.flags(command), ...command.opts<{ limit: string }>() };
  const batches = await context.withDatabase(command, async (database) => {
    const business = await chooseBusiness(database, flags.business);
    return database.inBusiness(business.id, (transaction) => listBatches(transaction, Number.parseInt(flags.limit, 10)), 'read');
  });
  if (flags.json === true) return context.printJson({ batches });
  if (batches.length === 0) return context.print('No imports yet. Start with: throughline import FOLDER');
  for (const batch of batches)
    context.print(
      `Import ${batch.batch}  ${batch.state}  ${batch.startedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC by ${batch.startedBy}\n${accountTable(batch.files)}\n`,
    );
}

function exitOf(report: ImportReport): 'done' | 'rejectedRows' | 'changesFound' {
  const { created, updated, quarantined } = report.totals;
  if (report.dryRun) return created + updated > 0 ? 'changesFound' : quarantined > 0 ? 'rejectedRows' : 'done';
  return quarantined > 0 || report.problems.length > 0 ? 'rejectedRows' : 'done';
}
