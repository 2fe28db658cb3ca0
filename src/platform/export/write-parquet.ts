import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DuckDBDataChunk, type DuckDBConnection, DuckDBInstance, VARCHAR } from '@duckdb/node-api';
import { Fault } from '../fault.ts';
import { partOf } from './text-sink.ts';
import type { ExportColumn, ExportType, ExportValue, TableWriter } from './table-writer.ts';

/** Rows of one DuckDB vector. */
const CHUNK = 2048;

/**
 * Parquet with the types kept: decimal, date, timestamp with time zone, uuid. Rows are put
 * down as text in a database file beside the target and cast when it is written, so that
 * memory stays under DuckDB's limit however many rows there are.
 */
export async function writeParquet(columns: readonly ExportColumn[], path: string | undefined): Promise<TableWriter> {
  if (path === undefined)
    throw new Fault('parquet_needs_file', 'Parquet is binary and not for a terminal: say where to put it with --file NAME.parquet.', {
      exit: 'usage',
    });
  await mkdir(dirname(path), { recursive: true });
  const part = partOf(path);
  const store = `${part}.duckdb`;
  const instance = await DuckDBInstance.create(store, { memory_limit: '256MB', threads: '2' });
  const connection = await instance.connect();
  await connection.run(`create table rows (${columns.map((column) => `${quoted(column.name)} varchar`).join(', ')})`);
  const appender = await connection.createAppender('rows');
  const close = async (): Promise<void> => {
    connection.closeSync();
    instance.closeSync();
    await rm(store, { force: true });
    await rm(`${store}.wal`, { force: true });
  };
  return {
    async write(rows) {
      for (let at = 0; at < rows.length; at += CHUNK) appender.appendDataChunk(chunkOf(columns, rows.slice(at, at + CHUNK)));
      appender.flushSync();
    },
    async finish() {
      appender.closeSync();
      await copyOut(connection, columns, part);
      await close();
      await rename(part, path);
    },
    async abort() {
      appender.closeSync();
      await close();
      await rm(part, { force: true });
    },
  };
}

function chunkOf(columns: readonly ExportColumn[], rows: readonly (readonly ExportValue[])[]): DuckDBDataChunk {
  const chunk = DuckDBDataChunk.create(
    columns.map(() => VARCHAR),
    rows.length,
  );
  chunk.setColumns(columns.map((_column, index) => rows.map((row) => row[index] ?? null)));
  return chunk;
}

async function copyOut(connection: DuckDBConnection, columns: readonly ExportColumn[], target: string): Promise<void> {
  const typed = columns.map((column) => `cast(${quoted(column.name)} as ${duckType(column.type)}) as ${quoted(column.name)}`);
  await connection.run(
    `copy (select ${typed.join(', ')} from rows order by rowid) to '${target.replaceAll("'", "''")}' (format parquet, compression zstd, row_group_size 50000)`,
  );
}

function duckType(type: ExportType): string {
  return typeof type === 'object' ? `decimal(${type.precision}, ${type.scale})` : DUCK_TYPES[type];
}

const DUCK_TYPES: Record<Exclude<ExportType, object>, string> = {
  text: 'varchar',
  integer: 'integer',
  bigint: 'bigint',
  boolean: 'boolean',
  uuid: 'uuid',
  date: 'date',
  instant: 'timestamptz',
  json: 'varchar',
  double: 'double',
};

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
