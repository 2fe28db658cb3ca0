import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../src/platform/config.ts';
import { openDatabase } from '../src/platform/database/open-database.ts';
import { measureCopyBaseline } from './copy-baseline.ts';
import { writeReferenceExports } from './generate-reference.ts';
import { type CommandRun, runCommand } from './run-command.ts';

const FIRST_QUESTIONS = [
  'revenue_trends',
  'monthly_metrics_summary',
  'lead_conversion_funnel',
  'lead_source_performance',
  'branch_performance_comparison',
  'sales_person_performance',
  'job_status_distribution',
  'customer_complete_profile',
  'quote_number_linkage',
  'module_relationship_matrix',
  'customer_retention_rate',
  'link_coverage',
];

/**
 * The spine at the reference scale: import against `\copy`, build, re-build, questions, undo.
 * `npm run bench reference -- 0.1` runs a tenth of it.
 */
const scale = Number(process.argv[2] ?? '1');
const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
const dataDir = join(folder, 'data');
const lines: string[] = [`Reference scale × ${scale}, ${cpus().length} cores, Node ${process.version}`];

try {
  await writeReferenceExports(join(folder, 'exports'), { scale });
  // The largest file is imported as a batch of its own, so that its undo has its own import to be compared with.
  mkdirSync(join(folder, 'largest'));
  renameSync(join(folder, 'exports', 'bad-leads.xlsx - data.csv'), join(folder, 'largest', 'bad-leads.xlsx - data.csv'));
  await runCommand(dataDir, 'import', 'list');

  const rest = await run('import of six exports', 'import', join(folder, 'exports'), '--execute', '--json');
  const largest = await run('import of bad leads (largest file)', 'import', join(folder, 'largest'), '--execute', '--json');
  const baseline = await measureBaseline(false);
  const withKeys = await measureBaseline(true);
  const imported = rest.seconds + largest.seconds;
  note(
    `import / ${baseline.tool}: ${ratio(imported, baseline.seconds)} (${imported.toFixed(1)} s against ${baseline.seconds.toFixed(1)} s; goal ≤ 1.5)`,
  );
  note(
    `  against the same with foreign keys, as the import has them: ${ratio(imported, withKeys.seconds)} (${withKeys.seconds.toFixed(1)} s)`,
  );
  note(`peak memory of the import: ${peak(rest, largest)} MiB (goal ≤ 400)`);

  const build = await run('journey build', 'journey', 'build', '--execute', '--json');
  const again = await run('journey build, nothing new', 'journey', 'build', '--execute', '--json');
  note(
    `build ${build.seconds.toFixed(1)} s (goal ≤ 60), again ${again.seconds.toFixed(1)} s (goal ≤ 5): ${ratio(again.seconds, build.seconds)} of it`,
  );
  await measureQuestions();

  const undo = await run('undo of bad leads', 'import', 'undo', '2', '--execute', '--json');
  note(`undo / import of the largest file: ${ratio(undo.seconds, largest.seconds)} (goal ≤ 1)`);
} finally {
  console.log(`\n${lines.join('\n')}`);
  writeFileSync(join(projectRoot, 'bench', 'results', `reference-${scale}.txt`), `${lines.join('\n')}\n`);
  rmSync(folder, { recursive: true, force: true });
}

async function run(title: string, ...argv: string[]): Promise<CommandRun> {
  const result = await runCommand(dataDir, ...argv);
  console.log(`${title}: ${result.seconds.toFixed(1)} s, ${result.peakMemory?.toFixed(0) ?? '?'} MiB`);
  if (![0, 3].includes(result.exitCode)) throw new Error(`${title} ended with ${result.exitCode}: ${result.output.slice(0, 500)}`);
  return result;
}

async function measureBaseline(foreignKeys: boolean): Promise<{ tool: string; seconds: number }> {
  const database = await openDatabase({ dataDir, databaseUrl: undefined });
  try {
    const { tool, tables } = await measureCopyBaseline(database.adminUrl, folder, { foreignKeys });
    if (!foreignKeys)
      for (const table of tables) note(`  ${tool} ${table.table}: ${table.rows} rows, ${Math.round(table.rows / table.seconds)} rows/s`);
    return { tool, seconds: tables.reduce((total, table) => total + table.seconds, 0) };
  } finally {
    await database.close();
  }
}

/** Each question worked out (the first run) and asked again with nothing changed since, in one process that keeps the server up. */
async function measureQuestions(): Promise<void> {
  const { modules } = await import('../src/app.ts');
  const { chooseBusiness } = await import('../src/tenancy/choose-business.ts');
  const { runQuestion } = await import('../src/catalogue/index.ts');
  const database = await openDatabase({ dataDir, databaseUrl: undefined });
  try {
    const business = await chooseBusiness(database, undefined);
    const slow: string[] = [];
    let slowest = 0;
    let slowestFirst = 0;
    for (const id of FIRST_QUESTIONS) {
      const times: number[] = [];
      for (let attempt = 0; attempt < 4; attempt += 1) {
        const began = process.hrtime.bigint();
        await runQuestion(database, modules, { businessId: business.id, id, parameters: {} });
        times.push(Number(process.hrtime.bigint() - began) / 1e6);
      }
      const warm = Math.min(...times.slice(1));
      slowest = Math.max(slowest, warm);
      slowestFirst = Math.max(slowestFirst, times[0] ?? 0);
      if (warm > 100) slow.push(`${id} ${warm.toFixed(0)} ms`);
    }
    note(
      `first questions, asked again: slowest ${slowest.toFixed(0)} ms (goal ≤ 100), worked out: ${slowestFirst.toFixed(0)} ms${slow.length > 0 ? `; over: ${slow.join(', ')}` : ''}`,
    );
  } finally {
    await database.close();
  }
}

function note(line: string): void {
  lines.push(line);
}

function ratio(a: number, b: number): string {
  return (a / b).toFixed(2);
}

function peak(...runs: CommandRun[]): string {
  return Math.max(...runs.map((result) => result.peakMemory ?? 0)).toFixed(0);
}
