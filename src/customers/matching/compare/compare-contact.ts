import type { Features } from '../features/features.ts';
import { AT } from '../features/layout.ts';
import { EMAIL, PHONE } from './dimensions.ts';
import { isOneEdit, jaroWinkler } from './text-distance.ts';

/** The best agreement between any e-mail of one record and any of the other. */
export function compareEmails({ rows, pool }: Features, a: number, b: number): number {
  const emailA = rows[a + AT.email] ?? 0;
  const emailB = rows[b + AT.email] ?? 0;
  if (emailA === 0 || emailB === 0) return 0;
  const secondA = rows[a + AT.email2] ?? 0;
  const secondB = rows[b + AT.email2] ?? 0;
  if (emailA === emailB || emailA === secondB || emailB === secondA || (secondA !== 0 && secondA === secondB)) return EMAIL.exact;
  const boxA = rows[a + AT.mailbox] ?? 0;
  const boxB = rows[b + AT.mailbox] ?? 0;
  if (boxA === boxB && pool.lengthOf(boxA) > 3) return EMAIL.mailbox;
  if (pool.lengthOf(boxA) > 4 && pool.lengthOf(boxB) > 4 && (isOneEdit(pool, boxA, boxB) || jaroWinkler(pool, boxA, boxB) >= 0.94))
    return EMAIL.close;
  return jaroWinkler(pool, emailA, emailB) >= 0.92 ? EMAIL.close : EMAIL.different;
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
