import { AREA, DIMENSION, EMAIL, GIVEN, LEVELS, MIDDLE, OTHER, PHONE, SUFFIX, SURNAME } from '../compare/dimensions.ts';
import { CELLS } from './model.ts';

/** Shares of levels 1, 2, … that learning starts from and is held near to when a file says little. */
const SAME: Readonly<Record<number, readonly number[]>> = {
  [DIMENSION.given]: [0.73, 0.06, 0.08, 0.03, 0.03, 0.02, 0.02, 0.005, 0.005, 0.01, 0.01, 0.005],
  [DIMENSION.surname]: [0.84, 0.08, 0.02, 0.035, 0.01, 0.015],
  [DIMENSION.middle]: [0.8, 0.12, 0.08],
  [DIMENSION.suffix]: [0.45, 0.001, 0.549],
  [DIMENSION.email]: [0.72, 0.06, 0.07, 0.15],
  [DIMENSION.phone]: [0.75, 0.04, 0.21],
  [DIMENSION.street]: [0.7, 0.02, 0.11, 0.04, 0.1, 0.03],
  [DIMENSION.area]: [0.68, 0.04, 0.08, 0.06, 0.07, 0.6, 0.06, 0.05],
  [DIMENSION.dob]: [0.71, 0.1, 0.05, 0.03, 0.03, 0.03, 0.02, 0.02, 0.01],
  [DIMENSION.company]: [0.7, 0.1, 0.1, 0.1],
};
/** One of the two was written badly: damage in every field, though hardly another well-known given name. */
const CARELESS: Readonly<Record<number, readonly number[]>> = {
  ...SAME,
  [DIMENSION.given]: [0.36, 0.05, 0.18, 0.05, 0.11, 0.08, 0.05, 0.005, 0.005, 0.02, 0.07, 0.02],
  [DIMENSION.surname]: [0.38, 0.22, 0.12, 0.14, 0.02, 0.12],
  [DIMENSION.middle]: [0.5, 0.25, 0.25],
  [DIMENSION.email]: [0.4, 0.1, 0.25, 0.25],
  [DIMENSION.phone]: [0.5, 0.2, 0.3],
  [DIMENSION.street]: [0.32, 0.02, 0.28, 0.12, 0.13, 0.13],
  [DIMENSION.area]: [0.4, 0.15, 0.15, 0.12, 0.12, 0.35, 0.13, 0.15],
  [DIMENSION.dob]: [0.38, 0.23, 0.08, 0.05, 0.05, 0.05, 0.05, 0.03, 0.08],
  [DIMENSION.company]: [0.4, 0.25, 0.2, 0.15],
};
const HOUSEHOLD: Readonly<Record<number, readonly number[]>> = {
  [DIMENSION.surname]: [0.74, 0.03, 0.02, 0.19, 0.01, 0.01],
  [DIMENSION.suffix]: [0.1, 0.3, 0.6],
  [DIMENSION.email]: [0.25, 0.02, 0.03, 0.7],
  [DIMENSION.phone]: [0.45, 0.01, 0.54],
  [DIMENSION.street]: [0.78, 0.01, 0.1, 0.03, 0.06, 0.02],
  [DIMENSION.area]: [0.8, 0.02, 0.05, 0.03, 0.04, 0.8, 0.03, 0.02],
  [DIMENSION.company]: [0.4, 0.05, 0.05, 0.5],
};
/** Two people who share mailbox and telephone, mostly under one name. */
const COUPLE: Readonly<Record<number, readonly number[]>> = {
  ...HOUSEHOLD,
  [DIMENSION.surname]: [0.8, 0.03, 0.02, 0.13, 0.01, 0.01],
  [DIMENSION.email]: [0.8, 0.02, 0.03, 0.15],
  [DIMENSION.phone]: [0.85, 0.01, 0.14],
};
/** Strangers reached through one office. */
const CONTACT: Readonly<Record<number, readonly number[]>> = {
  [DIMENSION.email]: [0.8, 0.02, 0.02, 0.16],
  [DIMENSION.phone]: [0.7, 0.01, 0.29],
};
/** Strangers under one roof with one telephone: a care home, a hostel, a house of many flats. */
const LODGING: Readonly<Record<number, readonly number[]>> = {
  [DIMENSION.phone]: [0.8, 0.02, 0.18],
  [DIMENSION.street]: [0.88, 0.04, 0.07, 0.003, 0.004, 0.003],
  [DIMENSION.area]: [0.8, 0.02, 0.05, 0.03, 0.04, 0.8, 0.03, 0.02],
};
const OTHER_SAME = [0.8, 0.08, 0.04, 0.08];
const OTHER_CARELESS = [0.45, 0.25, 0.15, 0.15];

/** Shares of levels among pairs of one person, before the file was seen. */
export function sameShares(): Float64Array {
  return table(SAME, OTHER_SAME);
}

/** The same where one of the two was written badly. */
export function carelessShares(): Float64Array {
  return table(CARELESS, OTHER_CARELESS);
}

/** Kinds of pairs of different people, with how many there may be per record. */
export const RELATED_KINDS = [
  { name: 'household', table: HOUSEHOLD, perRecord: 0.1 },
  { name: 'couple', table: COUPLE, perRecord: 0.03 },
  { name: 'contact', table: CONTACT, perRecord: 0.01 },
  { name: 'lodging', table: LODGING, perRecord: 0.005 },
] as const;

/** Shares among such pairs; a dimension without an entry is as among strangers. */
export function relatedShares(kind: (typeof RELATED_KINDS)[number], unrelated: Float64Array): Float64Array {
  const shares = table(kind.table, []);
  for (let cell = 0; cell < CELLS; cell += 1) if (shares[cell] === 0) shares[cell] = unrelated[cell] ?? 0;
  return shares;
}

function table(given: Readonly<Record<number, readonly number[]>>, other: readonly number[]): Float64Array {
  const shares = new Float64Array(CELLS);
  for (let dimension = 0; dimension < 16; dimension += 1)
    for (const [index, share] of (given[dimension] ?? (dimension >= DIMENSION.other ? other : [])).entries())
      shares[dimension * LEVELS + index + 1] = share;
  return shares;
}

/** Without postal codes the town says what they would have said. */
export function placeByTown(shares: Float64Array): void {
  const at = (level: number): number => DIMENSION.area * LEVELS + level;
  shares[at(AREA.city)] = (shares[at(AREA.city)] ?? 0) + (shares[at(AREA.zip)] ?? 0);
}

/** Rates among strangers that no file is large enough to show. */
export const RARE_AMONG_STRANGERS: Readonly<Record<number, number>> = {
  [DIMENSION.middle * LEVELS + MIDDLE.shared]: 0.01,
  [DIMENSION.suffix * LEVELS + SUFFIX.same]: 0.01,
};

/** What nearly all strangers are to each other, for files too small to show it. */
export const DIFFERENT_AMONG_STRANGERS: Readonly<Record<number, number>> = {
  [DIMENSION.given * LEVELS + GIVEN.different]: 0.45,
  [DIMENSION.given * LEVELS + GIVEN.otherName]: 0.45,
  [DIMENSION.surname * LEVELS + SURNAME.different]: 0.95,
  [DIMENSION.middle * LEVELS + MIDDLE.different]: 0.9,
  [DIMENSION.email * LEVELS + EMAIL.different]: 1,
  [DIMENSION.phone * LEVELS + PHONE.different]: 1,
  [DIMENSION.company * LEVELS + OTHER.different]: 0.9,
};
