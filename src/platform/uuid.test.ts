import { expect, test } from 'vitest';
import { uuidV7 } from './uuid.ts';

test('ids of one process sort in the order in which they were made, also thousands in one millisecond', () => {
  const ids = Array.from({ length: 20_000 }, () => uuidV7());
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids.slice(0, 10)) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('a clock set back makes no earlier ids', () => {
  const before = uuidV7();
  expect(uuidV7(0) > before).toBe(true);
});
