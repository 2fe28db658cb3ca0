import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { journeyKinds } from '../../journey/kinds/index.ts';
import { importText } from '../testing/import-text.ts';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withDatabase();
});
afterAll(() => scratch.drop());

test('a file with nothing but the key creates rows, and changes nothing of those that are there', async () => {
  const first = await importText(scratch, journeyKinds, { 'jobs.csv': 'Job Id,Tip Amount\njob-1,12\n' });
  expect(first.totals).toMatchObject({ created: 1 });
  const second = await importText(scratch, journeyKinds, { 'jobs.csv': 'Job Id\njob-1\njob-2\n' });
  expect(second.totals).toMatchObject({ rows: 2, created: 1, updated: 0, same: 1 });
});
