/**
 * The words of a text, lower case, without accents, apostrophes and punctuation: "O'Brien-Łoś St."
 * is obrien, los, st. Letters of any script stay. A `kept` character is a word of its own.
 */
export function plainWords(raw: string, kept = ''): string[] {
  const text = isPlain(raw) ? raw.toLowerCase() : withoutAccents(raw);
  const words: string[] = [];
  let word = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127) {
      word += text.charAt(at);
      continue;
    }
    if (code === 39 || code === 96) continue;
    if (word !== '') words.push(word);
    word = '';
    if (kept.includes(text.charAt(at))) words.push(text.charAt(at));
  }
  if (word !== '') words.push(word);
  return words;
}

/** Letters that stand for themselves with a stroke or joined: NFKD does not take them apart. */
const STROKES: Readonly<Record<string, string>> = { ß: 'ss', ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i' };

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßłøđðþæœı]/g, (letter) => STROKES[letter] ?? letter)
    .replace(/['’‘´ʼ]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}\x20-\x7f]+/gu, ' ');
}
