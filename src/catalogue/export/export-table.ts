import { stopIfInterrupted } from '../../platform/cli/cli-context.ts';
import type { BusinessTransaction, Database } from '../../platform/database/database.ts';
import { openWriter } from '../../platform/export/open-writer.ts';
import type { ExportColumn, ExportFormat, ExportType, ExportValue, TableWriter } from '../../platform/export/table-writer.ts';
import type { DocumentTable } from './document-tables.ts';
import readExportColumns from './read-export-columns.sql';

/** Rows fetched at a time: some megabytes of jobs. */
const FETCH = 2000;

export interface ExportedTable {
  table: DocumentTable;
  file: string;
  rows: number;
}

export interface WantedExport {
  businessId: string;
  table: DocumentTable;
  format: ExportFormat;
  file: string;
  signal?: AbortSignal;
}

/** Writes all rows of a table of the business to a file, in the order of their ids, through a cursor: memory stays flat. */
export async function exportTable(database: Database, wanted: WantedExport): Promise<ExportedTable> {
  return database.inBusiness(wanted.businessId, (transaction) => writeTable(transaction, wanted), 'read');
}

async function writeTable(transaction: BusinessTransaction, wanted: WantedExport): Promise<ExportedTable> {
  const columns = await transaction.rows<{ name: string; type: string }>(readExportColumns, [wanted.table]);
  const writer = await openWriter(
    wanted.format,
    columns.map((column) => ({ name: column.name, type: exportType(column.type) })),
    wanted.file,
  );
  try {
    const rows = await copyRows(transaction, wanted, columns, writer);
    await writer.finish();
    return { table: wanted.table, file: wanted.file, rows };
  } catch (error) {
    await writer.abort();
    throw error;
  }
}

async function copyRows(
  transaction: BusinessTransaction,
  wanted: WantedExport,
  columns: readonly { name: string; type: string }[],
  writer: TableWriter,
): Promise<number> {
  const { client } = transaction;
  const list = columns.map((column) => selectOf(client.escapeIdentifier(column.name), column.type)).join(', ');
  await client.query(`set local time zone 'UTC'`);
  await client.query({
    text: `declare exported no scroll cursor for select ${list} from journey.${client.escapeIdentifier(wanted.table)} where business_id = $1 order by id`,
    values: [transaction.businessId],
  });
  let count = 0;
  for (;;) {
    if (wanted.signal !== undefined) stopIfInterrupted(wanted.signal, 'No half file is left; run the same command again.');
    const { rows } = await client.query<ExportValue[]>({
      text: `fetch ${FETCH} from exported`,
      rowMode: 'array',
      types: { getTypeParser: () => (text: string) => text },
    });
    if (rows.length === 0) return count;
    await writer.write(rows);
    count += rows.length;
  }
}

/** Lists become JSON, which every format can hold. */
function selectOf(name: string, type: string): string {
  return type.endsWith('[]') ? `to_json(${name})::text` : name;
}

const TYPES: Record<string, ExportType> = {
  uuid: 'uuid',
  date: 'date',
  boolean: 'boolean',
  integer: 'integer',
  smallint: 'integer',
  bigint: 'bigint',
  json: 'json',
  jsonb: 'json',
  'double precision': 'double',
  'timestamp with time zone': 'instant',
};

/** PostgreSQL's name of a type as ours; what has no type of its own goes as text. */
function exportType(type: string): ExportColumn['type'] {
  const decimal = /^numeric\((\d+),(\d+)\)$/.exec(type);
  if (decimal !== null) return { precision: Number(decimal[1]), scale: Number(decimal[2]) };
  return type.endsWith('[]') ? 'json' : (TYPES[type] ?? 'text');
}
