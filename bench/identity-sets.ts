import { mkdirSync } from 'node:fs';
import { fakeSet } from './identity/fake-like.ts';
import { febrlSet } from './identity/febrl-like.ts';
import { historicalSet } from './identity/historical.ts';
import { householdSet } from './identity/households.ts';
import { writeSet } from './identity/identity-set.ts';

const MAKERS = { households: householdSet, hard: historicalSet, 'febrl-like': febrlSet, 'fake-like': fakeSet };

/** `npm run bench identity-sets -- DIR households:50000:1 hard:50000:2 …` writes sets as KIND:RECORDS:SEED, each with its truth. */
const [dir, ...wanted] = process.argv.slice(2);
if (dir === undefined || wanted.length === 0)
  throw new Error(`expected a folder and sets as KIND:RECORDS:SEED, with a kind of ${Object.keys(MAKERS).join(', ')}`);
mkdirSync(dir, { recursive: true });
for (const want of wanted) {
  const [kind = '', records = '', seed = '1'] = want.split(':');
  const maker = Object.entries(MAKERS).find(([name]) => name === kind)?.[1];
  if (maker === undefined) throw new Error(`expected a set of the kind ${Object.keys(MAKERS).join(', ')}, got ${kind}`);
  const set = maker(Number(records), Number(seed));
  await writeSet(dir, set);
  process.stdout.write(`${String(set.rows.length).padStart(9)}  ${set.name}\n`);
}
