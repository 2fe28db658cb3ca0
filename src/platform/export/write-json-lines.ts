import type { TextSink } from './text-sink.ts';
import type { ExportColumn, ExportType, ExportValue, TableWriter } from './table-writer.ts';

/** One JSON object per line. Numbers are written digit by digit as the database has them, never through a float. */
export async function writeJsonLines(columns: readonly ExportColumn[], sink: TextSink): Promise<TableWriter> {
  const names = columns.map((column) => JSON.stringify(column.name));
  return {
    async write(rows) {
      const lines = rows.map(
        (row) => `{${columns.map((column, index) => `${names[index]}:${asJson(row[index] ?? null, column.type)}`).join(',')}}\n`,
      );
      if (lines.length > 0) await sink.write(lines.join(''));
    },
    finish: () => sink.finish(),
    abort: () => sink.abort(),
  };
}

function asJson(value: ExportValue, type: ExportType): string {
  if (value === null) return 'null';
  if (type === 'boolean') return value === 't' || value === 'true' ? 'true' : 'false';
  if (type === 'json') return value;
  if (type === 'instant') return JSON.stringify(isoInstant(value));
  const isNumber = typeof type === 'object' || type === 'integer' || type === 'bigint' || type === 'double';
  return isNumber && /^-?\d+(\.\d+)?$/.test(value) ? value : JSON.stringify(value);
}

/** `2025-03-01 08:30:00+00` as `2025-03-01T08:30:00Z`; the session that wrote it is in UTC. */
function isoInstant(text: string): string {
  return text.replace(' ', 'T').replace(/\+00(:00)?$/, 'Z');
}
