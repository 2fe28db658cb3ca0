import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { copyRows } from './copy-rows.ts';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withDatabase();
});
afterAll(() => scratch.drop());

test('rows added after the server gave a copy up are let go, and the end tells what the server said', async () => {
  const copying = scratch.database.outsideBusinesses(async (client) => {
    await client.query('create temp table counted (n integer) on commit drop');
    const copier = copyRows(client, 'counted');
    const chunk = 'x'.repeat(300 * 1024);
    copier.add([chunk]);
    // The answer to the first chunk is waited for; only then do more rows come.
    await expect(settleUntilRefused(copier)).rejects.toThrow('invalid input syntax for type integer');
    expect(() => copier.add([chunk])).not.toThrow();
    await copier.finish();
  });
  await expect(copying).rejects.toThrow('invalid input syntax for type integer');
});

async function settleUntilRefused(copier: ReturnType<typeof copyRows>): Promise<void> {
  for (;;) {
    await copier.settle();
    await new Promise((resolve) => setImmediate(resolve));
  }
}
