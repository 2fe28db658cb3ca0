import type { NameKeys } from './normalise-name.ts';

/** How two names agree, strongest first. */
export type NameAgreement = 'same_name' | 'initial' | 'first_name' | 'no_name';

/**
 * Whether two names can be one person's: the same first and last name; the same last name
 * with an initial for the first; or one is only the other's first name. A suffix on one and
 * not on the other is a disagreement (father and son). Null when they disagree.
 */
export function namesAgree(a: NameKeys | null, b: NameKeys | null): NameAgreement | null {
  if (a === null || b === null) return 'no_name';
  if (a.suffix !== b.suffix) return null;
  if (a.lastKey === null || b.lastKey === null) {
    if (a.firstKey !== b.firstKey) return null;
    return a.lastKey === b.lastKey ? 'same_name' : 'first_name';
  }
  if (a.lastKey !== b.lastKey) return null;
  if (a.firstKey === b.firstKey) return 'same_name';
  return a.firstKey === initialOf(b.firstKey) || b.firstKey === initialOf(a.firstKey) ? 'initial' : null;
}

/** The first letter, as PostgreSQL's left(text, 1) takes it: one code point. */
function initialOf(firstKey: string): string {
  return String.fromCodePoint(firstKey.codePointAt(0) ?? 0);
}
