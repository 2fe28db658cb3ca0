import { DIMENSIONS, LEVELS, levelOf } from '../compare/dimensions.ts';
import type { Features } from '../features/features.ts';
import { mix } from '../features/text-pool.ts';
import type { Frequencies } from './frequencies.ts';
import { agreedShare, householdChance, isPersonal } from './pair-evidence.ts';
import type { PairColumns } from './pair-list.ts';

/** Pairs to learn from, with what stays the same in every round of learning worked out. */
export interface PairSample {
  size: number;
  /** Cells of a pair, dimension * LEVELS + level, are cells[starts[pair] .. starts[pair + 1]); where nothing is known there is none. */
  cells: Uint8Array;
  starts: Uint32Array;
  /** Logarithm of the chance of the whole pattern among strangers. */
  unrelated: Float64Array;
  /** The same of given names and days of birth in one household. */
  personal: Float64Array;
  /** How many compared pairs one of the sample stands for. */
  scale: number;
}

/** Every pair of a small file, a share of them of a large one, chosen by what the records hold. */
export function samplePairs(
  features: Features,
  frequencies: Frequencies,
  strangers: Float64Array,
  pairs: PairColumns,
  largest: number,
): PairSample {
  const chosen = choosePairs(features, pairs, largest);
  const size = chosen.length;
  const cells = new Uint8Array(size * DIMENSIONS);
  const starts = new Uint32Array(size + 1);
  let known = 0;
  const unrelated = new Float64Array(size);
  const personal = new Float64Array(size);
  for (const [index, pair] of chosen.entries()) {
    const first = pairs.first[pair] ?? 0;
    const second = pairs.second[pair] ?? 0;
    let chanceUnrelated = 0;
    let chancePersonal = 0;
    for (let dimension = 0; dimension < DIMENSIONS; dimension += 1) {
      const level = levelOf(pairs.low[pair] ?? 0, pairs.high[pair] ?? 0, dimension);
      const cell = dimension * LEVELS + level;
      if (level === 0) continue;
      cells[known] = cell;
      known += 1;
      const share = agreedShare(features, frequencies, dimension, level, first, second);
      const chance = share > 0 ? share : (strangers[cell] ?? 1);
      chanceUnrelated += Math.log(chance);
      if (isPersonal(dimension)) chancePersonal += Math.log(householdChance(dimension, level, chance));
    }
    starts[index + 1] = known;
    unrelated[index] = chanceUnrelated;
    personal[index] = chancePersonal;
  }
  return { size, cells, starts, unrelated, personal, scale: pairs.size / Math.max(1, size) };
}

function choosePairs({ count, rank }: Features, pairs: PairColumns, largest: number): Uint32Array {
  const share = largest / pairs.size;
  const marks = new Uint32Array(count);
  for (const [place, record] of rank.entries()) marks[record] = mix(place);
  const chosen: number[] = [];
  for (let pair = 0; pair < pairs.size; pair += 1) {
    // Chosen by what its records hold, not by its own place: the order of rows must not matter.
    const mark = mix((marks[pairs.first[pair] ?? 0] ?? 0) + (marks[pairs.second[pair] ?? 0] ?? 0));
    if (mark / 4294967296 < share) chosen.push(pair);
  }
  return Uint32Array.from(chosen);
}
