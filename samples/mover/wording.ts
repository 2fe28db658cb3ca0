import { BRANCHES, LEAD_SOURCES, SALES_PEOPLE, UNRESOLVED } from './directory.ts';
import type { QuirkId } from './quirks.ts';
import type { Cell } from './sheet.ts';
import { odd } from './writing.ts';

/** A branch as written; the value it stands for is `City|currency`. */
export function branchCell(text: string): Cell {
  const branch = BRANCHES.find(({ spellings }) => spellings.includes(text));
  if (branch === undefined) return text;
  return odd(branchQuirk(text), text, `${branch.city}|${branch.currency}`);
}

/** A seller as written; the value it stands for is the canonical name, or the text itself where nobody can tell. */
export function sellerCell(text: string): Cell {
  if (UNRESOLVED.includes(text)) return odd('seller-ambiguous', text, text);
  const seller = SALES_PEOPLE.find(({ spellings }) => spellings.includes(text));
  const quirk = SELLER_SHAPES.find(([, shape]) => shape.test(text))?.[0];
  return seller === undefined || quirk === undefined ? text : odd(quirk, text, seller.canonical);
}

/** A lead source as written; the tricky ones stand for `Name|Category`. */
export function sourceCell(text: string): Cell {
  const source = LEAD_SOURCES.find(({ spellings }) => spellings.includes(text));
  if (source === undefined || !['Broadway', 'Radio', 'Cobweb Storage'].includes(source.name)) return text;
  return odd('source-not-an-ad', text, `${source.name}|${source.category}`);
}

/** A status as written; with a reason it stands for `status|reason`. */
export function statusCell(text: string): Cell {
  const match = /^(lost|bad lead|cancell?ed)( - | )(.+)$/i.exec(text);
  if (match === null) return text;
  const [, status = '', joint, reason = ''] = match;
  const quirk = /^canceled/i.test(status) ? 'status-one-l' : joint === ' - ' ? 'status-dash-reason' : 'status-space-reason';
  return odd(quirk, text, `${status}|${reason}`);
}

/** The pipeline label; commission remarks stand for `kind|person|share or amount`. */
export function labelCell(text: string): Cell {
  const found = LABELS.find(([label]) => label === text);
  return found === undefined ? text : odd(found[1], text, found[2]);
}

/** Commission remarks and other labels with what they mean. */
export const LABELS: readonly (readonly [string, QuirkId, string])[] = [
  ['default', 'label-default', ''],
  ['Booked ', 'label-trailing-space', 'Booked'],
  ['Split with Ben C', 'label-split', 'split|Ben C|50'],
  ['Split the move with Ava S', 'label-split', 'split|Ava S|50'],
  ['40% of the move to Marcus O', 'label-percent', 'percent|Marcus O|40'],
  ['40% of move to Marcus O', 'label-percent', 'percent|Marcus O|40'],
  ['$100 deduction off revenue goes to Elise F', 'label-deduction', 'deduction|Elise F|100'],
  ['$10 bonus to Noor H', 'label-bonus', 'bonus|Noor H|10'],
  ['$10 bonus for Noor H', 'label-bonus', 'bonus|Noor H|10'],
];

const SELLER_SHAPES: readonly (readonly [QuirkId, RegExp])[] = [
  ['seller-company', / - /],
  ['seller-underscores', /^_.*_$/],
  ['seller-languages', /\(/],
  ['seller-dollar', /\$/],
  ['seller-leading-spaces', /^ /],
  ['seller-turned', /,/],
  ['seller-initial', / [A-Z]$/],
];

function branchQuirk(text: string): QuirkId {
  if (text.includes('🇨🇦🇺🇸')) return 'branch-both-flags';
  if (text.includes('(') || text.includes('Cold Call')) return 'branch-remark';
  if (/No Longer Active/.test(text)) return 'branch-closed';
  if (/ (CA|US) - /.test(text)) return 'branch-letters';
  if (/ {2}| $/.test(text)) return 'branch-spaces';
  return text.includes('Corporate') ? 'branch-corporate' : 'branch-flag';
}
