import { AREA, DIMENSION, DOB, EMAIL, GIVEN, levelOf, PHONE, STREET, SUFFIX, SURNAME } from './dimensions.ts';

/** From here on a person is asked in any case. */
export const DOUBTFUL = 0.75;
/** Less likely pairs are left alone: in a hundred of them there is not one person, among households as among newcomers. */
const LEAST = 0.01;

/** What two records share beside names, when they are worth a look. */
export type Ground = 'couple' | 'marriage' | 'contact' | 'home' | 'zip' | 'birthday' | 'year' | 'town';

/**
 * What makes a pair worth a look that is too unlikely to be asked about first, or null: the names can be one person's, they
 * share one more thing, and nothing differs that stays with somebody for life. Mailboxes, numbers, homes and, on
 * marriage, surnames change; a birthday and a Jr do not. The town alone is enough only where they differ in nothing else.
 */
export function groundToLook(probability: number, low: number, high: number): Ground | null {
  const given = levelOf(low, high, DIMENSION.given);
  if (probability >= DOUBTFUL) return null;
  if (probability < LEAST && given !== GIVEN.partner) return null;
  if (differForLife(low, high)) return null;
  const shared = sharedGround(low, high);
  // Whose a row that names both of a couple is, no odds can tell.
  if (given === GIVEN.partner) return shared === 'contact' || shared === 'home' ? 'couple' : null;
  if (isOneOf(given, GIVEN.different, GIVEN.otherName, GIVEN.closeName, GIVEN.crossed)) return null;
  const surname = levelOf(low, high, DIMENSION.surname);
  if (surname === SURNAME.different) return given === GIVEN.exact && isBirthday(low, high) && isNear(low, high) ? 'marriage' : null;
  if (given === 0 && surname === 0) return shared === 'contact' ? shared : null;
  const isVague = isOneOf(given, 0, GIVEN.initial, GIVEN.rough) || surname === SURNAME.rough;
  const isElsewhere = differElsewhere(low, high);
  if (isVague && isElsewhere) return isOneOf(shared, 'contact', 'birthday') ? shared : null;
  return shared === 'town' && isElsewhere ? null : shared;
}

/** A ground in plain words. */
export function tellGround(ground: Ground): string {
  if (ground === 'couple') return 'Worth a look: one row names both of a couple, so it may be either’s.';
  if (ground === 'marriage') return 'Worth a look: same given name and birthday under two surnames, perhaps by marriage.';
  return `Worth a look: the names can be one person’s, they share ${WORDS[ground]}, and nothing differs that stays for life.`;
}

const WORDS = {
  contact: 'a mailbox or a number',
  home: 'a home',
  zip: 'a postal code',
  birthday: 'a birthday',
  year: 'the year of birth',
  town: 'the town',
};

function differForLife(low: number, high: number): boolean {
  const isOtherBirth = isOneOf(levelOf(low, high, DIMENSION.dob), DOB.different, DOB.near, DOB.monthDay);
  return isOtherBirth || levelOf(low, high, DIMENSION.suffix) === SUFFIX.different;
}

/** The weightiest thing that the two share beside names. */
function sharedGround(low: number, high: number): Exclude<Ground, 'couple' | 'marriage'> | null {
  const email = levelOf(low, high, DIMENSION.email);
  if (isOneOf(email, EMAIL.exact, EMAIL.mailbox) || levelOf(low, high, DIMENSION.phone) === PHONE.exact) return 'contact';
  if (isOneOf(levelOf(low, high, DIMENSION.street), STREET.exact, STREET.otherUnit, STREET.close)) return 'home';
  if (isOneOf(levelOf(low, high, DIMENSION.area), AREA.zip, AREA.both, AREA.otherCity)) return 'zip';
  if (isBirthday(low, high)) return 'birthday';
  if (isOneOf(levelOf(low, high, DIMENSION.dob), DOB.sameYear, DOB.partial)) return 'year';
  return isNear(low, high) ? 'town' : null;
}

function isNear(low: number, high: number): boolean {
  return isOneOf(levelOf(low, high, DIMENSION.area), AREA.zip, AREA.both, AREA.otherCity, AREA.city, AREA.closeBoth);
}

function isBirthday(low: number, high: number): boolean {
  return isOneOf(levelOf(low, high, DIMENSION.dob), DOB.exact, DOB.close);
}

/** Another mailbox, number or address. */
function differElsewhere(low: number, high: number): boolean {
  const street = levelOf(low, high, DIMENSION.street);
  if (levelOf(low, high, DIMENSION.email) === EMAIL.different || levelOf(low, high, DIMENSION.phone) === PHONE.different) return true;
  return street === STREET.different || street === STREET.sameStreet;
}

function isOneOf<T>(level: T, ...levels: readonly T[]): boolean {
  return levels.includes(level);
}
