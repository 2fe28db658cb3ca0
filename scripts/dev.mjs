// npm run dev: the server rebuilt and restarted on every change of src/, contract/ and
// samples/, and the web app through Vite, which reloads what changed and passes /api on.
// Sign in by the link that is printed, then work at Vite's address: the cookie holds for both.
// Arguments go to "throughline start", e.g. npm run dev -- --data-dir /tmp/try --no-sample.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { context } from 'esbuild';
import { createServer } from 'vite';
import { serverBuild } from './build-server.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
let program;
let isEnding = false;

const port = process.argv[process.argv.indexOf('--port') + 1];
if (process.argv.includes('--port')) process.env.THROUGHLINE_SERVER ??= `http://127.0.0.1:${port}`;

const server = await context({
  ...serverBuild,
  plugins: [{ name: 'restart', setup: (build) => build.onEnd(({ errors }) => (errors.length === 0 ? restart() : undefined)) }],
});
const web = await createServer({ configFile: join(root, 'web', 'vite.config.ts') });
await server.watch();
await web.listen();
web.printUrls();
for (const name of ['SIGINT', 'SIGTERM']) process.once(name, end);

/** One at a time: the old program gives its port and its database back before the new one starts. */
async function restart() {
  await stop();
  if (isEnding) return;
  program = spawn(process.execPath, [join(root, 'dist', 'cli.js'), 'start', '--no-open', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
}

async function stop() {
  const old = program;
  program = undefined;
  if (old === undefined || old.exitCode !== null || old.signalCode !== null) return;
  await new Promise((resolve) => {
    old.once('exit', resolve);
    old.kill('SIGTERM');
  });
}

async function end() {
  isEnding = true;
  await server.dispose();
  await web.close();
  await stop();
}
