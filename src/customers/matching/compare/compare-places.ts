import type { Features } from '../features/features.ts';
import { AT } from '../features/layout.ts';
import { AREA, DIMENSION, STREET } from './dimensions.ts';
import { isOneEdit, isPart, jaroWinkler, sharedStart } from './text-distance.ts';

/**
 * Levels of street and area. In different areas the streets differ of themselves, which is not
 * counted again; that one address should lie in one area again is, for strangers, a second coincidence.
 */
export function comparePlaces(features: Features, a: number, b: number): number {
  const area = compareAreas(features, a, b);
  const street = compareStreets(features, a, b);
  const isAtHome = street === STREET.exact || street === STREET.otherUnit || street === STREET.close || street === STREET.rough;
  const isElsewhere = !isAtHome && (area === AREA.different || area === AREA.state);
  return ((isElsewhere ? 0 : street) << (DIMENSION.street * 4)) | (area << (DIMENSION.area * 4));
}

function compareStreets({ rows, pool }: Features, a: number, b: number): number {
  const streetA = rows[a + AT.street] ?? 0;
  const streetB = rows[b + AT.street] ?? 0;
  if (streetA === 0 || streetB === 0) return 0;
  const numberA = rows[a + AT.houseNumber] ?? 0;
  const numberB = rows[b + AT.houseNumber] ?? 0;
  const isSameNumber = numberA === numberB && numberA !== 0;
  const isNumberKnown = numberA !== 0 && numberB !== 0;
  if (streetA === streetB) {
    if (isSameNumber) {
      const unitA = rows[a + AT.unit] ?? 0;
      const unitB = rows[b + AT.unit] ?? 0;
      return unitA !== 0 && unitB !== 0 && unitA !== unitB ? STREET.otherUnit : STREET.exact;
    }
    if (!isNumberKnown) return STREET.close;
    return isOneEdit(pool, numberA, numberB) ? STREET.close : STREET.sameStreet;
  }
  const isClose = isOneEdit(pool, streetA, streetB) || jaroWinkler(pool, streetA, streetB, 0.9) >= 0.9;
  if (isClose && (isSameNumber || !isNumberKnown)) return STREET.close;
  if (isClose) return isOneEdit(pool, numberA, numberB) ? STREET.rough : STREET.sameStreet;
  const isAlike = isPart(pool, streetA, streetB, 5) || jaroWinkler(pool, streetA, streetB, 0.82) >= 0.82;
  return isAlike && (isSameNumber || !isNumberKnown) ? STREET.rough : STREET.different;
}

function compareAreas({ rows, pool }: Features, a: number, b: number): number {
  const zipA = rows[a + AT.zip] ?? 0;
  const zipB = rows[b + AT.zip] ?? 0;
  const cityA = rows[a + AT.city] ?? 0;
  const cityB = rows[b + AT.city] ?? 0;
  const hasZips = zipA !== 0 && zipB !== 0;
  const hasCities = cityA !== 0 && cityB !== 0;
  const isSameCity =
    hasCities &&
    (cityA === cityB || (pool.lengthOf(cityA) > 3 && (isOneEdit(pool, cityA, cityB) || jaroWinkler(pool, cityA, cityB, 0.88) >= 0.88)));
  if (hasZips && zipA === zipB) return !hasCities ? AREA.zip : isSameCity ? AREA.both : AREA.otherCity;
  const isCloseZip =
    hasZips && (isOneEdit(pool, zipA, zipB) || sharedStart(pool, zipA, zipB) >= Math.max(pool.lengthOf(zipA), pool.lengthOf(zipB)) - 2);
  if (isCloseZip) return isSameCity ? AREA.closeBoth : AREA.closeZip;
  if (isSameCity) return AREA.city;
  const stateA = rows[a + AT.state] ?? 0;
  const stateB = rows[b + AT.state] ?? 0;
  if (!hasZips && !hasCities) return stateA === 0 || stateB === 0 ? 0 : stateA === stateB ? AREA.state : AREA.different;
  return stateA !== 0 && stateA === stateB ? AREA.state : AREA.different;
}
