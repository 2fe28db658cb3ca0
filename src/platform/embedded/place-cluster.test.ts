import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findOrphanedClusters, placeCluster } from './place-cluster.ts';

let folder: string;
let state: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'throughline-place-')));
  state = join(folder, 'state');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a data folder finds its cluster again, also after it was moved', () => {
  const [first, moved] = [dataFolder('first'), join(folder, 'moved')];
  const cluster = place(first);
  expect(place(first)).toBe(cluster);
  renameSync(first, moved);
  expect(place(moved)).toBe(cluster);
  expect(findOrphanedClusters(state)).toEqual([]);
});

test('a data folder that was deleted and made anew starts empty, and its old cluster is found as left over', () => {
  const first = dataFolder('first');
  const old = place(first);
  rmSync(first, { recursive: true });
  expect(findOrphanedClusters(state)).toEqual([{ folder: old, dataFolder: first }]);
  expect(place(dataFolder('first'))).not.toBe(old);
  expect(findOrphanedClusters(state)).toEqual([{ folder: old, dataFolder: first }]);
});

test('a copied data folder does not get the cluster of the one it was copied from', () => {
  const first = dataFolder('first');
  place(first);
  const copy = join(folder, 'copy');
  cpSync(first, copy, { recursive: true });
  expect(() => place(copy)).toThrow(/is a copy of/);
  expect(findOrphanedClusters(state)).toEqual([]);
});

function dataFolder(name: string): string {
  mkdirSync(join(folder, name));
  return join(folder, name);
}

/** As a start does: a place, and a cluster in it. */
function place(root: string): string {
  const cluster = placeCluster(root, state);
  mkdirSync(join(cluster, 'pg'), { recursive: true });
  return cluster;
}
