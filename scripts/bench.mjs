// npm run bench [NAME] [-- options]: runs bench/NAME.ts (default: reference) and prints its
// figures as ratios within one run. Results are also written to bench/results/.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildServer } from './build-server.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [name = 'reference', ...options] = process.argv.slice(2);
const source = join(root, 'bench', `${name}.ts`);
if (!existsSync(source)) {
  console.error(`There is no benchmark ${name}: bench/${name}.ts is missing.`);
  process.exit(2);
}
await buildServer();
mkdirSync(join(root, 'bench', 'results'), { recursive: true });
const bundle = join(root, 'dist', `bench-${name}.mjs`);
await build({
  absWorkingDir: root,
  entryPoints: [source],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  loader: { '.sql': 'text' },
});
process.exitCode = spawnSync(process.execPath, [bundle, ...options], { stdio: 'inherit' }).status ?? 1;
