import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../src/platform/config.ts';
import { measureArrivals } from './identity/arrivals.ts';
import { measureArrivalsInStore } from './identity/arrivals-in-store.ts';
import { clusterFigures } from './identity/cluster-figures.ts';
import { drawCalibration } from './identity/draw-calibration.ts';
import { SET_MAKERS, makeNamedSet } from './identity/make-named-set.ts';
import { columnsOption, writeSet } from './identity/identity-set.ts';
import { type CalibrationStep, pairFigures } from './identity/pair-figures.ts';
import { findPublicSets } from './identity/public-sets.ts';
import { readHardPairs } from './identity/hard-pairs.ts';
import { judgeFile, scoredPairs } from './identity/judge-file.ts';
import { judgeHardPairs, showHardPairs } from './identity/judge-hard-pairs.ts';
import { queuePrice, showQueuePrice } from './identity/queue-price.ts';
import { readClusters, readTruth } from './identity/read-numbers.ts';
import { showCalibration, showClusterFigures, showPairFigures } from './identity/show-figures.ts';
import { type CommandRun, runCommand } from './run-command.ts';

/**
 * Who is who, measured: `customers dedupe` at its default threshold over generated sets, over every
 * set in `--public DIR`, and its speed at 10,000, 100,000 and a million records.
 * `npm run bench:identity -- [--public DIR] [--only SETS] [--seeds 1,2] [--speed 10000,100000]`
 * `npm run bench:identity -- arrival [--speed 10000,100000,1000000] [--store 100000]`: new records into those known
 */
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    public: { type: 'string' },
    only: { type: 'string', default: Object.keys(SET_MAKERS).join(',') },
    seeds: { type: 'string', default: '1,2' },
    speed: { type: 'string', default: '10000,100000,1000000' },
    store: { type: 'string', default: '100000' },
  },
});
const RECORDS: Readonly<Record<string, number>> = {
  households: 50_000,
  hard: 50_000,
  chronicle: 10_000,
  'febrl-like': 5000,
  'fake-like': 1000,
};
/** Above it a business's records are joined unasked. */
const AUTOMATIC = 0.95;
const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
const lines: string[] = [`${cpus().length} cores, Node ${process.version}; CLUSTER is what a customer is, at the default threshold`];
const curves: { name: string; steps: CalibrationStep[] }[] = [];

try {
  if (positionals.includes('arrival')) await measureComers();
  else await measureSets();
} finally {
  const results = join(projectRoot, 'bench', 'results');
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, `${['identity', ...positionals].join('-')}.txt`), `${lines.join('\n')}\n`);
  if (curves.length > 0) writeFileSync(join(results, 'identity-calibration.svg'), drawCalibration(curves));
  rmSync(folder, { recursive: true, force: true });
}

async function measureComers(): Promise<void> {
  for (const records of numbersOf(options.speed)) note(measureArrivals(records).join('\n'));
  for (const records of numbersOf(options.store)) note((await measureArrivalsInStore(records)).join('\n'));
}

async function measureSets(): Promise<void> {
  for (const kind of options.only.split(',').filter((kind) => kind !== ''))
    for (const seed of options.seeds.split(',')) await measureGenerated(kind, RECORDS[kind] ?? 5000, Number(seed), true);
  if (options.public !== undefined) await measurePublic(options.public);
  const hard = readHardPairs();
  if (options.only !== '') {
    const { inFile, byModel } = judgeHardPairs(hard);
    note(['\nfive hundred hard pairs', ...showHardPairs(hard, inFile)].join('\n'));
    note(['the same by a kept model', ...showHardPairs(hard, byModel)].join('\n'));
  }
  for (const records of numbersOf(options.speed)) await measureGenerated('households', records, 11, false);
}

function numbersOf(list: string): number[] {
  return list
    .split(',')
    .map(Number)
    .filter((count) => count > 0);
}

async function measureGenerated(kind: string, records: number, seed: number, isJudged: boolean): Promise<void> {
  const set = makeNamedSet(kind, records, seed);
  await writeSet(folder, set);
  const file = join(folder, `${set.name}.csv`);
  await measure({ name: set.name, file, idColumn: 'id', columns: columnsOption(set) }, join(folder, `${set.name}.truth.csv`), isJudged);
  rmSync(file);
}

async function measurePublic(dir: string): Promise<void> {
  for (const set of findPublicSets(dir)) {
    const truthFile = join(folder, `${set.name}.truth.csv`);
    writeFileSync(truthFile, ['id,person', ...set.truth.map(({ id, person }) => `${id},${person}`)].join('\n'));
    await measure(set, truthFile, true);
  }
}

interface Measured {
  name: string;
  file: string;
  idColumn: string;
  columns: string;
}

async function measure(set: Measured, truthFile: string, isJudged: boolean): Promise<void> {
  const output = join(folder, `${set.name}.out.csv`);
  const run = await dedupe(set, output);
  if (run.exitCode !== 0) return note(`${set.name}: customers dedupe ended with ${run.exitCode}`);
  const truth = readTruth(truthFile);
  note(`\n${set.name}: ${showCost(run, truth.people.length)}`);
  note(`  ${showClusterFigures(clusterFigures(truth.people, readClusters(output, truth)))}`);
  if (!isJudged) return;
  const judged = await judgeFile(set.file, set.columns, set.idColumn, AUTOMATIC);
  const found = pairFigures(truth.people, scoredPairs(judged), AUTOMATIC);
  note(
    [
      `  ${showPairFigures(found)} at .95`,
      `  ${showQueuePrice(queuePrice(truth.people, judged))}`,
      ...showCalibration(found.calibration),
    ].join('\n'),
  );
  curves.push({ name: set.name, steps: found.calibration });
}

function dedupe(set: Measured, output: string): Promise<CommandRun> {
  const chosen = ['--columns', set.columns, '--id', set.idColumn, '--output', output];
  return runCommand(join(folder, 'data'), 'customers', 'dedupe', set.file, ...chosen);
}

function showCost({ seconds, cpuSeconds, peakMemory }: CommandRun, records: number): string {
  const cpu = cpuSeconds === null ? '' : `, ${cpuSeconds.toFixed(1)} s of processor`;
  const memory = peakMemory === null ? '' : `, ${Math.round(peakMemory)} MiB at most`;
  return `${records} records in ${seconds.toFixed(1)} s${cpu} (${Math.round(records / seconds)} a second)${memory}`;
}

function note(line: string): void {
  lines.push(line);
  console.log(line);
}
