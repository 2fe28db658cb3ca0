import { existsSync } from 'node:fs';
import { clusterFigures } from './identity/cluster-figures.ts';
import { pairFigures } from './identity/pair-figures.ts';
import { readClusters, readPairs, readTruth } from './identity/read-numbers.ts';
import { showCalibration, showClusterFigures, showPairFigures } from './identity/show-figures.ts';

/** `npm run bench identity-score -- TRUTH.csv OUTPUT.csv [PAIRS.csv]`: the figures of one dedupe run. */
const [truthFile, outputFile, pairsFile] = process.argv.slice(2);
if (truthFile === undefined || outputFile === undefined)
  throw new Error('expected the truth (id,person) and the output of customers dedupe (id,cluster,confidence)');
const truth = readTruth(truthFile);
console.log(showClusterFigures(clusterFigures(truth.people, readClusters(outputFile, truth))));
if (pairsFile !== undefined && existsSync(pairsFile)) {
  const found = pairFigures(truth.people, readPairs(pairsFile, truth), 0.95);
  console.log([showPairFigures(found), ...showCalibration(found.calibration)].join('\n'));
}
