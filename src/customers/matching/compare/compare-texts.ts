import type { TextPool } from '../features/text-pool.ts';
import { OTHER } from './dimensions.ts';
import { areTwoSlipsApart, isOneEdit, isPart, jaroWinkler } from './text-distance.ts';

/** How two texts of any other column agree. */
export function compareTexts(pool: TextPool, a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  if (a === b) return OTHER.exact;
  const lengthA = pool.lengthOf(a);
  const lengthB = pool.lengthOf(b);
  if (lengthA < 3 || lengthB < 3) return OTHER.different;
  if (lengthA > 3 && lengthB > 3 && isOneEdit(pool, a, b)) return OTHER.close;
  if (jaroWinkler(pool, a, b, 0.92) >= 0.92) return OTHER.close;
  return isPart(pool, a, b, 4) || (lengthA >= 6 && areTwoSlipsApart(pool, a, b)) ? OTHER.overlap : OTHER.different;
}
