import { execFileSync } from 'node:child_process';
import { Fault } from '../fault.ts';

/** Who the embedded server runs as: PostgreSQL refuses to run as root. */
export interface ServerAccount {
  /** For child_process options: `{uid, gid}` when we are root, empty otherwise. */
  spawnAs: { uid?: number; gid?: number };
  isRoot: boolean;
}

/** Ourselves, or `nobody` when we are root. */
export function chooseServerAccount(): ServerAccount {
  if (process.getuid?.() !== 0) return { spawnAs: {}, isRoot: false };
  return { spawnAs: { uid: idOf('-u'), gid: idOf('-g') }, isRoot: true };
}

function idOf(flag: '-u' | '-g'): number {
  try {
    return Number.parseInt(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }), 10);
  } catch (cause) {
    throw new Fault(
      'no_unprivileged_account',
      'PostgreSQL refuses to run as root, and this machine has no account "nobody" to run it as. ' +
        'Run Throughline as an ordinary user, or set DATABASE_URL to a PostgreSQL 15-18 of your own.',
      { exit: 'configuration', cause },
    );
  }
}
