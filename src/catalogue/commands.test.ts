import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../tests/database.ts';
import { type CliContext, makeCliContext } from '../platform/cli/cli-context.ts';
import { catalogueCommands } from './commands.ts';
import { catalogue } from './index.ts';
import { playStory } from './testing/play-story.ts';
import { stageOf } from './testing/stage.ts';

let scratch: ScratchDatabase;
let folder = '';
let out = '';
let talk = '';

beforeAll(async () => {
  scratch = await withDatabase();
  folder = mkdtempSync(join(tmpdir(), 'query-'));
  await playStory(stageOf(scratch));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await scratch.drop();
});
beforeEach(() => {
  out = '';
  talk = '';
});

/** Runs one command line; standard output is collected in `out`, talk in `talk`. */
async function run(...argv: string[]): Promise<void> {
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  const context: CliContext = {
    ...makeCliContext([catalogue], new AbortController().signal),
    withDatabase: (_command, work) => work(scratch.database),
    say: (text) => {
      talk += `${text}\n`;
    },
  };
  const program = new Command('throughline').option('--json').option('--business <slug>').exitOverride();
  catalogueCommands.register(program, context);
  try {
    await program.parseAsync(['node', 'throughline', ...argv]);
  } finally {
    spy.mockRestore();
  }
}

describe('throughline query', () => {
  it('lists the rows behind a figure, as query rows and as query run --rows', async () => {
    const asked = ['revenue_by_branch', '--where', 'branch_name=Dallas', '--where', 'currency=USD', '--measure', 'total_revenue'];
    await run('query', 'rows', ...asked);
    expect(out).toContain('1000');
    expect(talk).toContain('2 rows. total_revenue = sum revenue: 1500.');
    const table = out;
    out = '';
    await run('query', 'run', ...asked, '--rows');
    expect(out).toBe(table);
    out = '';
    await run('--json', 'query', 'rows', ...asked);
    expect(JSON.parse(out)).toMatchObject({ rowCount: 2, measure: { figure: 1500 } });
  });

  it('lists all questions by theme, and as JSON', async () => {
    await run('query', 'list');
    expect(out).toMatch(/^revenue\n {2}average_job_value/m);
    out = '';
    await run('--json', 'query', 'list');
    expect(JSON.parse(out).questions.map((question: { id: string }) => question.id)).toContain('link_coverage');
  });

  it('shows what a question means', async () => {
    await run('query', 'show', 'revenue_trends');
    expect(out).toContain('date_from');
    expect(out).toContain('Caveats');
  });

  it('finds a question by words', async () => {
    await run('query', 'search', 'retention', 'rate');
    expect(out).toMatch(/^customer_retention_rate/);
  });

  it('prints a table to standard output and the receipt to standard error', async () => {
    await run('query', 'run', 'revenue_trends', '--param', 'currency=USD', '--param', 'date_to=2025-02-01');
    expect(out).toContain('monthly      2025-01-01  USD               1  1000.00');
    expect(out).not.toContain('Left out');
    expect(talk).toContain('Left out    1 marked as duplicate');
  });

  it('prints JSON of the promised shape, with --json as with --output json', async () => {
    await run('--json', 'query', 'run', 'link_coverage');
    const answer = JSON.parse(out);
    expect(Object.keys(answer)).toEqual(['id', 'parameters', 'columns', 'rows', 'receipt']);
    expect(Object.keys(answer.receipt)).toEqual([
      'definition',
      'dateBasis',
      'timeZone',
      'asOf',
      'rowsCounted',
      'excluded',
      'currency',
      'linkCoverage',
    ]);
    expect(answer.columns[7]).toEqual({ name: 'linked_amount', type: 'money', unit: 'currency' });
    out = '';
    await run('query', 'run', 'link_coverage', '--output', 'json');
    expect(JSON.parse(out).rows).toEqual(answer.rows);
  });

  it('writes Markdown with the receipt below', async () => {
    await run('query', 'run', 'revenue_trends', '--param', 'currency=USD', '--param', 'date_to=2025-02-01', '--output', 'markdown');
    expect(out).toContain('| period_type | period | currency |');
    expect(out).toContain('| monthly | 2025-01-01 | USD | 1 | 1000.00 |');
    expect(out).toContain('\n- What it is ');
  });

  it('writes CSV to standard output and Parquet to a file only', async () => {
    await run('query', 'run', 'job_status_distribution', '--output', 'csv');
    expect(out.split('\n')[0]).toBe(
      'opportunity_status,currency,job_count,percentage_of_total,total_revenue,revenue_percentage,avg_value_per_job,counts_as_revenue',
    );
    await expect(run('query', 'run', 'job_status_distribution', '--output', 'parquet')).rejects.toMatchObject({
      code: 'parquet_needs_file',
      exit: 'usage',
    });
    const file = join(folder, 'status.parquet');
    await run('query', 'run', 'job_status_distribution', '--output', 'parquet', '--file', file);
    expect(readFileSync(file).subarray(0, 4).toString()).toBe('PAR1');
  });

  it('writes the form that the name of the file says', async () => {
    const file = join(folder, 'status.xlsx');
    await run('query', 'run', 'job_status_distribution', '--file', file);
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
    expect(talk).toContain(`rows written to ${file}`);
    await expect(run('query', 'run', 'job_status_distribution', '--output', 'xlsx')).rejects.toMatchObject({ code: 'xlsx_needs_file' });
  });

  it.each([
    ['an unknown question', ['run', 'revenue_trend'], 'no_such_question'],
    ['an unknown parameter', ['run', 'revenue_trends', '--param', 'from=2025-01-01'], 'unknown_parameter'],
    ['a parameter without a value', ['run', 'revenue_trends', '--param', 'date_from'], 'parameter_flag'],
    ['a parameter given twice', ['run', 'revenue_trends', '--param', 'currency=USD', '--param', 'currency=CAD'], 'parameter_flag'],
    ['a branch nobody knows', ['run', 'revenue_trends', '--param', 'branch=Dalas'], 'no_such_value'],
    ['a day that does not exist', ['run', 'revenue_trends', '--param', 'date_from=2025-02-30'], 'parameter_value'],
  ])('refuses %s', async (_name, argv, code) => {
    await expect(run('query', ...argv)).rejects.toMatchObject({ code, exit: 'usage' });
  });

  it('names the nearest branch', async () => {
    await expect(run('query', 'run', 'revenue_trends', '--param', 'branch=Dalas')).rejects.toThrow('Nearest: Dallas');
  });
});

describe('throughline export', () => {
  it('writes all tables and says how many rows', async () => {
    await run('--json', 'export', 'all', '--format', 'jsonl', '--output', folder);
    const report = JSON.parse(out);
    expect(report.files).toHaveLength(13);
    expect(report.files.find((file: { table: string }) => file.table === 'jobs')).toMatchObject({
      rows: 6,
      file: join(folder, 'jobs.jsonl'),
    });
  });

  it('refuses a table it does not know', async () => {
    await expect(run('export', 'users')).rejects.toMatchObject({ code: 'no_such_table' });
  });
});
