import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { matchRecords } from '../match-records.ts';
import type { RecordTable } from '../record-table.ts';
import { learnModel } from './learn-model.ts';
import { matchByModel } from './match-by-model.ts';
import { ResidentPeople } from './resident-people.ts';
import type { StoredModel } from './stored-model.ts';

const KINDS = ['name', 'email', 'phone', 'street', 'zip'] as const;
const GIVEN = ['Robert', 'William', 'Anna', 'Greta', 'Hugo', 'Lena', 'Paul', 'Vera', 'Emil', 'Ruth', 'Sven', 'Nora'];
const SHORT = ['Bob', 'Bill', 'Ann', 'Greta', 'Hugo', 'Lena', 'Paul', 'Vera', 'Emil', 'Ruthie', 'Sven', 'Nora'];
const SURNAMES = ['Quill', 'Venn', 'Bell', 'Marsh', 'Thorne', 'Ostrow', 'Lindqvist', 'Abara', 'Ferris', 'Holm', 'Zeller', 'Pryce'];
const LIMITS = { automatic: 0.85, doubtful: 0.75 };

type Row = readonly string[];

/** Somebody of a town of 300, as `way` writes them: with a nickname, another mailbox, a move, a slip, a spouse's telephone. */
function write(person: number, way: number): Row {
  const given = (way & 1 ? SHORT : GIVEN)[person % 12] ?? '';
  const surname = SURNAMES[(person * 7 + Math.floor(person / 12)) % 12] ?? '';
  const mailbox = `${surname}${person}`.toLowerCase();
  return [
    way & 2 ? `${surname}, ${given}` : `${given} ${way & 32 ? `${surname}s` : surname}`,
    way & 4 ? '' : `${mailbox}@${way & 8 ? 'post' : 'mail'}.test`,
    way & 16 ? `512555${1000 + (person ^ 1)}` : `512555${1000 + person}`,
    way & 64 ? '' : `${100 + (person >> 1)} Oak Street`,
    way & 128 ? '' : String(70000 + (person >> 2)),
  ];
}

function tableOf(rows: readonly (readonly [string, Row])[]): RecordTable {
  return {
    ids: rows.map(([id]) => id),
    columns: KINDS.map((kind, at) => ({ kind, name: kind, values: rows.map(([, row]) => row[at] ?? '') })),
  };
}

const settled = Array.from({ length: 450 }, (_, n): [string, Row] => [`s${n}`, write(n % 300, n < 300 ? 0 : (n * 37) % 256)]);
let model: StoredModel;
beforeAll(() => {
  model = learnModel(matchRecords(tableOf(settled), { threshold: LIMITS.automatic }));
});

/** Groups by their ids, each sorted. */
function groupsOf(ids: readonly string[], clusterOf: (record: number) => number): string[] {
  const groups = new Map<number, string[]>();
  for (const [record, id] of ids.entries()) groups.set(clusterOf(record), [...(groups.get(clusterOf(record)) ?? []), id]);
  return [...groups.values()].map((group) => group.sort().join(' ')).sort();
}

const comers = fc.array(fc.tuple(fc.nat({ max: 29 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 25 });

test('whoever comes one by one, in any order, ends in the groups of a match over all at once', () => {
  fc.assert(
    fc.property(comers, fc.nat({ max: 450 }), fc.infiniteStream(fc.nat()), (people, there, dice) => {
      const coming = people.map(([person, way], at): [string, Row] => [`c${at}`, write(person, way)]);
      const all = tableOf([...settled.slice(0, there), ...coming]);
      const whole = matchByModel(all, model, LIMITS);
      const start = tableOf(settled.slice(0, there));
      const residents = new ResidentPeople(start, matchByModel(start, model, LIMITS), model, LIMITS);
      const turns = coming.map((one) => ({ one, turn: dice.next().value ?? 0 })).sort((x, y) => x.turn - y.turn);
      for (const { one } of turns) residents.add(...one);
      expect(groupsOf([...start.ids, ...turns.map(({ one }) => one[0])], (record) => residents.clusterOf(record))).toEqual(
        groupsOf(all.ids, (record) => whole.clusters[record] ?? record),
      );
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 60) },
  );
});

test('what a model says of a group is the same when nobody else is there', () => {
  const all = matchByModel(tableOf(settled), model, LIMITS);
  const groups = new Map<number, number[]>();
  for (const [record, cluster] of all.clusters.entries()) groups.set(cluster, [...(groups.get(cluster) ?? []), record]);
  const larger = [...groups.values()].filter((group) => group.length > 1);
  expect(larger.length).toBeGreaterThan(20);
  for (const group of larger) {
    const alone = matchByModel(tableOf(group.map((record) => settled[record] ?? ['', []])), model, LIMITS);
    expect(new Set(alone.clusters).size).toBe(1);
    expect([...alone.confidence]).toEqual(group.map((record) => all.confidence[record]));
  }
});

test('a model hardly differs from what it was learnt from: of the pairs above .95 nineteen in twenty stand', () => {
  const learnt = matchRecords(tableOf(settled), { threshold: LIMITS.automatic });
  const byModel = matchByModel(tableOf(settled), model, LIMITS);
  const sure = ({ pairs, probabilities }: Pick<typeof byModel, 'pairs' | 'probabilities'>): Set<string> => {
    const found = new Set<string>();
    for (let pair = 0; pair < pairs.size; pair += 1)
      if ((probabilities[pair] ?? 0) > 0.95) found.add(`${pairs.first[pair]} ${pairs.second[pair]}`);
    return found;
  };
  const [before, after] = [sure(learnt), sure(byModel)];
  expect(before.size).toBeGreaterThan(50);
  expect([...before].filter((pair) => after.has(pair)).length).toBeGreaterThanOrEqual(before.size * 0.95);
});
