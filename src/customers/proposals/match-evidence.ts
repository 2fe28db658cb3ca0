import { type MatchedPair, matchPeople } from '../matching/match-people.ts';
import { matchRecords } from '../matching/match-records.ts';
import type { Features } from '../matching/features/features.ts';
import { learnModel } from '../matching/model/learn-model.ts';
import { matchFeatures, type ModelMatch, readRecords } from '../matching/model/match-by-model.ts';
import { keyByModel } from '../matching/model/model-keys.ts';
import { reachLikely } from '../matching/model/reach-likely.ts';
import type { StoredModel } from '../matching/model/stored-model.ts';
import type { RecordTable } from '../matching/record-table.ts';
import type { ModelUse } from '../model/choose-model-use.ts';
import { type EvidenceRow, findNeighbours } from '../model/find-neighbours.ts';
import { knownModels } from '../model/known-models.ts';
import { loadModel, withValues } from '../model/load-model.ts';
import type { Scope } from '../resolve/choose-scope.ts';
import type { Staging } from '../staging/staging.ts';
import { AUTOMATIC, DOUBTFUL } from './proposal.ts';
import { type Evidence, tableOf } from './read-evidence.ts';
import type { LikelyPair } from './weigh-evidence.ts';

const LIMITS = { automatic: AUTOMATIC, doubtful: DOUBTFUL };

interface MatchedEvidence {
  /** By position in the evidence. */
  pairs: Iterable<MatchedPair>;
  /** By position in the roster. */
  likely: Iterable<LikelyPair>;
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
  staging: Staging,
  evidence: Evidence,
  scope: Scope,
  { use, modelId }: { use: ModelUse; modelId: string | null },
): Promise<MatchedEvidence> {
  const { table } = evidence;
  const { transaction } = staging;
  const learnt = use === 'learn' ? learnModel(matchRecords(table, { threshold: AUTOMATIC })) : null;
  // What is held of a model is worth its memory where a few records come, again and again.
  const held = staging.areFew ? modelId : null;
  const model = learnt ?? (held === null ? await loadModel(transaction) : await knownModels.get(transaction, held));
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
  const near = withNeighbours(table, await findNeighbours(staging, keys, outside));
  const hear = (features: Features): Promise<StoredModel> =>
    held === null ? withValues(transaction, model, features) : knownModels.withValues(transaction, held, model, features);
  if (near.ids.length > table.ids.length) {
    const features = readRecords(near);
    const reached = reachLikely(features, await hear(features), table.ids.length, LIMITS).map((at) => near.ids[at] ?? '');
    if (reached.length > 0) return { pairs: [], likely: [], keys, learnt, reached, looked: null };
  }
  // Groups that no likely pair connects never influence each other: who is in scope is judged without those outside.
  const result = matchFeatures(own, await hear(own), LIMITS);
  const looked = { ids: table.ids, match: result };
  return { pairs: matchPeople(table, result, LIMITS), likely: likelyPairs(result, evidence), keys, learnt, reached: [], looked };
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

/** Read from the columns each time: as objects four million of them took half a gigabyte. */
function likelyPairs({ pairs, probabilities }: ModelMatch, { records }: Evidence): Iterable<LikelyPair> {
  return {
    *[Symbol.iterator]() {
      for (let pair = 0; pair < pairs.size; pair += 1) {
        const [first, second] = [records[pairs.first[pair] ?? 0] ?? -1, records[pairs.second[pair] ?? 0] ?? -1];
        yield { a: Math.min(first, second), b: Math.max(first, second), probability: probabilities[pair] ?? 0 };
      }
    },
  };
}
