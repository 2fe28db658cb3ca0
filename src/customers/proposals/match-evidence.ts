import type { BusinessTransaction } from '../../platform/database/database.ts';
import { type MatchedPair, matchPeople } from '../matching/match-people.ts';
import { matchRecords } from '../matching/match-records.ts';
import { learnModel } from '../matching/model/learn-model.ts';
import { matchFeatures, type ModelMatch, readRecords } from '../matching/model/match-by-model.ts';
import { keyByModel } from '../matching/model/model-keys.ts';
import type { StoredModel } from '../matching/model/stored-model.ts';
import type { RecordTable } from '../matching/record-table.ts';
import type { ModelUse } from '../model/choose-model-use.ts';
import { type EvidenceRow, findNeighbours } from '../model/find-neighbours.ts';
import { loadModel, withValues } from '../model/load-model.ts';
import type { Scope } from '../resolve/choose-scope.ts';
import { AUTOMATIC, DOUBTFUL } from './proposal.ts';
import { type Evidence, tableOf } from './read-evidence.ts';
import type { LikelyPair } from './weigh-evidence.ts';

const LIMITS = { automatic: AUTOMATIC, doubtful: DOUBTFUL };

interface MatchedEvidence {
  /** By position in the evidence. */
  pairs: MatchedPair[];
  /** By position in the roster. */
  likely: LikelyPair[];
  keys: Uint32Array;
  learnt: StoredModel | null;
  reached: string[];
  /** What was compared and what came of it, for whoever wants to look inside. */
  looked: LookedAt | null;
}

export interface LookedAt {
  /** Of the records in `match`. */
  ids: readonly string[];
  match: ModelMatch;
}

/**
 * Compares records by the business's model. Of a run over a part of the records, those outside
 * that share a key with one inside are compared too; when one of them is likely somebody
 * inside, it is told, and nothing else is worked out.
 */
export async function matchEvidence(
  transaction: BusinessTransaction,
  evidence: Evidence,
  scope: Scope,
  use: ModelUse,
): Promise<MatchedEvidence> {
  const { table } = evidence;
  const learnt = use === 'learn' ? learnModel(matchRecords(table, { threshold: AUTOMATIC })) : null;
  const model = learnt ?? (await loadModel(transaction));
  const own = readRecords(table);
  const dropped = model?.dropped ?? new Set<number>();
  const keys = keyByModel(own, dropped);
  if (model === null || table.ids.length === 0) return { pairs: [], likely: [], keys, learnt, reached: [], looked: null };
  if (scope === 'all') {
    const whole = learnt ?? (await withValues(transaction, model, 'all'));
    const result = matchFeatures(own, whole, LIMITS);
    return {
      pairs: matchPeople(table, result, LIMITS),
      likely: likelyPairs(result, evidence),
      keys,
      learnt,
      reached: [],
      looked: { ids: table.ids, match: result },
    };
  }
  const outside = 'not exists (select from scope_records as scope where scope.id = record.id)';
  const near = withNeighbours(table, await findNeighbours(transaction, keys, outside));
  const features = near.ids.length === table.ids.length ? own : readRecords(near);
  const result = matchFeatures(features, await withValues(transaction, model, features), LIMITS);
  const reached = findReached(result, near, table.ids.length);
  if (reached.length > 0) return { pairs: [], likely: [], keys, learnt, reached, looked: null };
  const inside = (a: number, b: number): boolean => Math.max(a, b) < table.ids.length;
  return {
    pairs: matchPeople(near, result, LIMITS).filter(({ a, b }) => inside(a, b)),
    likely: likelyPairs(result, evidence).filter(({ a, b }) => a >= 0 && b >= 0),
    keys,
    learnt,
    reached,
    looked: { ids: near.ids, match: result },
  };
}

/** The table with the neighbours behind it. */
function withNeighbours(table: RecordTable, neighbours: readonly EvidenceRow[]): RecordTable {
  const near = tableOf(neighbours);
  return {
    ids: [...table.ids, ...near.ids],
    seen: [...(table.seen ?? []), ...(near.seen ?? [])],
    columns: table.columns.map((column, place) => ({ ...column, values: [...column.values, ...(near.columns[place]?.values ?? [])] })),
  };
}

/** Neighbours that are likely one person with a record of the run, or with such a neighbour. */
function findReached({ pairs }: ModelMatch, { ids }: RecordTable, own: number): string[] {
  const reached = new Set<number>();
  for (let grown = -1; grown !== reached.size; ) {
    grown = reached.size;
    for (let pair = 0; pair < pairs.size; pair += 1) {
      const ends = [pairs.first[pair] ?? 0, pairs.second[pair] ?? 0];
      if (!ends.some((end) => end < own || reached.has(end))) continue;
      for (const end of ends) if (end >= own) reached.add(end);
    }
  }
  return [...reached].map((at) => ids[at] ?? '');
}

function likelyPairs({ pairs, probabilities }: ModelMatch, { records }: Evidence): LikelyPair[] {
  return Array.from({ length: pairs.size }, (_, pair) => {
    const ends = [pairs.first[pair] ?? 0, pairs.second[pair] ?? 0].map((end) => records[end] ?? -1);
    return { a: Math.min(...ends), b: Math.max(...ends), probability: probabilities[pair] ?? 0 };
  });
}
