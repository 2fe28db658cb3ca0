import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeScratchFolder } from './data-folders.ts';
import { askThroughline } from './run-throughline.ts';

const run = promisify(execFile);

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
beforeAll(async () => {
  scratch = await makeScratchFolder();
});
afterAll(() => scratch.remove());

test('a reader that has enough closes the pipe, and nothing is said about it', async () => {
  const { stdout, stderr } = await run('sh', ['-c', 'node bin/throughline query list --json | head -c 5']);
  expect(stdout).toMatch(/^\{\s/);
  expect(stderr).toBe('');
});

test('a DATABASE_URL that is no address is called one', async () => {
  const failure: unknown = await run(process.execPath, ['bin/throughline', 'customers', 'list', '--json'], {
    env: { ...process.env, DATABASE_URL: 'nonsense' },
  }).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 5, stderr: expect.stringContaining('postgres://user:password@host:5432/database') });
});

test('quarantined rows of two files with one name are downloaded into two files, in a folder that was not there', async () => {
  const dataDir = join(scratch.path, 'data');
  for (const month of ['may', 'june']) {
    await mkdir(join(scratch.path, 'exports', month), { recursive: true });
    await writeFile(join(scratch.path, 'exports', month, 'jobs.csv'), `Job Id,Job Number,Job Date\n${month},1-1,someday\n`);
  }
  await askThroughline(dataDir, ['import', join(scratch.path, 'exports'), '--execute'], 3);
  const output = join(scratch.path, 'deep', 'down');
  const { files } = await askThroughline<{ files: { path: string }[] }>(dataDir, ['import', 'quarantine', 'download', '--output', output]);
  const texts = await Promise.all(files.map(({ path }) => readFile(path, 'utf8')));
  expect(texts.map((text) => /may|june/.exec(text)?.[0]).sort()).toEqual(['june', 'may']);
  // A second download overwrites nothing: somebody may be correcting the first.
  await askThroughline(dataDir, ['import', 'quarantine', 'download', '--output', output]);
  expect(await readdir(output)).toHaveLength(4);
}, 120_000);
