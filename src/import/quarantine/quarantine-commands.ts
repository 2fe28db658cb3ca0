import { mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { CliContext } from '../../platform/cli/cli-context.ts';
import { chooseBusiness } from '../../tenancy/index.ts';
import { fileKinds } from '../file-kind.ts';
import { documentOf } from '../report-document.ts';
import { importSummary } from '../present-import.ts';
import { addRepair } from './add-repair.ts';
import { importAudits } from '../audits/offence.ts';
import { downloadQuarantine } from './download-quarantine.ts';
import { listQuarantine } from './list-quarantine.ts';
import { replayQuarantine } from './replay-quarantine.ts';

/** `throughline import quarantine list`. */
export async function runList(context: CliContext, command: Command): Promise<void> {
  const flags = context.flags(command);
  const groups = await context.withDatabase(command, async (database) => {
    const business = await chooseBusiness(database, flags.business);
    return database.inBusiness(business.id, (transaction) => listQuarantine(transaction), 'read');
  });
  if (flags.json === true) return context.printJson({ groups });
  if (groups.length === 0) return context.print('Nothing is in quarantine.');
  for (const group of groups) {
    context.print(
      `${group.rows.toLocaleString('en-US')} × ${group.kind} ${group.code}: ${group.message}\n    e.g. ${group.exampleFile}, line ${group.exampleLine}\n    ${group.repair}`,
    );
  }
}

/** `throughline import quarantine download`. */
export async function runDownload(context: CliContext, command: Command): Promise<void> {
  const flags = { ...context.flags(command), ...command.opts<{ kind?: string; output: string }>() };
  const downloads = await context.withDatabase(command, async (database) => {
    const business = await chooseBusiness(database, flags.business);
    return database.inBusiness(business.id, (transaction) => downloadQuarantine(transaction, { kind: flags.kind }), 'read');
  });
  mkdirSync(flags.output, { recursive: true });
  const files = downloads.map(({ name, kind, rows, csv }) => ({ path: writeBeside(flags.output, name, csv), kind, rows }));
  if (flags.json === true) return context.printJson({ files });
  context.print(files.length === 0 ? 'Nothing is in quarantine.' : files.map((file) => `${file.path}: ${file.rows} rows`).join('\n'));
}

/** Under a free name: the file of the same name may be another month's, or one that somebody corrects just now. */
function writeBeside(folder: string, name: string, text: string): string {
  for (let count = 1; ; count += 1) {
    const path = join(folder, count === 1 ? name : name.replace(/\.csv$/, ` (${count}).csv`));
    try {
      writeFileSync(path, text, { flag: 'wx' });
      return path;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

/** `throughline import quarantine fix`. */
export async function runFix(context: CliContext, command: Command): Promise<void> {
  const flags = { ...context.flags(command), ...command.opts<{ kind: string; column: string; value: string; as: string }>() };
  const freed = await context.withDatabase(command, async (database) => {
    const business = await chooseBusiness(database, flags.business);
    const { kind, column, value, as } = flags;
    return database.inBusiness(business.id, (transaction) =>
      addRepair(transaction, { kind, column, value, as }, fileKinds.collect(context.modules), `cli:${userInfo().username}`),
    );
  });
  if (flags.json === true) return context.printJson({ rows: freed });
  context.print(
    `Remembered. ${freed} quarantined rows hold this value; read them again with: throughline import quarantine replay --execute`,
  );
}

/** `throughline import quarantine replay`. */
export async function runReplay(context: CliContext, command: Command): Promise<void> {
  const flags = { ...context.flags(command), ...command.opts<{ execute?: boolean }>() };
  const report = await context.withDatabase(command, async (database) => {
    const business = await chooseBusiness(database, flags.business);
    return replayQuarantine(database, business, {
      kinds: fileKinds.collect(context.modules),
      startedBy: `cli:${userInfo().username}`,
      execute: flags.execute === true,
      signal: context.signal,
      audits: importAudits.collect(context.modules),
    });
  });
  if (flags.json === true) context.printJson(documentOf(report));
  else
    context.print(
      report.files.length === 0
        ? 'No row in quarantine can be cured by a repair; rows that are faulty as a whole need a corrected file.'
        : importSummary(report),
    );
  if (report.dryRun && report.totals.created + report.totals.updated > 0) context.endWith('changesFound');
  else if (report.totals.quarantined > 0) context.endWith('rejectedRows');
}
