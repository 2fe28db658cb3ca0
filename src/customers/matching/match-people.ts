import { normaliseName } from '../normalise/normalise-name.ts';
import { DIMENSION, DOB, EMAIL, PHONE, levelOf } from './compare/dimensions.ts';
import { groundToLook, tellGround } from './compare/worth-a-look.ts';
import { explainPair } from './explain/explain-pair.ts';
import { saidIn } from './explain/said-values.ts';
import { tellWeights } from './explain/tell-weights.ts';
import { RecordForest } from './group/record-forest.ts';
import type { MatchLimits, ModelMatch } from './model/match-by-model.ts';
import type { RecordTable } from './record-table.ts';

/** Two records of a table that are, or may be, one person. */
export interface MatchedPair {
  /** Positions in the table. */
  a: number;
  b: number;
  probability: number;
  /** Whether they are to be joined; else a person is to be asked. */
  isTogether: boolean;
  /** Says why, in plain words with weights, the weightiest first. */
  tellReasons: () => string[];
}

/**
 * The pairs that hold each group of a table together (just enough of them, the surest first), and
 * those to ask about: the doubtful ones, and behind them those worth a look. A pair holds two records
 * together only when the whole group agrees, when they have a mailbox, a phone or a day of birth in
 * common (a likeness of names and spellings, or a house of many flats, is for a person to judge),
 * and when nobody in the group is the other's junior. Those that hold come first, then those to ask about, each the
 * surest first; one at a time, since where names are few there may be millions.
 */
export function* matchPeople(table: RecordTable, result: ModelMatch, limits: MatchLimits): Generator<MatchedPair> {
  const { pairs, probabilities, clusters } = result;
  const mixed = findMixedGroups(table, clusters);
  const order = Uint32Array.from({ length: pairs.size }, (_, pair) => pair).sort(
    (x, y) => (probabilities[y] ?? 0) - (probabilities[x] ?? 0) || x - y,
  );
  const forest = new RecordForest(table.ids.length);
  const asked: number[] = [];
  const take = (pair: number, isTogether: boolean): MatchedPair | null => {
    const [a, b] = [pairs.first[pair] ?? 0, pairs.second[pair] ?? 0];
    if (forest.rootOf(a) === forest.rootOf(b)) return null;
    if (isTogether) forest.join(a, b);
    const probability = probabilities[pair] ?? 0;
    const ground = groundToLook(probability, pairs.low[pair] ?? 0, pairs.high[pair] ?? 0);
    const tellReasons = (): string[] => [
      ...(ground === null ? [] : [tellGround(ground)]),
      ...tellWeights(explainPair(result, a, b, saidIn(table, a, b))),
    ];
    return { a, b, probability, isTogether, tellReasons };
  };
  for (const pair of order) {
    const isSure = (probabilities[pair] ?? 0) > limits.automatic && isOneGroup(result, pair) && holds(result, pair);
    if (!isSure || mixed.has(clusters[pairs.first[pair] ?? 0] ?? 0)) asked.push(pair);
    else {
      const found = take(pair, true);
      if (found !== null) yield found;
    }
  }
  for (const pair of asked) {
    const found = take(pair, false);
    if (found !== null) yield found;
  }
}

function isOneGroup({ pairs, clusters }: ModelMatch, pair: number): boolean {
  return clusters[pairs.first[pair] ?? 0] === clusters[pairs.second[pair] ?? 0];
}

const HOLDING = new Set(
  [
    [DIMENSION.email, EMAIL.exact],
    [DIMENSION.email, EMAIL.mailbox],
    [DIMENSION.phone, PHONE.exact],
    [DIMENSION.dob, DOB.exact],
  ].map((cell) => cell.join(' ')),
);

function holds({ pairs }: ModelMatch, pair: number): boolean {
  const [low, high] = [pairs.low[pair] ?? 0, pairs.high[pair] ?? 0];
  return [DIMENSION.email, DIMENSION.phone, DIMENSION.dob].some((dimension) =>
    HOLDING.has(`${dimension} ${levelOf(low, high, dimension)}`),
  );
}

/** Groups in which two different suffixes occur: father and son, not one person. */
function findMixedGroups(table: RecordTable, clusters: Uint32Array): Set<number> {
  const names = table.columns.filter(({ kind }) => kind === 'name');
  const suffixes = new Map<number, string>();
  const mixed = new Set<number>();
  for (const [record, cluster] of clusters.entries()) {
    for (const { values } of names) {
      const { suffix } = normaliseName(values[record] ?? '') ?? { suffix: null };
      if (suffix === null) continue;
      if ((suffixes.get(cluster) ?? suffix) !== suffix) mixed.add(cluster);
      suffixes.set(cluster, suffix);
    }
  }
  return mixed;
}
