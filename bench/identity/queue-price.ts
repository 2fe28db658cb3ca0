import { DOUBTFUL, groundToLook } from '../../src/customers/matching/compare/worth-a-look.ts';
import type { MatchResult } from '../../src/customers/matching/match-records.ts';
import { share } from './cluster-figures.ts';

/** Questions of one section of the review queue per 10,000 records, and the share of them that are one person. */
export interface SectionPrice {
  questions: number;
  same: number;
}

/**
 * What the queue of a set would hold: of every cluster the likeliest pair with another one, likely or worth a look, each
 * cluster in one question. `result` is a match at the threshold of what is joined unasked.
 */
export function queuePrice(people: Int32Array, result: MatchResult): { likely: SectionPrice; worthALook: SectionPrice } {
  const { pairs, probabilities, clusters } = result;
  const asked = new Set<number>();
  const counts = { likely: { asked: 0, same: 0 }, worthALook: { asked: 0, same: 0 } };
  for (const pair of waitingPairs(result)) {
    const [first, second] = [pairs.first[pair] ?? 0, pairs.second[pair] ?? 0];
    const [one, other] = [clusters[first] ?? 0, clusters[second] ?? 0];
    if (asked.has(one) || asked.has(other)) continue;
    asked.add(one).add(other);
    const section = counts[(probabilities[pair] ?? 0) >= DOUBTFUL ? 'likely' : 'worthALook'];
    section.asked += 1;
    section.same += Number(people[first] === people[second]);
  }
  const priceOf = (section: { asked: number; same: number }): SectionPrice => ({
    questions: (section.asked * 10_000) / people.length,
    same: share(section.same, section.asked),
  });
  return { likely: priceOf(counts.likely), worthALook: priceOf(counts.worthALook) };
}

/** A line about it. */
export function showQueuePrice({ likely, worthALook }: ReturnType<typeof queuePrice>): string {
  const show = ({ questions, same }: SectionPrice): string => `${questions.toFixed(0)} (${same.toFixed(2)} one person)`;
  return `questions per 10,000 records: likely ${show(likely)}, worth a look ${show(worthALook)}`;
}

/** Pairs between clusters that are likely or worth a look, the likeliest first. */
function waitingPairs({ pairs, probabilities, clusters }: MatchResult): number[] {
  const waiting: number[] = [];
  for (let pair = 0; pair < pairs.size; pair += 1) {
    if (clusters[pairs.first[pair] ?? 0] === clusters[pairs.second[pair] ?? 0]) continue;
    const probability = probabilities[pair] ?? 0;
    if (probability >= DOUBTFUL || groundToLook(probability, pairs.low[pair] ?? 0, pairs.high[pair] ?? 0) !== null) waiting.push(pair);
  }
  return waiting.sort((x, y) => (probabilities[y] ?? 0) - (probabilities[x] ?? 0) || x - y);
}
