import { parseColumns } from '../../src/customers/matching/dedupe/parse-columns.ts';
import { readTable } from '../../src/customers/matching/dedupe/read-table.ts';
import { type MatchResult, matchRecords } from '../../src/customers/matching/match-records.ts';
import type { ScoredPairs } from './pair-figures.ts';

/** What a match that joins above `threshold` makes of a file: the rows of the file are the numbers of the records. */
export async function judgeFile(file: string, columns: string, idColumn: string, threshold: number): Promise<MatchResult> {
  const table = await readTable(file, { columns: parseColumns(columns), id: idColumn }, new AbortController().signal);
  return matchRecords(table, { threshold });
}

/** The compared pairs of a result with their probabilities. */
export function scoredPairs({ pairs, probabilities }: MatchResult): ScoredPairs {
  const stated = Float32Array.from(probabilities.subarray(0, pairs.size));
  const areOdds = stated.some((value) => value < 0 || value > 1);
  return {
    left: Int32Array.from(pairs.first.subarray(0, pairs.size)),
    right: Int32Array.from(pairs.second.subarray(0, pairs.size)),
    probability: areOdds ? stated.map((odds) => 1 / (1 + Math.exp(-odds))) : stated,
  };
}
