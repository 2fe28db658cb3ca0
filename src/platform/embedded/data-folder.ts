import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../fault.ts';
import type { ServerAccount } from './server-account.ts';

export interface DataFolder {
  /** The folder the user named. */
  root: string;
  /** The database cluster. Inside `root`, unless the server's account cannot get there. */
  cluster: string;
  /** Where copies of the programs may be kept. */
  cache: string;
}

/** Where the system keeps state for services; used only by root, for what `nobody` must reach. */
const SYSTEM_STATE = '/var/lib/throughline';

/**
 * Makes the data folder and decides where the cluster lies. As root with a data folder
 * that `nobody` cannot enter (under /root), the cluster goes to /var/lib/throughline,
 * under a name derived from the data folder, so that the same folder finds it again.
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
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const elsewhere = join(SYSTEM_STATE, name);
  mkdirSync(elsewhere, { recursive: true, mode: 0o711 });
  return { root, cluster: join(elsewhere, 'pg'), cache: join(SYSTEM_STATE, 'cache') };
}

function canEnter(folder: string, account: ServerAccount): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account.spawnAs, cwd: '/' }).status === 0;
}
