import { clusterFigures } from './identity/cluster-figures.ts';
import { readClusters, readTruth } from './identity/read-numbers.ts';
import { showClusterFigures } from './identity/show-figures.ts';

/** `npm run bench identity-score -- TRUTH.csv OUTPUT.csv`: the figures of one dedupe run, ours or another program's. */
const [truthFile, outputFile] = process.argv.slice(2);
if (truthFile === undefined || outputFile === undefined)
  throw new Error('expected the truth (id,person) and clusters (id,cluster,…), both with a header');
const truth = readTruth(truthFile);
console.log(showClusterFigures(clusterFigures(truth.people, readClusters(outputFile, truth))));
