import { createServer } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { choosePort } from './choose-port.ts';

afterEach(() => vi.unstubAllEnvs());

/** Holds a port while `work` runs. */
async function withPort<T>(work: (port: number) => Promise<T>): Promise<T> {
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  const address = holder.address();
  try {
    return await work(address !== null && typeof address === 'object' ? address.port : 0);
  } finally {
    await new Promise((resolve) => holder.close(resolve));
  }
}

test('the port of the last time is taken again while it is free, and another when it is not', async () => {
  const first = await choosePort(undefined);
  expect(await choosePort(first)).toBe(first);
  const [taken, chosen] = await withPort(async (port) => [port, await choosePort(port)]);
  expect(chosen).not.toBe(taken);
});

test('a port that was asked for is taken, or the start refused with what to do', async () => {
  const free = await choosePort(undefined);
  vi.stubEnv('THROUGHLINE_DATABASE_PORT', String(free));
  expect(await choosePort(1234)).toBe(free);
  await withPort(async (port) => {
    vi.stubEnv('THROUGHLINE_DATABASE_PORT', String(port));
    await expect(choosePort(undefined)).rejects.toMatchObject({ code: 'database_port', exit: 'configuration' });
  });
  vi.stubEnv('THROUGHLINE_DATABASE_PORT', 'x');
  await expect(choosePort(undefined)).rejects.toMatchObject({ code: 'database_port' });
});
