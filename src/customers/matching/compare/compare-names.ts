import type { Features } from '../features/features.ts';
import { AT } from '../features/layout.ts';
import { nicknameClasses } from '../../normalise/nicknames.ts';
import type { TextPool } from '../features/text-pool.ts';
import { DIMENSION, GIVEN, MIDDLE, SUFFIX, SURNAME } from './dimensions.ts';
import { firstCode, isOneEdit, isPart, isTwoEdits, jaroWinkler } from './text-distance.ts';

/** Levels of given name, surname, middle names and suffix of the records at rows a and b, as bits of a pattern. */
export function compareNames(features: Features, a: number, b: number): number {
  const { rows, pool } = features;
  const givenA = rows[a + AT.given] ?? 0;
  const givenB = rows[b + AT.given] ?? 0;
  const surnameA = rows[a + AT.surname] ?? 0;
  const surnameB = rows[b + AT.surname] ?? 0;
  let given = compareGiven(features, givenA, givenB);
  let surname = compareSurname(features, surnameA, surnameB);
  const isOther = given === GIVEN.different || given === GIVEN.otherName;
  if ((isOther || given === 0) && (surname === SURNAME.different || surname === 0)) {
    // Who has written one name only may have put it into the other column.
    const isSwapped =
      (sameWord(pool, givenA, surnameB) && (sameWord(pool, surnameA, givenB) || surnameA === 0 || givenB === 0)) ||
      (sameWord(pool, surnameA, givenB) && (givenA === 0 || surnameB === 0));
    if (isSwapped) {
      // One slip, not two: the surname has nothing to add.
      given = GIVEN.swapped;
      surname = 0;
    } else if (given !== 0 && surname !== 0 && (sameWord(pool, givenA, surnameB) || sameWord(pool, surnameA, givenB))) {
      given = GIVEN.crossed;
      surname = 0;
    }
  }
  if (given === GIVEN.different || given === GIVEN.otherName) given = otherGiven(features, a, b, given);
  const middle = compareMiddle(features, a, b);
  return (
    (given << (DIMENSION.given * 4)) |
    (surname << (DIMENSION.surname * 4)) |
    (middle << (DIMENSION.middle * 4)) |
    (compareSuffix(rows[a + AT.suffix] ?? 0, rows[b + AT.suffix] ?? 0) << (DIMENSION.suffix * 4))
  );
}

function compareGiven({ pool, words }: Features, a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  if (a === b) return GIVEN.exact;
  const lengthA = pool.lengthOf(a);
  const lengthB = pool.lengthOf(b);
  if (lengthA === 1 || lengthB === 1) return firstCode(pool, a) === firstCode(pool, b) ? GIVEN.initial : GIVEN.otherName;
  if (shareNickname(pool, words.nickname, a, b)) return GIVEN.nickname;
  const isEstablished = words.established[a] === 1 && words.established[b] === 1;
  if (lengthA > 2 && lengthB > 2 && isOneEdit(pool, a, b)) return isEstablished ? GIVEN.closeName : GIVEN.close;
  const similarity = jaroWinkler(pool, a, b, 0.82);
  if (similarity >= 0.92) return isEstablished ? GIVEN.closeName : GIVEN.close;
  if (similarity >= 0.82 || isPart(pool, a, b, 3)) return GIVEN.similar;
  if (!isEstablished && isTwoEdits(pool, a, b)) return GIVEN.rough;
  return isEstablished ? GIVEN.otherName : GIVEN.different;
}

function shareNickname(pool: TextPool, nickname: Uint32Array, a: number, b: number): boolean {
  const classA = nickname[a] ?? 0;
  const classB = nickname[b] ?? 0;
  if (classA === 0 || classB === 0) return false;
  if (classA === classB) return true;
  const classesB = nicknameClasses(pool.textOf(b));
  return nicknameClasses(pool.textOf(a)).some((found) => classesB.includes(found));
}

/** The partner of a couple, or a middle name somebody goes by, in place of the first given name. */
function otherGiven({ rows, pool }: Features, a: number, b: number, level: number): number {
  const givenA = rows[a + AT.given] ?? 0;
  const givenB = rows[b + AT.given] ?? 0;
  const partnerA = rows[a + AT.partner] ?? 0;
  const partnerB = rows[b + AT.partner] ?? 0;
  if ((partnerA !== 0 && partnerA === givenB) || (partnerB !== 0 && partnerB === givenA)) return GIVEN.partner;
  for (let at = AT.middle1; at <= AT.middle3; at += 1) {
    const middleA = rows[a + at] ?? 0;
    const middleB = rows[b + at] ?? 0;
    if (middleA !== 0 && middleA === givenB && pool.lengthOf(middleA) > 1) return GIVEN.similar;
    if (middleB !== 0 && middleB === givenA && pool.lengthOf(middleB) > 1) return GIVEN.similar;
  }
  return level;
}

function compareSurname({ pool, words }: Features, a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  if (a === b) return SURNAME.exact;
  const lengthA = pool.lengthOf(a);
  const lengthB = pool.lengthOf(b);
  if (lengthA === 1 || lengthB === 1) return firstCode(pool, a) === firstCode(pool, b) ? SURNAME.initial : SURNAME.different;
  if (lengthA > 2 && lengthB > 2 && isOneEdit(pool, a, b)) return SURNAME.close;
  const similarity = jaroWinkler(pool, a, b, 0.75);
  if (similarity >= 0.93) return SURNAME.close;
  if (similarity >= 0.85 || isPart(pool, a, b, 4)) return SURNAME.similar;
  if (similarity >= 0.75 && words.sound[a] === words.sound[b]) return SURNAME.similar;
  return isTwoEdits(pool, a, b) ? SURNAME.rough : SURNAME.different;
}

function sameWord(pool: TextPool, a: number, b: number): boolean {
  if (a === 0 || b === 0) return false;
  return a === b || (pool.lengthOf(a) > 3 && pool.lengthOf(b) > 3 && (isOneEdit(pool, a, b) || jaroWinkler(pool, a, b, 0.9) >= 0.9));
}

function compareMiddle({ rows, pool }: Features, a: number, b: number): number {
  const firstA = rows[a + AT.middle1] ?? 0;
  const firstB = rows[b + AT.middle1] ?? 0;
  if (firstA === 0 || firstB === 0) return 0;
  let initials = 0;
  for (let atA = AT.middle1; atA <= AT.middle3; atA += 1) {
    const middleA = rows[a + atA] ?? 0;
    if (middleA === 0) break;
    for (let atB = AT.middle1; atB <= AT.middle3; atB += 1) {
      const middleB = rows[b + atB] ?? 0;
      if (middleB === 0) break;
      if (middleA === middleB && pool.lengthOf(middleA) > 1) return MIDDLE.shared;
      if (middleA === middleB || (pool.lengthOf(middleA) > 4 && isOneEdit(pool, middleA, middleB))) initials = 1;
      else if ((pool.lengthOf(middleA) === 1 || pool.lengthOf(middleB) === 1) && firstCode(pool, middleA) === firstCode(pool, middleB))
        initials = 1;
    }
  }
  return initials === 1 ? MIDDLE.initial : MIDDLE.different;
}

function compareSuffix(a: number, b: number): number {
  if (a === 0 && b === 0) return 0;
  if (a === 0 || b === 0) return SUFFIX.oneSided;
  return a === b ? SUFFIX.same : SUFFIX.different;
}
