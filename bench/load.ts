import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeReferenceExports } from './generate-reference.ts';
import { runCommand } from './run-command.ts';

/**
 * Fills a data folder with the reference scale, imported and built, for every bench that asks questions.
 * `npm run bench load -- FOLDER [SCALE]`; two and a half minutes for the whole of it.
 */
const [dataDir, scale = '1'] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('Name the data folder to fill: npm run bench load -- FOLDER [SCALE]');
const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
try {
  await writeReferenceExports(join(folder, 'exports'), { scale: Number(scale) });
  await run(dataDir, 'import', join(folder, 'exports'), '--execute', '--json');
  await run(dataDir, 'journey', 'build', '--execute', '--json');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function run(into: string, ...argv: string[]): Promise<void> {
  const { exitCode, output, seconds } = await runCommand(into, ...argv);
  console.log(`${argv.slice(0, 2).join(' ')}: ${seconds.toFixed(1)} s`);
  if (![0, 3].includes(exitCode)) throw new Error(`${argv.join(' ')} ended with ${exitCode}: ${output.slice(0, 500)}`);
}
