import { mkdirSync } from 'node:fs';
import { SET_MAKERS, makeNamedSet } from './identity/make-named-set.ts';
import { writeSet } from './identity/identity-set.ts';

/** `npm run bench identity-sets -- DIR households:50000:1 hard:50000:2 …` writes sets as KIND:RECORDS:SEED, each with its truth. */
const [dir, ...wanted] = process.argv.slice(2);
if (dir === undefined || wanted.length === 0)
  throw new Error(`expected a folder and sets as KIND:RECORDS:SEED, with a kind of ${Object.keys(SET_MAKERS).join(', ')}`);
mkdirSync(dir, { recursive: true });
for (const want of wanted) {
  const [kind = '', records = '', seed = '1'] = want.split(':');
  const set = makeNamedSet(kind, Number(records), Number(seed));
  await writeSet(dir, set);
  process.stdout.write(`${String(set.rows.length).padStart(9)}  ${set.name}\n`);
}
