import { AREA, DIMENSION, DIMENSIONS, DOB, EMAIL, GIVEN, OTHER, PHONE, STREET, SUFFIX, SURNAME, levelOf } from './dimensions.ts';

/** What a person should look at: likely, but not without being asked. Who sets a threshold from here on wants only what is beyond doubt. */
export const DOUBTED = 0.93;
const ASK = Math.log(DOUBTED / (1 - DOUBTED));

/**
 * The odds (ln) that a pattern can have at most. Weights are learnt from those a file holds;
 * that outside of it, or at the same door, lives a second one whom the evidence fits as well, it cannot show.
 */
export function mostOdds(low: number, high: number): number {
  const suffix = levelOf(low, high, DIMENSION.suffix);
  const isSameMailbox = isOneOf(levelOf(low, high, DIMENSION.email), EMAIL.exact, EMAIL.mailbox, EMAIL.close);
  // Whose birthdays have nothing in common are two, or one of them is badly mistaken: either way it takes a look.
  if (levelOf(low, high, DIMENSION.dob) === DOB.different) return ASK;
  const isSameBirth = isOneOf(levelOf(low, high, DIMENSION.dob), DOB.exact, DOB.close);
  if (isSameMailbox || isSameBirth || agreesOtherwise(low, high)) return suffix === SUFFIX.oneSided && !isSameBirth ? ASK : Infinity;
  if (suffix === SUFFIX.oneSided) return ASK;
  const phone = levelOf(low, high, DIMENSION.phone);
  // A number one digit off is a neighbour's as well as a slip, where the mailboxes are two.
  const isSlip = phone === PHONE.close && levelOf(low, high, DIMENSION.email) !== EMAIL.different;
  const isSamePhone = phone === PHONE.exact || isSlip;
  const street = levelOf(low, high, DIMENSION.street);
  const hasSurname = isOneOf(levelOf(low, high, DIMENSION.surname), SURNAME.exact, SURNAME.close, SURNAME.similar);
  const isSameHome = isOneOf(street, STREET.exact, STREET.otherUnit) || (street === STREET.close && hasSurname);
  // Names and a town: there may be a namesake.
  if (!isSamePhone && !isSameHome) return ASK;
  // A landline and a home are the whole family's: without a given name it may be any of it, and
  // with half a one other mailboxes speak for two.
  const given = levelOf(low, high, DIMENSION.given);
  if (isOneOf(given, 0, GIVEN.swapped, GIVEN.crossed)) return ASK;
  const isVague = isOneOf(given, GIVEN.nickname, GIVEN.initial, GIVEN.similar, GIVEN.partner, GIVEN.closeName, GIVEN.rough);
  return isVague && levelOf(low, high, DIMENSION.email) === EMAIL.different ? ASK : Infinity;
}

function agreesOtherwise(low: number, high: number): boolean {
  for (let dimension = DIMENSION.company + 1; dimension < DIMENSIONS; dimension += 1)
    if (isOneOf(levelOf(low, high, dimension), OTHER.exact, OTHER.close, OTHER.overlap)) return true;
  return false;
}

/** Whether two of the things compared agree, be it roughly. */
export function agreeTwice(low: number, high: number): boolean {
  let agreements = 0;
  for (let dimension = 0; dimension < DIMENSIONS; dimension += 1) {
    const level = levelOf(low, high, dimension);
    if (level !== 0 && !(DISAGREEING[dimension] ?? [OTHER.different]).includes(level)) agreements += 1;
  }
  return agreements > 1;
}

const DISAGREEING: Readonly<Record<number, readonly number[]>> = {
  [DIMENSION.given]: [GIVEN.different, GIVEN.otherName],
  [DIMENSION.surname]: [SURNAME.different],
  [DIMENSION.middle]: [3],
  [DIMENSION.suffix]: [SUFFIX.different, SUFFIX.oneSided],
  [DIMENSION.email]: [EMAIL.different],
  [DIMENSION.phone]: [PHONE.different],
  [DIMENSION.street]: [STREET.sameStreet, STREET.different],
  [DIMENSION.area]: [AREA.state, AREA.different],
  [DIMENSION.dob]: [DOB.different],
};

function isOneOf(level: number, ...levels: readonly number[]): boolean {
  return levels.includes(level);
}
