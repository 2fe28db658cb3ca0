import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const EXECUTABLE = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'bin', 'throughline');

export interface Ended {
  /** Null when a signal ended it. */
  exit: number | null;
  stdout: string;
  stderr: string;
  milliseconds: number;
}

export interface Started {
  process: ChildProcess;
  /** What it wrote to stdout so far. */
  stdout(): string;
  ended: Promise<Ended>;
}

/**
 * Starts the real command line on a data folder, as a process of its own. `fileLimit` (bytes) lets
 * neither it nor its server write a larger file: to them, the disk is full.
 */
export function startThroughline(dataDir: string, args: readonly string[], fileLimit?: number): Started {
  const began = performance.now();
  const environment = { ...process.env, DATABASE_URL: '', THROUGHLINE_DATA_DIR: '' };
  const command = [process.execPath, EXECUTABLE, ...args, '--data-dir', dataDir];
  // The shell counts in blocks of 512 bytes.
  const limited = fileLimit === undefined ? [] : ['sh', '-c', `ulimit -f ${Math.floor(fileLimit / 512)}; exec "$@"`, 'sh'];
  const [program = process.execPath, ...rest] = [...limited, ...command];
  const child = spawn(program, rest, {
    cwd: tmpdir(),
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exit) => resolve({ exit, stdout, stderr, milliseconds: performance.now() - began }));
  });
  return { process: child, stdout: () => stdout, ended };
}

/** Runs the real command line to its end. */
export function runThroughline(dataDir: string, args: readonly string[]): Promise<Ended> {
  return startThroughline(dataDir, args).ended;
}

/** Runs it with --json and returns the document; fails unless it ends with the expected exit code. */
export async function askThroughline<Document>(dataDir: string, args: readonly string[], exit = 0): Promise<Document> {
  const ended = await runThroughline(dataDir, [...args, '--json']);
  if (ended.exit !== exit)
    throw new Error(
      `throughline ${args.join(' ')} ended with ${ended.exit}, expected ${exit}: ${ended.stderr}${ended.stdout.slice(0, 2000)}`,
    );
  const document: Document = JSON.parse(ended.stdout);
  return document;
}

/** The process id of the data folder's database server, while its pid file is there. */
export function findServer(dataDir: string): number | undefined {
  const file = join(dataDir, 'pg', 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return Number.isInteger(pid) ? pid : undefined;
}
