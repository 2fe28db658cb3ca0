import { totalmem } from 'node:os';

/** `scratch` is for tests only: nothing is flushed to the disk, and a power cut loses the cluster. */
export type Durability = 'safe' | 'scratch';

/** Settings of the embedded server: a cache that fits beside other programs, bulk loads in few checkpoints, loopback only. */
export function serverSettings(port: number, durability: Durability): Record<string, string> {
  return {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: `${sharedBuffers()}MB`,
    work_mem: '32MB',
    maintenance_work_mem: '256MB',
    // Bulk loads write gigabytes; few large checkpoints instead of many small ones.
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    wal_level: 'minimal',
    // What a bulk load pushes out of the small cache is written by another process than the loading one.
    wal_buffers: '32MB',
    bgwriter_delay: '20ms',
    bgwriter_lru_maxpages: '1000',
    // The files are in the system's cache: handing each read to a worker costs more than reading (6 % of a build).
    io_method: 'sync',
    max_wal_senders: '0',
    max_connections: '60',
    // A killed client must not hold its locks until somebody notices.
    client_connection_check_interval: '500ms',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durability === 'scratch' ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
}

/**
 * An eighth of the machine's memory in MB, within 128 and 320: every backend is charged with the
 * part of the cache it touched, and no process of ours may take more than 400 MB. (1,024 MB made
 * a first build of 660,000 records a quarter cheaper.)
 */
function sharedBuffers(): number {
  return Math.round(Math.min(320, Math.max(128, totalmem() / 8 / 2 ** 20)));
}
