import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Truth } from '../../samples/mover/truth.ts';
import { writeMoverSample } from '../../samples/write-samples.ts';
import type { Answer } from '../../src/catalogue/running/answer.ts';
import { isAlive } from '../../src/platform/embedded/leases.ts';
import { makeScratchFolder } from './data-folders.ts';
import { askThroughline, findServer, runThroughline, type Started, startThroughline } from './run-throughline.ts';
import { until } from './until.ts';

interface Ready {
  address: string;
  signInLink: string;
}

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
let truth: Truth;
const started: Started[] = [];
beforeAll(async () => {
  scratch = await makeScratchFolder();
  truth = await writeMoverSample(join(scratch.path, 'sample'));
});
afterAll(async () => {
  for (const { process: child } of started) child.kill('SIGKILL');
  await scratch.remove();
});

test('a first start answers /health, has the sample imported and linked, and Ctrl-C leaves no process behind', async () => {
  const dataDir = join(scratch.path, 'first');
  const server = start(dataDir);
  const { address, signInLink } = await ready(server);
  const health = await fetch(new URL('/health', address));
  expect(health.status).toBe(200);
  expect(await health.json()).toMatchObject({ name: 'throughline' });
  expect(new URL(signInLink).origin).toBe(new URL(address).origin);
  const answer = await askThroughline<Answer>(dataDir, ['query', 'run', 'job_status_distribution']);
  expect(answer.rows.reduce((jobs, row) => jobs + Number(row.job_count), 0)).toBe(truth.totals.jobs);
  await stopAndCheck(server, dataDir);
}, 120_000);

test('a start on a taken port says who is there and which port to take; the one that runs goes on', async () => {
  const dataDir = join(scratch.path, 'taken');
  const server = start(dataDir, ['--no-sample']);
  const { address } = await ready(server);
  const { port } = new URL(address);
  const second = await runThroughline(dataDir, ['start', '--port', port, '--no-open']);
  expect(second.exit).toBe(5);
  expect(second.stderr).toContain(`Port ${port} is taken: a Throughline`);
  expect((await fetch(new URL('/health', address))).status).toBe(200);
  await stopAndCheck(server, dataDir);
}, 120_000);

test('a second start on the same data folder shares its database, and the last one to stop stops it', async () => {
  const dataDir = join(scratch.path, 'shared');
  const [first, second] = [start(dataDir, ['--no-sample']), start(dataDir, ['--no-sample'])];
  const addresses = [await ready(first), await ready(second)].map(({ address }) => address);
  expect(new Set(addresses).size).toBe(2);
  const database = findServer(dataDir) ?? 0;
  first.process.kill('SIGINT');
  expect((await first.ended).exit).not.toBeNull();
  expect(isAlive(database)).toBe(true);
  expect((await fetch(new URL('/health', addresses[1]))).status).toBe(200);
  await stopAndCheck(second, dataDir);
}, 120_000);

test('a start killed while the sample is loaded goes on where it was when started again', async () => {
  const dataDir = join(scratch.path, 'killed');
  const server = start(dataDir);
  // The importer has begun: it keeps the raw files first.
  await until(() => existsSync(join(dataDir, 'raw')));
  server.process.kill('SIGKILL');
  await server.ended;
  const again = start(dataDir);
  await ready(again);
  const answer = await askThroughline<Answer>(dataDir, ['query', 'run', 'job_status_distribution']);
  expect(answer.rows.reduce((jobs, row) => jobs + Number(row.job_count), 0)).toBe(truth.totals.jobs);
  await stopAndCheck(again, dataDir);
}, 120_000);

test('a half-written data folder is refused with a plain message and left as it is', async () => {
  const dataDir = join(scratch.path, 'half');
  await mkdir(join(dataDir, 'pg', 'base'), { recursive: true });
  const refused = await runThroughline(dataDir, ['start', '--port', '0', '--no-open', '--no-sample']);
  expect(refused.exit).toBe(5);
  expect(refused.stderr).toContain('nothing in it was touched');
  await rm(dataDir, { recursive: true });
}, 60_000);

function start(dataDir: string, flags: readonly string[] = []): Started {
  const server = startThroughline(dataDir, ['start', '--port', '0', '--no-open', '--json', ...flags]);
  started.push(server);
  return server;
}

/** Waits for the JSON it prints once it answers requests; fails when it ends instead. */
async function ready(server: Started): Promise<Ready> {
  let hasEnded = false;
  const ended = server.ended.then((end) => {
    hasEnded = true;
    return end;
  });
  await until(() => hasEnded || server.stdout().trimEnd().endsWith('}'));
  if (hasEnded) throw new Error(`start ended: ${JSON.stringify(await ended)}`);
  const document: Ready = JSON.parse(server.stdout());
  return document;
}

async function stopAndCheck(server: Started, dataDir: string): Promise<void> {
  const database = findServer(dataDir) ?? 0;
  expect(isAlive(database)).toBe(true);
  server.process.kill('SIGINT');
  const { exit, stderr } = await server.ended;
  expect(stderr).toContain('Stopped.');
  expect(exit).toBe(0);
  expect(isAlive(database)).toBe(false);
  expect(findServer(dataDir)).toBeUndefined();
}
