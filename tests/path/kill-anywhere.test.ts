import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quote } from '../../samples/mover/encode.ts';
import { makeRandom } from '../../samples/mover/random.ts';
import { isAlive } from '../../src/platform/embedded/leases.ts';
import { cutExports } from './cut-exports.ts';
import { copyDataFolder, fingerprintOf, makeScratchFolder } from './data-folders.ts';
import { differencesOf, type Fingerprint } from './fingerprint.ts';
import { type Ended, findServer, runThroughline, startThroughline } from './run-throughline.ts';
import { until } from './until.ts';

const KILLS = Number.parseInt(process.env.THROUGHLINE_KILLS ?? '12', 10);

interface Trial {
  name: string;
  args: string[];
  /** The data folder it starts from. */
  before: string;
  /** How the undisturbed run ended. */
  exit: number;
  milliseconds: number;
  /** What the undisturbed run left. */
  after: Fingerprint;
}

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
let exportsFolder: string;
const trials: Trial[] = [];

beforeAll(async () => {
  scratch = await makeScratchFolder();
  exportsFolder = join(scratch.path, 'exports');
  await mkdir(exportsFolder);
  for (const { name, rows } of await cutExports(40)) {
    await writeFile(join(exportsFolder, `${name}.csv`), rows.map((row) => row.map(quote).join(',')).join('\n'));
  }
  const empty = join(scratch.path, 'empty');
  await mkdir(empty);
  await runThroughline(empty, ['import', exportsFolder]);
  const imported = await addTrial('import', ['import', exportsFolder, '--execute'], empty);
  const built = await addTrial('build', ['journey', 'build', '--execute'], imported);
  await addTrial('undo', ['import', 'undo', '1', '--execute'], built);
}, 180_000);
afterAll(() => scratch.remove());

describe(`${KILLS} kills at random moments of import, build and undo (THROUGHLINE_KILLS sets how many)`, () => {
  const random = makeRandom('kill anywhere');
  for (let nth = 0; nth < KILLS; nth += 1) {
    const moment = random.next();
    const kind = ['import', 'build', 'undo'][nth % 3] ?? '';
    test(`${kind} killed after ${Math.round(moment * 100)} % of its time and run again ends in the same state`, {
      timeout: 120_000,
    }, async () => {
      await killAndRunAgain(kind, moment);
    });
  }
});

describe('an interrupted command', () => {
  test('Ctrl-C ends an import with 130 at a safe point, says how to go on, and leaves no process behind', async () => {
    const trial = getTrial('import');
    const dataDir = join(scratch.path, 'interrupted');
    copyDataFolder(trial.before, dataDir);
    const { process: child, ended } = startThroughline(dataDir, trial.args);
    await until(() => findServer(dataDir) !== undefined);
    const server = findServer(dataDir) ?? 0;
    child.kill('SIGINT');
    const { exit, stderr } = await ended;
    expect(stderr).toContain('Run the same command again to go on');
    expect(exit).toBe(130);
    expect(isAlive(server)).toBe(false);
    expect(findServer(dataDir)).toBeUndefined();
    expect((await runThroughline(dataDir, trial.args)).exit).toBe(trial.exit);
    expect(differencesOf(trial.after, await fingerprintOf(dataDir))).toEqual([]);
    await rm(dataDir, { recursive: true });
  });

  test('the database of a killed command is picked up by the next one and stopped at its end', async () => {
    const trial = getTrial('import');
    const dataDir = join(scratch.path, 'orphaned');
    copyDataFolder(trial.before, dataDir);
    const { process: child, ended } = startThroughline(dataDir, trial.args);
    await until(() => findServer(dataDir) !== undefined);
    const server = findServer(dataDir) ?? 0;
    child.kill('SIGKILL');
    await ended;
    expect(isAlive(server)).toBe(true);
    expect((await runThroughline(dataDir, ['import', 'list'])).exit).toBe(0);
    expect(isAlive(server)).toBe(false);
    expect(findServer(dataDir)).toBeUndefined();
    await rm(dataDir, { recursive: true });
  });
});

/** Runs a command undisturbed on a copy of a data folder; returns the folder it left. */
async function addTrial(name: string, args: string[], before: string): Promise<string> {
  const dataDir = join(scratch.path, `after ${name}`);
  copyDataFolder(before, dataDir);
  const { exit, milliseconds, stderr } = await runThroughline(dataDir, args);
  if (exit !== 0 && exit !== 3) throw new Error(`${name} ended with ${exit}: ${stderr}`);
  trials.push({ name, args, before, exit, milliseconds, after: await fingerprintOf(dataDir) });
  return dataDir;
}

async function killAndRunAgain(name: string, moment: number): Promise<void> {
  const trial = getTrial(name);
  const dataDir = join(scratch.path, 'killed');
  await rm(dataDir, { recursive: true, force: true });
  copyDataFolder(trial.before, dataDir);
  await killAfter(dataDir, trial, moment * trial.milliseconds);
  const again = await runThroughline(dataDir, trial.args);
  expect(again.stderr + again.stdout, `exit ${again.exit}`).toSatisfy(() => endedWell(again, trial));
  expect(findServer(dataDir)).toBeUndefined();
  expect(differencesOf(trial.after, await fingerprintOf(dataDir))).toEqual([]);
}

async function killAfter(dataDir: string, { args }: Trial, milliseconds: number): Promise<void> {
  const { process: child, ended } = startThroughline(dataDir, args);
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  await ended;
  clearTimeout(timer);
}

/** As the undisturbed run did; or, when the kill came after the work was done, saying so. */
function endedWell({ exit, stderr, stdout }: Ended, trial: Trial): boolean {
  if (trial.name === 'import') return exit === 0 || exit === 3;
  if (trial.name === 'undo' && exit === 2) return `${stderr}${stdout}`.includes('was undone before');
  return exit === trial.exit;
}

function getTrial(name: string): Trial {
  const trial = trials.find((candidate) => candidate.name === name);
  if (trial === undefined) throw new Error(`the undisturbed ${name} did not run`);
  return trial;
}
