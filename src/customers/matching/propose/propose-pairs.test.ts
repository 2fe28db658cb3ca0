import { expect, test } from 'vitest';
import { layOut } from '../features/layout.ts';
import { readFeatures } from '../features/read-features.ts';
import { TextPool } from '../features/text-pool.ts';
import { keyWords } from '../features/word-keys.ts';
import type { RecordTable } from '../record-table.ts';
import { WIDTH } from '../features/layout.ts';
import { keyRecords, SLOTS, SMALL_FILE } from './block-keys.ts';
import { buildBlocks, forEachPair } from './propose-pairs.ts';

test('people known by a name and a postal code meet when the code has a slip; whoever has a telephone is filed by it', () => {
  const proposed = pairsAmongStrangers({
    // One person under two surnames whose code was once copied wrongly at its end and once with two letters changed over.
    wellbrook: { given_name: 'Isolde', surname: 'Wellbrook', zip: 'QX41 7ZP', phone: '' },
    tarrant: { given_name: 'I', surname: 'Tarrant', zip: 'QX41 7ZB', phone: '' },
    swapped: { given_name: 'Isolde', surname: 'Hathersage', zip: 'QX14 7ZP', phone: '' },
    // The same codes at people who left numbers.
    ring: { given_name: 'Ottoline', surname: 'Pemberwick', zip: 'VJ63 2KD', phone: '4165550133' },
    call: { given_name: 'Barnaby', surname: 'Quennell', zip: 'VJ63 2KF', phone: '4165550177' },
  });
  expect(proposed).toContainEqual(['wellbrook', 'tarrant', 'half of a postal code']);
  expect(proposed).toContainEqual(['wellbrook', 'swapped', 'characters of a postal code']);
  expect(proposed.filter(([first, second]) => first === 'ring' || second === 'call')).toEqual([]);
});

type Person = Record<'given_name' | 'surname' | 'zip' | 'phone', string>;

/** Which of the people are compared, and by which key, in a file too large to compare everybody. */
function pairsAmongStrangers(people: Record<string, Person>): [string, string, string][] {
  const strangers = Array.from({ length: SMALL_FILE }, (_, at): Person => {
    const letters = at
      .toString(26)
      .padStart(3, '0')
      .replaceAll(/[0-9]/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
    return { given_name: `${letters}o`, surname: `um${letters}k`, zip: `${letters}${at} ${letters}`, phone: '' };
  });
  const ids = Object.keys(people);
  const rows = [...Object.values(people), ...strangers];
  const kinds = ['given_name', 'surname', 'zip', 'phone'] as const;
  const table: RecordTable = {
    ids: rows.map((_, at) => ids[at] ?? `stranger ${at}`),
    columns: kinds.map((kind) => ({ kind, name: kind, values: rows.map((row) => row[kind]) })),
  };
  const layout = layOut(table.columns);
  const pool = new TextPool(rows.length);
  const numbers = new Uint32Array(rows.length * WIDTH);
  readFeatures(table, layout, pool, numbers);
  const keys = new Uint32Array(rows.length * SLOTS);
  const features = { layout, count: rows.length, rows: numbers, pool, words: keyWords(pool, numbers), rank: new Uint32Array(rows.length) };
  keyRecords(features, 0, rows.length, keys);
  const blocks = buildBlocks(keys, 0, 1);
  const found: [string, string, string][] = [];
  forEachPair(keys, blocks, 0, 1, (first, second, kind) => {
    const [one, other] = [ids[first], ids[second]];
    if (one !== undefined && other !== undefined) found.push([one, other, blocks.kinds[kind]?.stats.name ?? '']);
  });
  return found;
}
