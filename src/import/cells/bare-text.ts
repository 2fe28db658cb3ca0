/**
 * A cell's text without what programs wrap around it: outer spaces, Excel's text guard `="00123"`,
 * and the apostrophe that our own exports put before = + - @.
 */
export function bareText(text: string): string {
  const trimmed = text.trim();
  const first = trimmed.charCodeAt(0);
  if (first === 61 /* = */ && trimmed.length > 2) {
    const guarded = /^="((?:[^"]|"")*)"$/.exec(trimmed);
    return guarded?.[1] === undefined ? trimmed : guarded[1].replaceAll('""', '"').trim();
  }
  if (first === 39 /* ' */ && GUARDED.includes(trimmed.charAt(1)) && trimmed.length > 1) return trimmed.slice(1);
  return trimmed;
}

const GUARDED = '=+-@';

/** True for the words that stand for "nothing" in typed columns; takes bare text. */
export function isEmptyWord(bare: string): boolean {
  if (bare.length > 4) return false;
  return EMPTY_WORDS.has(bare) || EMPTY_WORDS.has(bare.toLowerCase());
}

const EMPTY_WORDS = new Set(['', '-', '--', '—', '–', 'n/a', 'na', 'null', 'none', 'tbd', 'tba']);
