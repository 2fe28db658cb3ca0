import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../fault.ts';
import { SYSTEM_STATE, placeCluster } from './place-cluster.ts';
import type { ServerAccount } from './server-account.ts';

export interface DataFolder {
  /** The folder the user named. */
  root: string;
  /** The database cluster. Inside `root`, unless the server's account cannot get there. */
  cluster: string;
  /** Where copies of the programs may be kept. */
  cache: string;
}

/**
 * Makes the data folder and decides where the cluster lies. As root with a data folder
 * that `nobody` cannot enter (under /root), the cluster goes to /var/lib/throughline.
 */
export function openDataFolder(dataDir: string, account: ServerAccount): DataFolder {
  try {
    mkdirSync(dataDir, { recursive: true, mode: account.isRoot ? 0o711 : 0o700 });
    accessSync(dataDir, constants.W_OK);
  } catch (cause) {
    throw new Fault(
      'data_folder_not_writable',
      `The data folder ${dataDir} cannot be made or written. Choose another with --data-dir, or mend its rights.`,
      {
        exit: 'configuration',
        cause,
      },
    );
  }
  const root = realpathSync(dataDir);
  if (!account.isRoot) return { root, cluster: join(root, 'pg'), cache: join(root, 'cache') };
  chmodSync(root, 0o711);
  if (existsSync(join(root, 'pg')) || canEnter(root, account))
    return { root, cluster: join(root, 'pg'), cache: join(SYSTEM_STATE, 'cache') };
  return { root, cluster: join(placeCluster(root), 'pg'), cache: join(SYSTEM_STATE, 'cache') };
}

function canEnter(folder: string, account: ServerAccount): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account.spawnAs, cwd: '/' }).status === 0;
}
