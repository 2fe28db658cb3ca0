import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'dist');

/** How src/ becomes dist/: lazily loaded chunks, packages left outside, SQL files as text. */
export const serverBuild = {
  absWorkingDir: root,
  entryPoints: { cli: 'src/cli.ts', 'match-worker': 'src/customers/matching/threads/worker.ts' },
  outdir: out,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  loader: { '.sql': 'text' },
  chunkNames: 'chunks/[name]-[hash]',
  sourcemap: 'linked',
  logLevel: 'warning',
};

/** Bundles src/ into dist/. */
export async function buildServer() {
  await build(serverBuild);
  rmSync(join(out, '.stamp'), { force: true });
  writeFileSync(join(out, '.stamp'), '');
}
