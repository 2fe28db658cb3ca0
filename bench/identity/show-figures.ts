import type { ClusterFigures, Figures } from './cluster-figures.ts';
import type { CalibrationStep, PairFigures } from './pair-figures.ts';

/** Cluster figures on one line, as they are compared between programs. */
export function showClusterFigures(found: ClusterFigures): string {
  return (
    `clusters ${found.clusters}: CLUSTER ${showFigures(found.pairs)}, B-cubed ${showFigures(found.bcubed)}, ` +
    `${found.mixedClusters} mixed, the worst of ${found.mostPeople} people`
  );
}

/** Blocking recall and the pairs before grouping, on one line. */
export function showPairFigures(found: PairFigures): string {
  return `pairs compared ${found.compared}, blocking recall ${found.blockingRecall.toFixed(4)}, PAIR ${showFigures(found.pairs)}`;
}

/** Stated probability beside the share that is right, a line per step, with a bar to see it by. */
export function showCalibration(steps: readonly CalibrationStep[]): string[] {
  return steps.map(
    ({ low, high, pairs, stated, right }) =>
      `  ${low.toFixed(3)}–${high.toFixed(3)}  stated ${stated.toFixed(3)}  right ${right.toFixed(3)}  ${bar(stated, right)}  ${pairs} pairs`,
  );
}

/** Forty places from 0 to 1: # up to the share that is right, | where it should end. */
function bar(stated: number, right: number): string {
  const places = [...'#'.repeat(Math.round(right * 40)).padEnd(41, '.')];
  places[Math.round(stated * 40)] = '|';
  return places.join('');
}

function showFigures({ precision, recall, f1 }: Figures): string {
  return `P ${precision.toFixed(4)} R ${recall.toFixed(4)} F1 ${f1.toFixed(4)}`;
}
