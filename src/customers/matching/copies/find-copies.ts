import type { Features } from '../features/features.ts';
import { AT, WIDTH } from '../features/layout.ts';

/** Records that are written alike, and which of them stand for the others. */
export interface Copies {
  /** The records that are compared, each for itself and its copies. */
  kept: Uint32Array;
  /** Per record its place among those kept. */
  placeOf: Uint32Array;
}

/** In files with names this many copies may stand beside each other: what they say of how people agree with themselves is learnt from. */
const LEARNT_FROM = 3;

/**
 * Finds records that say the same in everything that is read of them, and enough of it: a whole
 * name with a way to reach it, an address or a birthday and a place; in a file without names a
 * mailbox or a telephone alone. They are one person whatever else the file holds, and to learn
 * from them would be to learn that everybody's values are common: of a file of fifty copies
 * of one row none was joined.
 * Undefined where there are none.
 */
export function findCopies({ rows, rank, count, layout }: Features): Copies | undefined {
  const isNameless = !layout.shapes.some(({ kind }) => NAMING.has(kind));
  const most = isNameless ? 1 : LEARNT_FROM;
  const standsFor = Uint32Array.from({ length: count }, (_, record) => record);
  let copies = 0;
  // Records that hold the same stand beside each other in the ranking.
  for (let from = 0; from < count; ) {
    const first = rank[from] ?? 0;
    let to = from + 1;
    while (to < count && areAlike(rows, first * WIDTH, (rank[to] ?? 0) * WIDTH)) to += 1;
    if (to - from > most && saysEnough(rows, first * WIDTH, isNameless)) {
      for (let at = from + 1; at < to; at += 1) standsFor[rank[at] ?? 0] = first;
      copies += to - from - 1;
    }
    from = to;
  }
  return copies === 0 ? undefined : numberKept(standsFor, count - copies);
}

const NAMING: ReadonlySet<string> = new Set(['name', 'given_name', 'surname', 'dob', 'company']);

function saysEnough(rows: Uint32Array, base: number, isNameless: boolean): boolean {
  const has = (feature: number): boolean => rows[base + feature] !== 0;
  const isReached = has(AT.email) || has(AT.phone);
  if (isNameless) return isReached;
  if (!has(AT.given) || !has(AT.surname)) return false;
  const isPlaced = has(AT.zip) || has(AT.city);
  return isReached || (isPlaced && (has(AT.place) || has(AT.dob)));
}

function areAlike(rows: Uint32Array, a: number, b: number): boolean {
  for (let feature = 0; feature < WIDTH; feature += 1) if (rows[a + feature] !== rows[b + feature]) return false;
  return true;
}

function numberKept(standsFor: Uint32Array, size: number): Copies {
  const kept = new Uint32Array(size);
  const placeOf = new Uint32Array(standsFor.length);
  let place = 0;
  for (const [record, first] of standsFor.entries())
    if (record === first) {
      kept[place] = record;
      placeOf[record] = place;
      place += 1;
    }
  for (const [record, first] of standsFor.entries()) placeOf[record] = placeOf[first] ?? 0;
  return { kept, placeOf };
}
