import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../src/platform/config.ts';

// A sixth module is one new folder and one line in the list of modules: the toy module is
// copied out of the project, a program is built whose list names it, and it is used.
const folder = mkdtempSync(join(tmpdir(), 'throughline-toy-'));
const program = join(projectRoot, 'dist', `toy-${process.pid}`);

beforeAll(async () => {
  const module = join(folder, 'surveys');
  cpSync(join(projectRoot, 'tests', 'architecture', 'toy-module'), module, { recursive: true });
  for (const name of readdirSync(module).filter((file) => file.endsWith('.ts'))) {
    const text = readFileSync(join(module, name), 'utf8');
    writeFileSync(join(module, name), text.replaceAll('../../../src/', `${projectRoot}/src/`));
  }
  writeFileSync(
    join(folder, 'cli.ts'),
    `import { modules } from '${projectRoot}/src/app.ts';
     import { runCli } from '${projectRoot}/src/platform/cli/run-cli.ts';
     import { surveys } from './surveys/index.ts';
     await runCli([...modules, surveys(${JSON.stringify(module)})], process.argv.slice(2));`,
  );
  await build({
    absWorkingDir: projectRoot,
    entryPoints: [join(folder, 'cli.ts')],
    outdir: program,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    loader: { '.sql': 'text' },
    logLevel: 'error',
  });
  mkdirSync(join(folder, 'exports'));
  writeFileSync(
    join(folder, 'exports', 'visits.csv'),
    'Visit #,Customer,E-Mail,Visited\nV1,Max Example,max@example.com,3/1/2026\nV2,"Example, Max",max@example.com,3/9/2026\nV3,Uma Other,uma@example.com,4/2/2026\nV4,Ira Odd,ira@example.com,someday\n',
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(program, { recursive: true, force: true });
});

function throughline(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const environment = { ...process.env, DATABASE_URL: '', THROUGHLINE_DATA_DIR: join(folder, 'data') };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(program, 'cli.js'), ...args], {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
    timeout: 120_000,
  });
  return { status, stdout, stderr };
}

test('a module that is only added to the list has its command, its file kind, its people, its question and its undo', () => {
  expect(throughline('surveys', 'hello').stdout).toBe('hello from surveys\n');

  const imported = throughline('import', 'exports', '--execute', '--json');
  expect(imported.stderr).not.toContain('Error');
  expect(imported.status).toBe(3);
  expect(JSON.parse(imported.stdout).files).toMatchObject([
    { kind: 'survey_visits', rows: 4, created: 3, quarantined: 1, quarantinedBy: { unreadable_date: 1 } },
  ]);

  const built = throughline('journey', 'build', '--execute', '--json');
  expect([built.status, built.stderr]).toEqual([0, expect.not.stringContaining('Error')]);

  const { customers } = JSON.parse(throughline('customers', 'list', '--json').stdout);
  const people = customers.map((customer: { records: { source: string }[] }) => customer.records.map((record) => record.source));
  expect(people.sort()).toEqual([['surveys.visits'], ['surveys.visits', 'surveys.visits']]);

  const answer = JSON.parse(throughline('query', 'run', 'visits_by_month', '--json').stdout);
  expect(answer.rows).toEqual([
    { month: '2026-03-01', visit_count: 2 },
    { month: '2026-04-01', visit_count: 1 },
  ]);

  expect(throughline('import', 'undo', '1', '--execute', '--json').status).toBe(0);
  expect(JSON.parse(throughline('query', 'run', 'visits_by_month', '--json').stdout).rows).toEqual([]);
}, 240_000);
