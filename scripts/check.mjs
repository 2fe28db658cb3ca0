// npm run check: format, lint, types, and the house rules (import arrows, SQL, file names
// and lengths, dead exports). Prints what is wrong and where; exits 1 when anything is.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

const results = [
  ...(await Promise.all([
    program('types', tsc, ['--noEmit', '-p', root]),
    program('format', biome, ['format', root]),
    program('lint', biome, ['lint', '--error-on-warnings', root]),
  ])),
  await houseRules(),
];
for (const { title, isClean, output } of results) {
  if (!isClean) console.log(output.trimEnd());
  console.log(`${isClean ? 'ok    ' : 'FAILED'} ${title}`);
}
process.exitCode = results.every((result) => result.isClean) ? 0 : 1;

function program(title, file, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], { cwd: root });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.once('close', (code) => resolve({ title, isClean: code === 0, output }));
  });
}

/** The checks live beside the architecture tests, in TypeScript; bundled, they run without the test runner. */
async function houseRules() {
  const outfile = join(root, 'dist', 'house-checks.js');
  await build({
    absWorkingDir: root,
    entryPoints: ['tests/architecture/all-checks.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  const { runHouseChecks } = await import(pathToFileURL(outfile).href);
  const lines = await runHouseChecks();
  return { title: 'house rules', isClean: lines.length === 0, output: lines.join('\n') };
}
