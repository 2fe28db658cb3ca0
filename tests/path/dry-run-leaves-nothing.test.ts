import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeScratchFolder } from './data-folders.ts';
import { askThroughline } from './run-throughline.ts';

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
beforeAll(async () => {
  scratch = await makeScratchFolder();
  await mkdir(join(scratch.path, 'exports'));
  await writeFile(
    join(scratch.path, 'exports', 'jobs.csv'),
    `Job Id,Job Number,Customer Name,Customer Email\n${Array.from({ length: 120 }, (_, n) => `J${n},${n}-1,Ann ${letters(n)},ann${n}@mail.example`).join('\n')}\n`,
  );
});
afterAll(() => scratch.remove());

test('a dry run and an import that fails leave no business behind; executed, there is one, and a program gets all its customers', async () => {
  const dataDir = join(scratch.path, 'data');
  const exports = join(scratch.path, 'exports');
  await askThroughline(dataDir, ['import', exports], 4);
  await askThroughline(dataDir, ['import', join(scratch.path, 'nowhere'), '--execute'], 2);
  expect(await askThroughline(dataDir, ['business', 'list'])).toEqual({ businesses: [] });
  await askThroughline(dataDir, ['import', exports, '--execute']);
  await askThroughline(dataDir, ['journey', 'build', '--execute']);
  expect(await askThroughline(dataDir, ['business', 'list'])).toMatchObject({ businesses: [{ slug: 'main' }] });
  const { customers } = await askThroughline<{ customers: unknown[] }>(dataDir, ['customers', 'list']);
  expect(customers).toHaveLength(120);
}, 120_000);

/** Names that no two share a beginning or a sound of. */
function letters(n: number): string {
  return `${'bdfgklmnprst'.charAt(n % 12).toUpperCase()}${'aeiou'.charAt(n % 5)}${'bdgkmnprtz'.charAt(Math.floor(n / 12))}${'aeiou'.charAt(n % 4)}`;
}
