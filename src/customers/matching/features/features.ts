import type { Layout } from './layout.ts';
import type { TextPool } from './text-pool.ts';

/** Records in the form they are compared in: a row of WIDTH numbers each, see layout.ts. */
export interface Features {
  layout: Layout;
  count: number;
  rows: Uint32Array;
  pool: TextPool;
  /** Per text of the pool: the class its nicknames share, its sound. */
  words: WordKeys;
  /** Records in an order that depends on what they hold, never on where they stood in the file. */
  rank: Uint32Array;
}

export interface WordKeys {
  nickname: Uint32Array;
  sound: Uint32Array;
  /** 1 for given names that many people have: two different ones of these are two people's. */
  established: Uint8Array;
}
