import { type Figures, figures, share, truePairs } from './cluster-figures.ts';

/** Compared pairs, one per position: two record numbers and the stated probability that they are one person. */
export interface ScoredPairs {
  left: Int32Array;
  right: Int32Array;
  probability: Float32Array;
}

export interface CalibrationStep {
  /** Stated probabilities from `low` (included) to `high` (excluded; the last one includes 1). */
  low: number;
  high: number;
  pairs: number;
  /** The mean of what was stated, and the share that is right. */
  stated: number;
  right: number;
}

export interface PairFigures {
  compared: number;
  /** The share of all true pairs that was compared at all: the ceiling for what comparing alone can find. */
  blockingRecall: number;
  /** Pairs at or above the threshold, before anything is grouped. */
  pairs: Figures;
  calibration: CalibrationStep[];
}

/** Measures scored pairs against the truth; pairs that were never compared count as missed. */
export function pairFigures(people: Int32Array, scored: ScoredPairs, threshold: number): PairFigures {
  const steps = EDGES.slice(1).map((high, at) => ({ low: EDGES[at] ?? 0, high, pairs: 0, stated: 0, right: 0 }));
  let found = 0;
  let linked = 0;
  let linkedRight = 0;
  for (const [at, left] of scored.left.entries()) {
    const isRight = people[left] === people[scored.right[at] ?? -1];
    const probability = scored.probability[at] ?? 0;
    found += Number(isRight);
    if (probability >= threshold) {
      linked += 1;
      linkedRight += Number(isRight);
    }
    const step = steps.find(({ high }) => probability < high) ?? steps.at(-1);
    if (step === undefined) continue;
    step.pairs += 1;
    step.stated += probability;
    step.right += Number(isRight);
  }
  const all = truePairs(people);
  return {
    compared: scored.left.length,
    blockingRecall: share(found, all),
    pairs: figures(share(linkedRight, linked), share(linkedRight, all)),
    calibration: steps
      .filter(({ pairs }) => pairs > 0)
      .map((step) => ({ ...step, stated: step.stated / step.pairs, right: step.right / step.pairs })),
  };
}

const EDGES = [0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99, 0.999, 1];
