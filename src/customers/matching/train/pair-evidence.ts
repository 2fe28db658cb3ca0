import { AREA, DIMENSION, DOB, EMAIL, PHONE, STREET, SURNAME, GIVEN } from '../compare/dimensions.ts';
import type { Features } from '../features/features.ts';
import { AT, WIDTH } from '../features/layout.ts';
import { featureOf, type Frequencies, shareOf } from './frequencies.ts';

/** The share of the value two records agree on in a dimension; 0 where the level is no exact agreement. */
export function agreedShare(
  features: Features,
  frequencies: Frequencies,
  dimension: number,
  level: number,
  first: number,
  second: number,
): number {
  const { rows } = features;
  const a = first * WIDTH;
  const b = second * WIDTH;
  switch (dimension) {
    case DIMENSION.given:
      if (level === GIVEN.exact) {
        const alone = shareOf(frequencies, AT.given, rows[a + AT.given] ?? 0, first, second);
        return rows[a + AT.surname] === rows[b + AT.surname]
          ? Math.max(alone, shareAmongNamesakes(frequencies, rows, a, first, second))
          : alone;
      }
      if (level === GIVEN.swapped) {
        const isWhole = rows[a + AT.given] !== 0 && rows[a + AT.surname] !== 0;
        const names = isWhole ? b : a;
        return Math.max(
          isWhole ? fullNameShare(frequencies, rows, a, first, second) : 0,
          commonShare(frequencies, rows[names + AT.given] ?? 0, first, second) *
            commonShare(frequencies, rows[names + AT.surname] ?? 0, first, second),
        );
      }
      return 0;
    case DIMENSION.surname:
      if (level === SURNAME.exact) return shareOf(frequencies, AT.surname, rows[a + AT.surname] ?? 0, first, second);
      return 0;
    case DIMENSION.email:
      return level === EMAIL.exact ? shareOf(frequencies, AT.email, agreed(rows, a, b, AT.email, AT.email2), first, second) : 0;
    case DIMENSION.phone:
      return level === PHONE.exact ? shareOf(frequencies, AT.phone, agreed(rows, a, b, AT.phone, AT.phone2), first, second) : 0;
    case DIMENSION.street:
      return (level === STREET.exact || level === STREET.otherUnit) && (rows[a + AT.place] ?? 0) !== 0
        ? shareOf(frequencies, AT.place, rows[a + AT.place] ?? 0, first, second)
        : 0;
    case DIMENSION.area:
      if (level === AREA.both && rows[a + AT.area] === rows[b + AT.area])
        return shareOf(frequencies, AT.area, rows[a + AT.area] ?? 0, first, second);
      if (level === AREA.zip || level === AREA.both || level === AREA.otherCity)
        return shareOf(frequencies, AT.zip, rows[a + AT.zip] ?? 0, first, second);
      if (level !== AREA.city) return 0;
      // Spelt differently, the commoner spelling says how rare the town is.
      return Math.max(
        shareOf(frequencies, AT.city, rows[a + AT.city] ?? 0, first, second),
        shareOf(frequencies, AT.city, rows[b + AT.city] ?? 0, first, second),
      );
    case DIMENSION.dob:
      return level === DOB.exact || level === DOB.sameYear ? shareOf(frequencies, AT.dob, rows[a + AT.dob] ?? 0, first, second) : 0;
    default: {
      const feature = featureOf(dimension);
      return level === 1 && feature >= 0 ? shareOf(frequencies, feature, rows[a + feature] ?? 0, first, second) : 0;
    }
  }
}

/** The chance of the given name among all who bear the surname: Huong is rare, Huong Pham is not. */
function shareAmongNamesakes(frequencies: Frequencies, rows: Uint32Array, base: number, first: number, second: number): number {
  const whole = fullNameShare(frequencies, rows, base, first, second);
  return whole === 0 ? 0 : Math.min(1, whole / shareOf(frequencies, AT.surname, rows[base + AT.surname] ?? 0, first, second));
}

function fullNameShare(frequencies: Frequencies, rows: Uint32Array, base: number, first: number, second: number): number {
  const name = rows[base + AT.fullName] ?? 0;
  // Not yet counted in the first guess. Whether any of these records' names is a frequent one says nothing about that.
  return name === 0 || (frequencies.known[AT.fullName] ?? 0) === 0 ? 0 : shareOf(frequencies, AT.fullName, name, first, second);
}

/** How common a name is in whichever place it is commoner; no name is everybody's. */
function commonShare(frequencies: Frequencies, name: number, first: number, second: number): number {
  if (name === 0) return 1;
  return Math.max(shareOf(frequencies, AT.given, name, first, second), shareOf(frequencies, AT.surname, name, first, second));
}

function agreed(rows: Uint32Array, a: number, b: number, first: number, second: number): number {
  const value = rows[a + first] ?? 0;
  return value === (rows[b + first] ?? 0) || value === (rows[b + second] ?? 0) ? value : (rows[a + second] ?? 0);
}

/** Dimensions in which people of one household are like strangers: given names and days of birth. */
export function isPersonal(dimension: number): boolean {
  return dimension === DIMENSION.given || dimension === DIMENSION.middle || dimension === DIMENSION.dob;
}

/** Father and son of one name are about three in a hundred pairs of a household, twins fewer. */
export function householdChance(dimension: number, level: number, chance: number): number {
  const handedOn = dimension === DIMENSION.dob ? 0.005 : 0.03;
  const isPartner = dimension === DIMENSION.given && level === GIVEN.partner;
  // Husband and wife, one of them surname first: the shared word is the family's.
  if (dimension === DIMENSION.given && level === GIVEN.crossed) return Math.max(chance, 0.02);
  return (1 - handedOn) * chance + (level === 1 || isPartner ? handedOn : 0);
}
