import { chronicleSet } from './chronicle.ts';
import { classicFebrlSet } from './classic-febrl.ts';
import { fakeSet } from './fake-like.ts';
import { febrlSet } from './febrl-like.ts';
import { historicalSet } from './historical.ts';
import { householdSet } from './households.ts';
import type { IdentitySet } from './identity-set.ts';
import { newcomerSet } from './newcomers.ts';

/** The kinds of sets there are, by name. */
export const SET_MAKERS: Readonly<Record<string, (records: number, seed: number) => IdentitySet>> = {
  households: householdSet,
  hard: historicalSet,
  'febrl-like': febrlSet,
  'fake-like': fakeSet,
  'classic-febrl': classicFebrlSet,
  newcomers: newcomerSet,
  chronicle: chronicleSet,
};

/** Makes a set by the name of its kind. */
export function makeNamedSet(kind: string, records: number, seed: number): IdentitySet {
  const maker = SET_MAKERS[kind];
  if (maker === undefined) throw new Error(`expected a set of the kind ${Object.keys(SET_MAKERS).join(', ')}, got ${kind}`);
  return maker(records, seed);
}
