import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { type CliContext, stopIfInterrupted } from '../../platform/cli/cli-context.ts';
import type { ExportFormat } from '../../platform/export/table-writer.ts';
import { Fault } from '../../platform/fault.ts';
import { chooseBusiness } from '../../tenancy/index.ts';
import { DOCUMENT_TABLES, type DocumentTable, isDocumentTable } from '../export/document-tables.ts';
import { type ExportedTable, exportTable } from '../export/export-table.ts';

export interface ExportOptions {
  format: ExportFormat;
  output: string;
}

/** Writes one table or all to `<output>/<table>.<format>`; prints what was written. */
export async function exportTables(context: CliContext, command: Command, wanted: string, options: ExportOptions): Promise<void> {
  const tables = tablesOf(wanted);
  const flags = context.flags(command);
  const files: ExportedTable[] = [];
  await context.withDatabase(command, async (database) => {
    const business = await chooseBusiness(database, flags.business);
    for (const table of tables) {
      stopIfInterrupted(context.signal, 'Files written so far are complete; run the same command again for the rest.');
      const file = join(resolve(options.output), `${table}.${options.format}`);
      const exported = await exportTable(database, {
        businessId: business.id,
        table,
        format: options.format,
        file,
        signal: context.signal,
      });
      files.push(exported);
      context.say(`${exported.rows} rows of ${table} written to ${exported.file}`);
    }
  });
  if (flags.json === true) context.printJson({ format: options.format, files });
}

function tablesOf(wanted: string): readonly DocumentTable[] {
  if (wanted === 'all') return DOCUMENT_TABLES;
  if (isDocumentTable(wanted)) return [wanted];
  throw new Fault('no_such_table', `There is no table "${wanted}" to export. Known: all, ${DOCUMENT_TABLES.join(', ')}.`, {
    exit: 'usage',
  });
}
