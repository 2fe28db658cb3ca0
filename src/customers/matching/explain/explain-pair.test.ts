import { expect, test } from 'vitest';
import { matchRecords } from '../match-records.ts';
import { explainPair } from './explain-pair.ts';

const NAMES = ['Nora Quill', 'Otto Venn', 'Carl Bell', 'Ida Marsh', 'Greta Thorne', 'Hugo Ostrow', 'Lena Abara', 'Paul Ferris'];

test('tells what agrees and what does not, strongest first', () => {
  const others = Array.from({ length: 80 }, (_, n) => ({
    name: `${NAMES[n % NAMES.length]}${String.fromCharCode(97 + (n % 7))}`,
    phone: `512555${1000 + n}`,
    zip: String(70000 + n),
  }));
  const rows = [
    { name: 'Bob Zeller', phone: '6465550199', zip: '10001' },
    { name: 'Robert Zeller', phone: '6465550199', zip: '94105' },
    ...others,
  ];
  const result = matchRecords({
    ids: rows.map((_, at) => String(at)),
    columns: (['name', 'phone', 'zip'] as const).map((kind) => ({ kind, name: kind, values: rows.map((row) => row[kind]) })),
  });
  const { probability, evidence } = explainPair(result, 0, 1);
  expect(probability).toBeGreaterThan(0.85);
  expect(evidence.map(({ text }) => text.replace(/ \(.*/, ''))).toEqual(
    expect.arrayContaining(['same phone', 'same surname', 'given names that stand for each other', 'different places']),
  );
  expect(evidence.find(({ text }) => text.startsWith('same phone'))?.weight).toBeGreaterThan(0);
  const stranger = explainPair(result, 0, 5);
  expect(stranger.probability).toBeLessThan(0.01);
});
