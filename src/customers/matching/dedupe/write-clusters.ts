import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stopIfInterrupted } from '../../../platform/cli/cli-context.ts';

const CHUNK = 1 << 20;

/** What a run found, a value per record in the order of the file. */
export interface Clusters {
  ids: readonly string[];
  names: readonly string[];
  confidence: Float64Array;
}

/**
 * Writes `id,cluster,confidence`, a line per record in the order of the file, to a file or (-) to stdout. The file is
 * there whole or not at all: it gets its name when its last line is written.
 */
export async function writeClusters(path: string, clusters: Clusters, signal: AbortSignal): Promise<void> {
  if (path === '-') return writeToStdout(clusters);
  const there = await stat(path).catch(() => undefined);
  // A pipe or a device keeps its name.
  if (there !== undefined && !there.isFile()) return pipeline(Readable.from(chunksOf(clusters)), createWriteStream(path));
  const target = there === undefined ? path : await realpath(path);
  const unfinished = `${target}.${process.pid}.unfinished`;
  try {
    await pipeline(Readable.from(chunksOf(clusters)), createWriteStream(unfinished));
    stopIfInterrupted(signal, 'Nothing was written.');
    await rename(unfinished, target);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** A reader that has enough closes the pipe, which is no failure. */
async function writeToStdout(clusters: Clusters): Promise<void> {
  const { stdout } = process;
  try {
    for (const chunk of chunksOf(clusters)) if (!stdout.write(chunk)) await once(stdout, 'drain');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}

function* chunksOf({ ids, names, confidence }: Clusters): Iterable<string> {
  let chunk = 'id,cluster,confidence\n';
  for (const [record, id] of ids.entries()) {
    chunk += `${cell(id)},${cell(names[record] ?? id)},${shortNumber(confidence[record] ?? 1)}\n`;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/** Four places tell enough. */
export function shortNumber(value: number): string {
  return value === 1 ? '1' : String(Math.round(value * 10000) / 10000);
}

function cell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
