import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTables } from '../src/import/formats/read-tables.ts';
import { projectRoot } from '../src/platform/config.ts';
import { openWriter } from '../src/platform/export/open-writer.ts';
import { writeReferenceExports } from './generate-reference.ts';
import { type CommandRun, runCommand } from './run-command.ts';

/**
 * The same rows (Lead Status, 277,176 of them) as CSV, workbook and Parquet: each imported into a
 * data folder of its own, as ratios to CSV within one run.
 * `npm run bench formats -- 0.1` takes a tenth of them.
 */
const scale = Number(process.argv[2] ?? '1');
const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
const lines: string[] = [`Lead Status × ${scale} in three formats, ${cpus().length} cores, Node ${process.version}`];

try {
  await writeReferenceExports(join(folder, 'exports'), { scale });
  const csv = join(folder, 'exports', 'lead-status.csv');
  const files = { csv, xlsx: join(folder, 'lead-status.xlsx'), parquet: join(folder, 'lead-status.parquet') };
  await rewrite(csv, 'xlsx', files.xlsx);
  await rewrite(csv, 'parquet', files.parquet);

  const plain = await importInto('csv', files.csv);
  for (const format of ['xlsx', 'parquet'] as const) {
    const run = await importInto(format, files[format]);
    if (totalsOf(run) !== totalsOf(plain))
      throw new Error(`${format} came to other totals than CSV: ${totalsOf(run)} against ${totalsOf(plain)}`);
    lines.push(
      `import of ${format} / csv: ${(run.seconds / plain.seconds).toFixed(2)} (${run.seconds.toFixed(1)} s against ${plain.seconds.toFixed(1)} s), peak memory ${run.peakMemory?.toFixed(0) ?? '?'} MiB against ${plain.peakMemory?.toFixed(0) ?? '?'} MiB (goal ≤ 400)`,
    );
  }
} finally {
  console.log(`\n${lines.join('\n')}`);
  writeFileSync(join(projectRoot, 'bench', 'results', `formats-${scale}.txt`), `${lines.join('\n')}\n`);
  rmSync(folder, { recursive: true, force: true });
}

/** Writes the rows of a CSV file, every cell as text, in another format. */
async function rewrite(csv: string, format: 'xlsx' | 'parquet', path: string): Promise<void> {
  const [table] = await openTables(csv);
  if (table === undefined) throw new Error(`${csv} holds no table`);
  let writer: Awaited<ReturnType<typeof openWriter>> | undefined;
  for await (const batch of table.batches()) {
    const rows = batch.map(({ cells }) => cells);
    const header = writer === undefined ? rows.shift() : undefined;
    if (header !== undefined) {
      const columns = header.map((name) => ({ name, type: 'text' as const }));
      writer = await openWriter(format, columns, path);
    }
    await writer?.write(rows);
  }
  await writer?.finish();
  if (!existsSync(path)) throw new Error(`${path} was not written`);
}

async function importInto(format: string, file: string): Promise<CommandRun> {
  const dataDir = join(folder, `data-${format}`);
  mkdirSync(dataDir);
  // The server is made outside of the time that is measured.
  await runCommand(dataDir, 'import', 'list');
  const run = await runCommand(dataDir, 'import', file, '--as', 'lead_status', '--execute', '--json');
  if (![0, 3].includes(run.exitCode)) throw new Error(`import of ${format} ended with ${run.exitCode}: ${run.output.slice(0, 500)}`);
  console.log(`import of ${format}: ${run.seconds.toFixed(1)} s, ${run.peakMemory?.toFixed(0) ?? '?'} MiB`);
  rmSync(dataDir, { recursive: true, force: true });
  return run;
}

function totalsOf(run: CommandRun): string {
  const report: { totals: { rows: number; created: number; skipped: number; quarantined: number } } = JSON.parse(run.output);
  const { rows, created, skipped, quarantined } = report.totals;
  return `${rows} rows, ${created} created, ${skipped} skipped, ${quarantined} quarantined`;
}
