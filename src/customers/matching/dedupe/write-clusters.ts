import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

const CHUNK = 1 << 20;

/** Writes `id,cluster,confidence`, a line per record in the order of the file; a cluster is called by the smallest id in it. */
export async function writeClusters(
  path: string,
  ids: readonly string[],
  names: readonly string[],
  confidence: Float64Array,
): Promise<void> {
  const stream = path === '-' ? process.stdout : createWriteStream(path);
  let chunk = 'id,cluster,confidence\n';
  for (const [record, id] of ids.entries()) {
    chunk += `${cell(id)},${cell(names[record] ?? id)},${shortNumber(confidence[record] ?? 1)}\n`;
    if (chunk.length < CHUNK) continue;
    if (!stream.write(chunk)) await once(stream, 'drain');
    chunk = '';
  }
  stream.write(chunk);
  if (stream === process.stdout) return;
  stream.end();
  await once(stream, 'finish');
}

/** The name of each record's cluster: the smallest id in it, numbers by their value. */
export function nameClusters(ids: readonly string[], clusters: Uint32Array): string[] {
  const smallest = new Map<number, string>();
  for (const [record, id] of ids.entries()) {
    const cluster = clusters[record] ?? record;
    const known = smallest.get(cluster);
    if (known === undefined || isSmaller(id, known)) smallest.set(cluster, id);
  }
  return ids.map((id, record) => smallest.get(clusters[record] ?? record) ?? id);
}

function isSmaller(left: string, right: string): boolean {
  const [a, b] = [Number(left), Number(right)];
  return Number.isNaN(a) || Number.isNaN(b) || a === b ? left < right : a < b;
}

function shortNumber(value: number): string {
  return value === 1 ? '1' : String(Math.round(value * 10000) / 10000);
}

function cell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
