import { bareText } from './bare-text.ts';

export interface CommissionRemark {
  /** split: half goes to the person; share: a percentage; deduction and bonus: an amount. */
  kind: 'split' | 'share' | 'deduction' | 'bonus';
  person: string;
  /** Decimal text; exactly one of the two is set. */
  percent: string | null;
  amount: string | null;
}

const SPLIT = /^split\s+(?:(?:the\s+)?(?:move|job)\s+)?with\s+(.+)$/i;
const SHARE = /^(\d{1,3}(?:\.\d+)?)\s*%\s+of\s+(?:the\s+)?(?:move|job)\s+(?:goes\s+)?to\s+(.+)$/i;
const DEDUCTION =
  /^\$\s*(\d[\d,]*(?:\.\d+)?)\s+deduction\s+(?:off|from)\s+(?:the\s+)?revenue\s+(?:that\s+)?(?:goes|to go|going)?\s*to\s+(.+)$/i;
const BONUS = /^\$\s*(\d[\d,]*(?:\.\d+)?)\s+bonus\s+(?:goes\s+)?(?:to|for)\s+(.+)$/i;

/** Reads the commission remarks that people write into Lead Status; null for any other text. */
export function parseCommissionRemark(text: string): CommissionRemark | null {
  const bare = bareText(text)
    .replace(/\s+/g, ' ')
    .replace(/[.!]+$/, '');
  if (bare.length < 5) return null;

  const split = SPLIT.exec(bare);
  if (split !== null) return { kind: 'split', person: person(split[1]), percent: '50', amount: null };
  const share = SHARE.exec(bare);
  if (share !== null && Number(share[1]) <= 100) {
    return { kind: 'share', person: person(share[2]), percent: share[1] ?? null, amount: null };
  }
  const deduction = DEDUCTION.exec(bare);
  if (deduction !== null) return withAmount('deduction', deduction);
  const bonus = BONUS.exec(bare);
  return bonus === null ? null : withAmount('bonus', bonus);
}

function withAmount(kind: 'deduction' | 'bonus', match: RegExpExecArray): CommissionRemark {
  return { kind, person: person(match[2]), percent: null, amount: (match[1] ?? '').replaceAll(',', '') };
}

function person(text: string | undefined): string {
  return (text ?? '').trim();
}
