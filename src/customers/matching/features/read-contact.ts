import { isPlaceholderEmail } from '../../normalise/placeholders.ts';
import type { TextPool } from './text-pool.ts';

const scratch = new Uint16Array(512);

/** Where providers ignore dots before the @. */
const DOTLESS = new Set(['gmail.com', 'googlemail.com']);

/**
 * An e-mail as three texts: the address without its +tag, and the bare mailbox (no dots, no
 * domain), which survives a typo in the domain and a change of provider; and the domain. Zeroes for none.
 */
export function readEmail(raw: string, pool: TextPool): { email: number; mailbox: number; domain: number } {
  const lower = raw.toLowerCase().trim();
  const found = lower.indexOf('@');
  // Without an @ it is a slip of the pen when it looks like an address otherwise.
  const at = found < 0 && lower.length > 7 && lower.includes('.') && !lower.includes(' ') ? lower.length : found;
  if (at < 1 || found === lower.length - 1 || lower.length > 200 || (found > 0 && isPlaceholderEmail(lower)))
    return { email: 0, mailbox: 0, domain: 0 };
  const domain = lower.slice(at + 1);
  const tag = lower.indexOf('+');
  const stem = tag > 0 && tag < at ? tag : at;
  const isDotless = DOTLESS.has(domain);
  let length = 0;
  let bare = 0;
  for (let index = 0; index < stem; index += 1) {
    const code = lower.charCodeAt(index);
    if (code !== 46 || !isDotless) {
      scratch[length] = code;
      length += 1;
    }
    if (code === 46 || code === 95 || code === 45) continue;
    scratch[256 + bare] = code;
    bare += 1;
  }
  for (let index = at; index < lower.length; index += 1) {
    scratch[length] = lower.charCodeAt(index);
    length += 1;
    if (length === 256) break;
  }
  return {
    email: pool.internCodes(scratch, 0, Math.min(length, 256)),
    mailbox: pool.internCodes(scratch, 256, 256 + bare),
    domain: pool.intern(domain),
  };
}

/**
 * A phone as its digits, without extension and without a leading 1 of eleven; a number of another country as it is dialled
 * there, with a 0 for the country's code. 0 for fillers and scraps.
 */
export function readPhone(raw: string, pool: TextPool): number {
  let length = 0;
  let isOneDigit = true;
  for (let index = 0; index < raw.length && length < 20; index += 1) {
    const code = raw.charCodeAt(index);
    if (code >= 48 && code <= 57) {
      if (length > 0 && scratch[length - 1] !== code) isOneDigit = false;
      scratch[length] = code;
      length += 1;
    } else if (length >= 7 && (code === 120 || code === 101 || code === 35 || code === 88 || code === 47 || code === 59)) break;
    // A whole number read from a spreadsheet ends in ".0".
    else if (code === 46 && length >= 10 && raw.charCodeAt(index + 1) === 48 && index + 2 === raw.length) break;
  }
  let from = 0;
  if (length === 11 && scratch[0] === 49) from = 1;
  else if (scratch[0] !== 48 ? raw.lastIndexOf('+', 3) >= 0 : scratch[1] === 48 && length > 10) from = withoutCountry(length);
  if (length - from < 7 || isOneDigit || isRun(from, length)) return 0;
  return pool.internCodes(scratch, from, length);
}

/** Country codes of two digits; 1 and 7 are alone, all others have three. */
const TWO_DIGITS = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** Puts a 0 in the place of +44 or 0044, as in 020 7946 0958; returns where it stands. */
function withoutCountry(length: number): number {
  let from = scratch[0] === 48 ? 2 : 0;
  const code = String.fromCharCode(...scratch.subarray(from, from + 2));
  from += code.startsWith('1') || code.startsWith('7') ? 1 : TWO_DIGITS.test(code) ? 2 : 3;
  // "+44 (0)20": the 0 is there already.
  if (scratch[from] === 48) return from;
  if (from >= length) return length;
  scratch[from - 1] = 48;
  return from - 1;
}

/** 1234567890 and its kin. */
function isRun(from: number, to: number): boolean {
  let steps = 0;
  for (let at = from + 1; at < to; at += 1) if (((scratch[at] ?? 0) - (scratch[at - 1] ?? 0) + 10) % 10 === 1) steps += 1;
  return steps >= to - from - 1;
}
