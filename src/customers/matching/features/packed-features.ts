import type { Features } from './features.ts';
import { type PackedPool, TextPool } from './text-pool.ts';

/** Features as they go from thread to thread: all arrays are shared, nothing is copied. */
export interface PackedFeatures extends Omit<Features, 'pool'> {
  pool: PackedPool;
}

export function packFeatures(features: Features): PackedFeatures {
  return { ...features, pool: features.pool.pack() };
}

export function openFeatures(packed: PackedFeatures): Features {
  return { ...packed, pool: TextPool.open(packed.pool) };
}
