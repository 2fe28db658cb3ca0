import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../fault.ts';

/** Where the system keeps state for services; used only by root, for what `nobody` must reach. */
export const SYSTEM_STATE = '/var/lib/throughline';

/** In the data folder: the name of its cluster's folder. In that: the data folder it belongs to. */
const CLUSTER_ID = 'cluster-id';
const OWNER = 'data-folder';
const ID = /^[0-9a-f]{16}$/;

/**
 * The folder under `state` for the cluster of a data folder that the server's account cannot
 * enter. The two name each other: a data folder that was moved finds its cluster again, and one
 * that was deleted and made anew starts with an empty one instead of the old data.
 */
export function placeCluster(root: string, state = SYSTEM_STATE): string {
  const id = read(join(root, CLUSTER_ID)) ?? randomBytes(8).toString('hex');
  const folder = join(state, id);
  const owner = read(join(folder, OWNER));
  if (owner !== undefined && owner !== root && read(join(owner, CLUSTER_ID)) === id) {
    throw new Fault(
      'data_folder_copied',
      `${root} is a copy of ${owner}, whose database lies in ${folder} and was not copied with it. Work with ${owner}, or delete ${join(root, CLUSTER_ID)} to start ${root} with an empty database.`,
      { exit: 'configuration' },
    );
  }
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  // The owner first: killed in between, the folder is empty and belongs to nobody.
  if (owner !== root) writeFileSync(join(folder, OWNER), root, { mode: 0o644 });
  writeFileSync(join(root, CLUSTER_ID), id, { mode: 0o600 });
  return folder;
}

export interface OrphanedCluster {
  folder: string;
  /** The data folder it belonged to; undefined when it does not say. */
  dataFolder: string | undefined;
}

/** Clusters whose data folder is gone, or has another cluster by now. */
export function findOrphanedClusters(state = SYSTEM_STATE): OrphanedCluster[] {
  if (!existsSync(state)) return [];
  return readdirSync(state)
    .filter((name) => ID.test(name) && existsSync(join(state, name, 'pg')))
    .flatMap((name) => {
      const folder = join(state, name);
      const dataFolder = read(join(folder, OWNER));
      const isOwned = dataFolder !== undefined && read(join(dataFolder, CLUSTER_ID)) === name;
      return isOwned ? [] : { folder, dataFolder };
    });
}

function read(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8').trim();
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}
