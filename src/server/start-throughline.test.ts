import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../tests/database.ts';
import { tenancy } from '../tenancy/index.ts';
import { claimPort } from './claim-port.ts';
import { findRunningServers } from './running-servers.ts';
import type { SampleSteps } from './seed-sample.ts';
import { type Started, startThroughline } from './start-throughline.ts';

let scratch: ScratchDatabase;
let dataDir: string;

beforeEach(async () => {
  scratch = await withDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'throughline-start-'));
});

afterEach(() => scratch.drop());

/** Starts on a free port; `stop` ends it as Ctrl-C does. */
async function start(sample?: SampleSteps): Promise<Started & { stop(): Promise<void> }> {
  const ended = new AbortController();
  let running: Promise<void> = Promise.resolve();
  const started = await new Promise<Started>((resolve, reject) => {
    running = startThroughline({
      modules: [tenancy],
      database: scratch.database,
      dataDir,
      host: '127.0.0.1',
      port: 0,
      sample,
      signal: ended.signal,
      say: () => {},
      onReady: resolve,
    });
    running.catch(reject);
  });
  return {
    ...started,
    stop() {
      ended.abort();
      return running;
    },
  };
}

test('serves until it is stopped, and prints a link that signs in', async () => {
  const { address, signInLink, stop } = await start();
  expect((await fetch(`${address}/health`)).status).toBe(200);
  const token = new URL(signInLink).searchParams.get('token');
  const signedIn = await fetch(`${address}/api/v1/sign-in`, {
    method: 'POST',
    body: JSON.stringify({ token }),
    headers: { 'content-type': 'application/json' },
  });
  expect(signedIn.status).toBe(204);
  await stop();
  await expect(fetch(`${address}/health`)).rejects.toThrow();
});

test('says so while the sample loads', async () => {
  await scratch.database.outsideBusinesses((client) => client.query('delete from tenancy.businesses'));
  const seen: number[] = [];
  const sample: SampleSteps = {
    writeExports: async () => [],
    async importFiles() {
      // The test process shares the data folder, so its own entry is not listed as another's.
      const { readdirSync, readFileSync } = await import('node:fs');
      const [file] = readdirSync(join(dataDir, 'servers'));
      const { address } = JSON.parse(readFileSync(join(dataDir, 'servers', file ?? ''), 'utf8'));
      seen.push((await fetch(`${address}/health`)).status);
      return '';
    },
    buildJourney: async () => '',
  };
  const { address, stop } = await start(sample);
  seen.push((await fetch(`${address}/health`)).status);
  expect(seen).toEqual([503, 200]);
  await stop();
  expect(findRunningServers(dataDir)).toEqual([]);
});

test('a taken port is told with who is there and what to do', async () => {
  const { address, stop } = await start();
  const port = Number(new URL(address).port);
  await expect(claimPort('127.0.0.1', port)).rejects.toMatchObject({
    code: 'port_taken',
    exit: 'configuration',
    message: expect.stringMatching(/a Throughline \(version .*--port/s),
  });
  await stop();
  const stranger = createServer((_request, response) => response.end('hello'));
  await new Promise<void>((resolve) => stranger.listen(port, '127.0.0.1', resolve));
  await expect(claimPort('127.0.0.1', port)).rejects.toMatchObject({
    code: 'port_taken',
    message: expect.stringContaining(`Port ${port} is taken: another program`),
  });
  stranger.close();
});
