import type { NameAgreement } from '../normalise/names-agree.ts';
import { DECISION } from './people-forest.ts';

/** Bits of what two records share. */
export const SHARED = { email: 1, phone: 2, quote_number: 4 } as const;

/**
 * How sure a link of the exact rules is, on a scale of our own: the chance that the rule is
 * right, as judged, not yet measured. E-mail is taken as a little surer than phone
 * (numbers are handed on), two shared values as surer than one, and every step down in how
 * the names agree costs more than a shared value can win back. What a person decided is 1.
 */
export function confidenceOf(reason: number, shared: number, names: NameAgreement): number {
  if (reason === DECISION) return 1;
  return Math.round(byValues(shared) * BY_NAMES[names] * 10_000) / 10_000;
}

const BY_NAMES: Record<NameAgreement, number> = { same_name: 1, initial: 0.96, first_name: 0.94, no_name: 0.9 };

function byValues(shared: number): number {
  const count = (shared & 1) + ((shared >> 1) & 1) + ((shared >> 2) & 1);
  if (count >= 2) return 0.999;
  if ((shared & SHARED.quote_number) !== 0) return 0.995;
  return (shared & SHARED.email) !== 0 ? 0.99 : 0.98;
}
