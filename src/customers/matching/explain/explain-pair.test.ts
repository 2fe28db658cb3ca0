import { expect, test } from 'vitest';
import { matchRecords } from '../match-records.ts';
import { explainPair } from './explain-pair.ts';
import { tellWeights } from './tell-weights.ts';

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
  const { probability, evidence, start, doubt, score } = explainPair(result, 0, 1);
  const told = [start, ...evidence, ...(doubt === undefined ? [] : [doubt])];
  // What is told adds up to what is used, and that is what the match itself found: log2(p / (1 - p)).
  expect(told.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 6);
  const pair = Array.from(result.pairs.first.subarray(0, result.pairs.size)).findIndex(
    (first, at) => first === 0 && result.pairs.second[at] === 1,
  );
  expect(probability).toBeCloseTo(result.probabilities[pair] ?? 0, 9);
  expect(score).toBeCloseTo(Math.log2(probability / (1 - probability)), 6);
  expect(probability).toBeGreaterThan(0.85);
  expect(evidence.map(({ text }) => text.replace(/ \(.*/, ''))).toEqual(
    expect.arrayContaining(['same phone', 'same surname', 'first names differ only by a nickname', 'different places']),
  );
  expect(evidence.find(({ text }) => text.startsWith('same phone'))?.weight).toBeGreaterThan(0);
  const printed = tellWeights({ ...explainPair(result, 0, 1), needed: [] }).map((line) =>
    Number(line.slice(line.lastIndexOf(' ')).replace('−', '-')),
  );
  expect(printed.reduce((sum, weight) => sum + weight, 0).toFixed(1)).toBe(score.toFixed(1));
  const stranger = explainPair(result, 0, 5);
  expect(stranger.start.weight).toBeLessThan(0);
  expect(stranger.needed).toEqual([]);
  expect(stranger.probability).toBeLessThan(0.01);
});
