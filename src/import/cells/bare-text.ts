/**
 * A cell's text without what programs wrap around it: outer spaces, Excel's text guard `="00123"`,
 * and the apostrophe that our own exports put before = + - @.
 */
export function bareText(text: string): string {
  const trimmed = withoutInvisibleEnds(text.trim());
  const first = trimmed.charCodeAt(0);
  if (first === 61 /* = */ && trimmed.length > 2) {
    const guarded = /^="((?:[^"]|"")*)"$/.exec(trimmed);
    return guarded?.[1] === undefined ? trimmed : guarded[1].replaceAll('""', '"').trim();
  }
  if (first === 39 /* ' */ && GUARDED.includes(trimmed.charAt(1)) && trimmed.length > 1) return trimmed.slice(1);
  return trimmed;
}

const GUARDED = '=+-@';

/** Soft hyphen, zero-width space, direction marks, word joiner, byte-order mark: copied along from web pages and chats. */
const INVISIBLE = '\\u00ad\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff';
const INVISIBLE_ENDS = new RegExp(`^[\\s${INVISIBLE}]+|[\\s${INVISIBLE}]+$`, 'g');
const INVISIBLE_ANYWHERE = new RegExp(`[${INVISIBLE}]`, 'g');

function withoutInvisibleEnds(trimmed: string): string {
  const isPlain = trimmed.charCodeAt(0) < 0xad && trimmed.charCodeAt(trimmed.length - 1) < 0xad;
  return isPlain || trimmed === '' ? trimmed : trimmed.replace(INVISIBLE_ENDS, '');
}

/** Bare text of a number or date: invisible characters gone everywhere, full-width digits and signs as plain ones. */
export function bareFigures(text: string): string {
  const bare = bareText(text);
  if (!/[\u0080-\uffff]/.test(bare)) return bare;
  return bare.replace(INVISIBLE_ANYWHERE, '').replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** True for the words that stand for "nothing" in typed columns; takes bare text. */
export function isEmptyWord(bare: string): boolean {
  if (bare.length > 4) return false;
  return EMPTY_WORDS.has(bare) || EMPTY_WORDS.has(bare.toLowerCase());
}

const EMPTY_WORDS = new Set(['', '-', '--', '—', '–', 'n/a', 'na', 'null', 'none', 'tbd', 'tba']);
