import type { DuckDBConnection } from '@duckdb/node-api';
import { Fault } from '../../platform/fault.ts';
import { fileFault } from './file-faults.ts';
import { plainNumber } from './plain-number.ts';
import { oversized, OVERSIZED_CELL, type SourceRow, type SourceTable } from './source-table.ts';

interface Column {
  name: string;
  isFloat: boolean;
  isNested: boolean;
}

/** The file as one table under a header row (line 0) of its column names; a data row's line is its number. */
export async function openParquet(path: string, name: string): Promise<SourceTable[]> {
  const columns = await withConnection(name, (connection) => describe(connection, path));
  return [
    {
      name,
      format: 'parquet',
      detail: { columns: String(columns.length) },
      batches: (signal) => readRows(path, name, columns, signal),
    },
  ];
}

async function* readRows(path: string, name: string, columns: Column[], signal?: AbortSignal): AsyncGenerator<SourceRow[]> {
  yield [{ line: 0, cells: columns.map((column) => column.name) }];
  const { connection, close } = await connect();
  try {
    const result = await connection.stream(`select ${columns.map(asText).join(', ')} from read_parquet(${sqlText(literalPath(path))})`);
    let line = 1;
    for (;;) {
      signal?.throwIfAborted();
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return;
      const rows: SourceRow[] = [];
      for (const values of chunk.getRows()) rows.push(toRow(line++, values, columns));
      // DuckDB's chunks hold 2,048 rows, ours 2,000.
      for (let i = 0; i < rows.length; i += 2000) yield rows.slice(i, i + 2000);
    }
  } catch (error) {
    if (error instanceof Fault || signal?.aborted === true) throw error;
    throw damagedParquet(name, error);
  } finally {
    close();
  }
}

function toRow(line: number, values: unknown[], columns: Column[]): SourceRow {
  let longest = 0;
  const cells = values.map((value, index) => {
    if (typeof value !== 'string') return '';
    const text = value.includes('\0') ? value.replaceAll('\0', '') : value;
    if (text.length > longest) longest = text.length;
    return columns[index]?.isFloat === true ? plainNumber(text) : text;
  });
  if (longest <= OVERSIZED_CELL) return { line, cells };
  return { line, cells, raw: cells.join('\t'), fault: oversized(longest) };
}

async function describe(connection: DuckDBConnection, path: string): Promise<Column[]> {
  const reader = await connection.runAndReadAll(`describe select * from read_parquet(${sqlText(literalPath(path))})`);
  return reader.getRows().map(([name, type]) => ({
    name: String(name),
    isFloat: /^(FLOAT|DOUBLE)$/.test(String(type)),
    isNested: /^(STRUCT|MAP|UNION)|\]$/.test(String(type)),
  }));
}

/** DuckDB writes decimals digit by digit and dates as ISO text, so the cast loses nothing. */
function asText({ name, isNested }: Column): string {
  const column = `"${name.replaceAll('"', '""')}"`;
  return isNested ? `to_json(${column})::varchar` : `${column}::varchar`;
}

function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A path is a pattern to DuckDB; its special characters are put in brackets. */
function literalPath(path: string): string {
  return path.replace(/[[*?]/g, (c) => `[${c}]`);
}

async function withConnection<T>(name: string, use: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const { connection, close } = await connect();
  try {
    return await use(connection);
  } catch (error) {
    throw damagedParquet(name, error);
  } finally {
    close();
  }
}

/** Loaded only when a Parquet file is read: the library is 70 MB. */
async function connect(): Promise<{ connection: DuckDBConnection; close: () => void }> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: '256MB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  try {
    // Text of timestamptz then ends in +00 on every machine.
    await connection.run(`set timezone = 'UTC'`);
  } catch {
    // Without the ICU extension DuckDB knows no zone but UTC.
  }
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  return { connection, close };
}

function damagedParquet(name: string, cause: unknown): Fault {
  const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
  return fileFault('damaged_parquet', name, `expected a whole Parquet file, but it cannot be read (${reason}). Write it again.`, cause);
}
