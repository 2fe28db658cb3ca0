import type { PairExplanation } from './explain-pair.ts';

/**
 * An explanation as lines for people: "same phone: 312 555 0171 (rare: 1 of 5,000 people) +12.3", the weightiest first, then what
 * is held back, where the sum began and, for a pair that has not enough, what would have been. The numbers as they are printed add up to the score as it is
 * printed: what rounding leaves over goes to the start, the largest and least exact of them.
 */
export function tellWeights({ start, evidence, doubt, score, needed }: PairExplanation): string[] {
  const parts = doubt === undefined ? evidence : [...evidence, doubt];
  const tenths = parts.map(({ weight }) => Math.round(weight * 10));
  const rest = Math.round(score * 10) - tenths.reduce((sum, weight) => sum + weight, 0);
  const told = [...parts.map(({ text }, index) => `${text} ${signed(tenths[index] ?? 0)}`), `${start.text} ${signed(rest)}`];
  return needed.length === 0 ? told : [...told, `enough to join them without asking would be ${needed.join(', or ')}`];
}

function signed(tenths: number): string {
  return `${tenths < 0 ? '−' : '+'}${(Math.abs(tenths) / 10).toFixed(1)}`;
}
