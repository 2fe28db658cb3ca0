import { nicknameClasses } from '../../normalise/nicknames.ts';
import type { Features } from '../features/features.ts';
import { AT } from '../features/layout.ts';
import type { TextPool } from '../features/text-pool.ts';
import { EMAIL, PHONE } from './dimensions.ts';
import { contains, isOneEdit, jaroWinkler } from './text-distance.ts';

/** The best agreement between any e-mail of one record and any of the other. */
export function compareEmails({ rows, pool }: Features, a: number, b: number): number {
  const emailA = rows[a + AT.email] ?? 0;
  const emailB = rows[b + AT.email] ?? 0;
  if (emailA === 0 || emailB === 0) return 0;
  const secondA = rows[a + AT.email2] ?? 0;
  const secondB = rows[b + AT.email2] ?? 0;
  if (emailA === emailB || emailA === secondB || emailB === secondA || (secondA !== 0 && secondA === secondB)) return EMAIL.exact;
  return compareMailboxes(pool, rows, a, b);
}

/**
 * Mailboxes of different addresses. At a provider one that is made of the name alone says
 * nothing beyond the name: every John Smith tries john.smith first, and his numbers are his own.
 */
function compareMailboxes(pool: TextPool, rows: Uint32Array, a: number, b: number): number {
  const boxA = rows[a + AT.mailbox] ?? 0;
  const boxB = rows[b + AT.mailbox] ?? 0;
  const emailA = rows[a + AT.email] ?? 0;
  const emailB = rows[b + AT.email] ?? 0;
  const isSame = boxA === boxB && pool.lengthOf(boxA) > 1;
  const isAlike = isSame || jaroWinkler(pool, emailA, emailB, 0.9) >= 0.9 || isOneEdit(pool, boxA, boxB);
  if (!isAlike) return EMAIL.different;
  if (!isSame && areTwoPeoples(pool, rows, a, b)) return EMAIL.different;
  if (!isSame && areNumbered(pool, boxA, boxB) && holdsName(pool, rows, boxA, a)) return EMAIL.different;
  const domainA = rows[a + AT.domain] ?? 0;
  const domainB = rows[b + AT.domain] ?? 0;
  if (isProvider(pool, domainA) || isProvider(pool, domainB)) {
    if (!isSame && jaroWinkler(pool, boxA, boxB, 0.92) < 0.92) return EMAIL.different;
    const digits = countSameDigits(pool, boxA, boxB);
    if (digits < 0 || pool.lengthOf(boxA) < 4) return EMAIL.different;
    if (digits < 2 && (holdsName(pool, rows, boxA, a) || holdsName(pool, rows, boxB, b))) return 0;
    return isSame ? EMAIL.mailbox : EMAIL.close;
  }
  if (isSame && holdsName(pool, rows, boxA, a) && areNamesakes(pool, domainA, domainB)) return 0;
  if (domainA === domainB || jaroWinkler(pool, domainA, domainB, 0.88) >= 0.88) return isSame ? EMAIL.mailbox : EMAIL.close;
  return isSame && pool.lengthOf(boxA) > 4 && !holdsName(pool, rows, boxA, a) ? EMAIL.mailbox : EMAIL.different;
}

/** carl.venn@ and carol.venn@: a letter apart, but each a given name beside the surname. */
function areTwoPeoples(pool: TextPool, rows: Uint32Array, a: number, b: number): boolean {
  const surname = pool.textOf(rows[a + AT.surname] ?? 0);
  if (surname.length < 3) return false;
  const restA = pool.textOf(rows[a + AT.mailbox] ?? 0).replace(surname, '');
  const restB = pool.textOf(rows[b + AT.mailbox] ?? 0).replace(surname, '');
  return restA !== restB && nicknameClasses(restA).length > 0 && nicknameClasses(restB).length > 0;
}

/** linda.johnson1@ and linda.johnson2@: numbers are given so that namesakes can be told apart. */
function areNumbered(pool: TextPool, a: number, b: number): boolean {
  const lettersOf = (id: number): string => pool.textOf(id).replace(/\d/g, '');
  return countSameDigits(pool, a, b) < 0 && lettersOf(a) === lettersOf(b);
}

const PROVIDERS = new Set(
  `gmail googlemail yahoo ymail rocketmail hotmail outlook live msn aol icloud me mac comcast verizon att sbcglobal bellsouth cox charter
  earthlink rogers shaw telus bell sympatico gmx web mail protonmail proton zoho yandex btinternet bigpond orange free wanadoo optonline`.split(
    /\s+/,
  ),
);

function isProvider(pool: TextPool, domain: number): boolean {
  const text = pool.textOf(domain);
  return PROVIDERS.has(text.slice(0, text.indexOf('.')));
}

/** post.com and post.net: two houses of one name, no slip of the hand. */
function areNamesakes(pool: TextPool, a: number, b: number): boolean {
  if (a === b || isOneEdit(pool, a, b)) return false;
  const nameOf = (domain: number): string => pool.textOf(domain).split('.', 1)[0] ?? '';
  return nameOf(a) === nameOf(b);
}

/** How many digits two mailboxes have, the same ones in the same order; -1 when they differ. */
function countSameDigits(pool: TextPool, a: number, b: number): number {
  const digitsOf = (id: number): string => pool.textOf(id).replace(/\D/g, '');
  const digits = digitsOf(a);
  return digits === digitsOf(b) ? digits.length : -1;
}

function holdsName(pool: TextPool, rows: Uint32Array, mailbox: number, base: number): boolean {
  return contains(pool, mailbox, rows[base + AT.surname] ?? 0, 3) || contains(pool, mailbox, rows[base + AT.given] ?? 0, 3);
}

/** The best agreement between any phone of one record and any of the other. */
export function comparePhones({ rows, pool }: Features, a: number, b: number): number {
  const phoneA = rows[a + AT.phone] ?? 0;
  const phoneB = rows[b + AT.phone] ?? 0;
  if (phoneA === 0 || phoneB === 0) return 0;
  const secondA = rows[a + AT.phone2] ?? 0;
  const secondB = rows[b + AT.phone2] ?? 0;
  if (phoneA === phoneB || phoneA === secondB || phoneB === secondA || (secondA !== 0 && secondA === secondB)) return PHONE.exact;
  return isOneEdit(pool, phoneA, phoneB) ? PHONE.close : PHONE.different;
}
