import { bareText } from './bare-text.ts';

export interface BranchName {
  /** The name without flags and remarks, its parts joined by ' - ', in the file's letter case. */
  name: string;
  city: string | null;
  /** Two-letter state or province when the city part names one ("Austin, TX"). */
  state: string | null;
  company: string | null;
  /** From the flag; a branch with both flags counts as CAD and has both in `flags`. */
  currency: 'USD' | 'CAD' | null;
  flags: ('CA' | 'US')[];
  /** Decorations and middle parts, as written: "On Hold", "No Longer Active", "Corporate". */
  remarks: string[];
  /** False when a remark says that the branch takes no bookings now. */
  isActive: boolean;
  isTestLocation: boolean;
}

const FLAG = /\u{1F1E8}\u{1F1E6}|\u{1F1FA}\u{1F1F8}/gu;
const LETTER_FLAG = /(?<=\s)(CA|US)(?=\s|$)/g;
const DECORATION =
  /[\s.…-]*\b(no longer active|no new bookings until further notice|on hold|cold call leads?|lead saver|test location)\b[\s.…]*/gi;
const NOT_TAKING_BOOKINGS = /\b(no longer active|inactive|no new bookings|on hold|permanently closed|closed)\b/i;

/** Takes a branch name apart: "CALGARY 🇨🇦 - Corporate - Company (On Hold)". Null for an empty cell. */
export function parseBranchName(text: string): BranchName | null {
  const bare = bareText(text).replace(/\s+/g, ' ');
  if (bare === '') return null;
  const remarks: string[] = [];
  const flags = new Set<'CA' | 'US'>();

  let rest = bare.replace(FLAG, (flag) => {
    flags.add(flag === '\u{1F1E8}\u{1F1E6}' ? 'CA' : 'US');
    return ' ';
  });
  rest = rest.replace(/\(([^()]*)\)/g, (_all, remark: string) => {
    if (remark.trim() !== '') remarks.push(remark.trim());
    return ' ';
  });
  rest = rest.replace(DECORATION, (_all, remark: string, offset: number) => {
    remarks.push(remark.trim());
    return offset === 0 ? '' : ' ';
  });
  rest = rest.replace(LETTER_FLAG, (_all, letters: string) => {
    flags.add(letters === 'CA' ? 'CA' : 'US');
    return ' ';
  });

  const parts = rest
    .split(/\s+[-–—]+(?=\s|$)|^[-–—]+\s/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '');
  for (const middle of parts.slice(1, -1)) remarks.push(middle);
  const place = parts.length > 1 ? cityAndState(parts[0] ?? '') : { city: null, state: null };
  const said = remarks.join(' | ');
  return {
    name: parts.length > 0 ? parts.join(' - ') : bare,
    ...place,
    company: parts.length > 1 ? (parts.at(-1) ?? null) : null,
    currency: flags.has('CA') ? 'CAD' : flags.has('US') ? 'USD' : null,
    flags: [...flags],
    remarks,
    isActive: !NOT_TAKING_BOOKINGS.test(said),
    isTestLocation: /\btest location\b/i.test(said),
  };
}

function cityAndState(part: string): { city: string | null; state: string | null } {
  const match = /^(.+?),\s*([A-Za-z]{2})$/.exec(part);
  const city = match?.[1] ?? part;
  return {
    city: /\p{Ll}/u.test(city) ? city : titleCase(city),
    state: match?.[2]?.toUpperCase() ?? null,
  };
}

function titleCase(text: string): string {
  return text.toLowerCase().replace(/(^|[\s.-])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase());
}
