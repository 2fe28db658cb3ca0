import { readFileSync } from 'node:fs';

/** The truth of a set (id,person): what row each id stands in, and a number per person. */
export interface Truth {
  rowOf: ReadonlyMap<string, number>;
  people: Int32Array;
}

/** Reads DIR/name.truth.csv. */
export function readTruth(path: string): Truth {
  const rowOf = new Map<string, number>();
  const names = new Map<string, number>();
  const people: number[] = [];
  for (const [id = '', person = ''] of plainRows(path)) {
    rowOf.set(id, people.length);
    people.push(numberOf(names, person));
  }
  return { rowOf, people: Int32Array.from(people) };
}

/** Reads what `customers dedupe --output` wrote (id,cluster,confidence): a cluster number per row of the truth. */
export function readClusters(path: string, truth: Truth): Int32Array {
  const clusters = new Int32Array(truth.people.length).fill(-1);
  const names = new Map<string, number>();
  for (const [id = '', cluster = ''] of plainRows(path)) {
    const row = truth.rowOf.get(id);
    if (row !== undefined) clusters[row] = numberOf(names, cluster);
  }
  const missing = clusters.indexOf(-1);
  if (missing >= 0) throw new Error(`expected a cluster for every record in ${path}, got none for row ${missing}`);
  return clusters;
}

/** Rows below the header; nothing here is ever quoted. */
function plainRows(path: string): string[][] {
  return readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}

function numberOf(names: Map<string, number>, name: string): number {
  const known = names.get(name);
  if (known !== undefined) return known;
  names.set(name, names.size);
  return names.size - 1;
}
