const LETTER_A = 97;
const APOSTROPHES = new Set([0x27, 0x2018, 0x2019, 0x60, 0xb4, 0x2bc]);
const HYPHENS = new Set([0x2d, 0x2010, 0x2011]);
/** Letters that stand for themselves with a stroke or joined: NFKD does not take them apart. */
const STROKES: Readonly<Record<string, string>> = { ß: 'ss', ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i' };

/**
 * A text as lower-case words without accents, in one pass over its characters and without
 * making strings: word `n` is codes[starts[n] .. ends[n]). Reused for every cell.
 */
export class WordScanner {
  codes = new Uint16Array(1024);
  starts = new Uint32Array(256);
  ends = new Uint32Array(256);
  /** Whether a comma stands somewhere before the word, and whether an "&" does. */
  commasBefore = new Uint8Array(256);
  pairsBefore = new Uint8Array(256);
  count = 0;

  /** Splits at everything that is no letter, digit, apostrophe or (with `joinsHyphens`) hyphen. Returns the number of words. */
  read(raw: string, joinsHyphens: boolean): number {
    const text = isPlain(raw) ? raw : plainOf(raw);
    const length = Math.min(text.length, 900);
    let end = 0;
    let commas = 0;
    let pairs = 0;
    let isInside = false;
    this.count = 0;
    for (let at = 0; at < length; at += 1) {
      let code = text.charCodeAt(at);
      if (code >= 65 && code <= 90) code += 32;
      if ((code >= LETTER_A && code <= 122) || (code >= 48 && code <= 57) || code > 127) {
        if (APOSTROPHES.has(code)) continue;
        if (!isInside) {
          if (this.count === 255) break;
          this.starts[this.count] = end;
          this.commasBefore[this.count] = commas;
          this.pairsBefore[this.count] = pairs;
          isInside = true;
        }
        this.codes[end] = code;
        end += 1;
        continue;
      }
      if (code === 0x27 || code === 0x60) continue;
      if (isInside && joinsHyphens && HYPHENS.has(code)) continue;
      if (code === 44) commas += 1;
      if (code === 38) pairs += 1;
      if (isInside) {
        this.ends[this.count] = end;
        this.count += 1;
        isInside = false;
      }
    }
    if (isInside) {
      this.ends[this.count] = end;
      this.count += 1;
    }
    return this.count;
  }

  lengthOf(word: number): number {
    return (this.ends[word] ?? 0) - (this.starts[word] ?? 0);
  }

  textOf(word: number): string {
    let text = '';
    for (let at = this.starts[word] ?? 0; at < (this.ends[word] ?? 0); at += 1) text += String.fromCharCode(this.codes[at] ?? 0);
    return text;
  }
}

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}

function plainOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßłøđðþæœı]/g, (letter) => STROKES[letter] ?? letter)
    .replace(/[^\p{L}\p{M}\p{N}'’‘`´ʼ‐‑,&]+/gu, (found) => (found.includes('-') ? '-' : ' '));
}
