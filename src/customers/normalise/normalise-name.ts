import { placeholderNames } from './placeholders.ts';

/** A name as one would say it, and its parts as they are compared: lower case, without accents. */
export interface NameKeys {
  /** "Last, First" turned round, without titles and remarks, the suffix last: "Mary-Jane O'Brien Jr.". */
  display: string;
  /** All words but the suffix, in speaking order: "maryjane obrien". */
  nameKey: string;
  firstKey: string;
  /** The last word, of a double surname its last half; null when the name is a single word. */
  lastKey: string | null;
  /** jr, sr, ii, iii or iv; null without one. */
  suffix: string | null;
}

/**
 * Reads a person's name: "O'Brien, Mary-Jane Jr." gives maryjane obrien, suffix jr.
 * Null when the text names nobody (empty, only digits, "unknown", "n/a").
 * Nicknames are not looked up here: `firstKey` is where a table of them would come in.
 */
export function normaliseName(raw: string): NameKeys | null {
  const isPlain = PLAIN.test(raw);
  const spoken = (isPlain ? raw : turnedRound(withoutRemarks(raw))).split(/\s+/).filter((word) => word !== '');
  const said = spoken.length > 1 && TITLES.has(bareWord(spoken[0] ?? '')) ? spoken.slice(1) : spoken;
  const at = said.findIndex((word, index) => index > 0 && isSuffix(word, index, said.length));
  const suffixWord = said[at];
  const suffix = suffixWord === undefined ? null : (SUFFIXES.get(bareWord(suffixWord)) ?? WORD_SUFFIXES.get(bareWord(suffixWord)) ?? null);
  const name = at < 0 ? said : said.filter((_, index) => index !== at);
  const words = isPlain ? name.map((word) => word.toLowerCase()) : wordsOf(name.join(' '));
  const nameKey = words.join(' ');
  const [firstKey] = words;
  if (firstKey === undefined || placeholderNames.has(nameKey)) return null;
  const display = [...name, ...(suffixWord === undefined ? [] : [suffixWord])].join(' ');
  return { display, nameKey, firstKey, lastKey: words.length > 1 ? lastKeyOf(name.at(-1) ?? '', words) : null, suffix };
}

/**
 * The last half of a double surname: "Delgado-Núñez" ends as "Delgado Núñez" and "Núñez" do. All three are
 * found with one telephone, and nobody else there is called Rosa.
 */
function lastKeyOf(lastWord: string, words: readonly string[]): string | null {
  const half = wordsOf(lastWord.split(HYPHEN).at(-1) ?? '').at(-1);
  return half !== undefined && half.length > 1 ? half : (words.at(-1) ?? null);
}

function isSuffix(word: string, index: number, words: number): boolean {
  const bare = bareWord(word);
  return SUFFIXES.has(bare) || (WORD_SUFFIXES.has(bare) && index > 1 && index === words - 1);
}

const HYPHEN = /[-‐‑]/;
const PLAIN = /^[A-Za-z]{2,} [A-Za-z]{2,}$/;

const SUFFIXES = new Map([
  ['jr', 'jr'],
  ['jnr', 'jr'],
  ['sr', 'sr'],
  ['snr', 'sr'],
  ['ii', 'ii'],
  ['2nd', 'ii'],
  ['iii', 'iii'],
  ['3rd', 'iii'],
  ['iv', 'iv'],
  ['4th', 'iv'],
]);
/** Suffixes that are names, too: only believed behind a first and a last name. */
const WORD_SUFFIXES = new Map([
  ['junior', 'jr'],
  ['senior', 'sr'],
]);
const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr']);
/** What may stand behind a comma without being a first name. */
const BEHIND_COMMA = new Set(['md', 'phd', 'esq', 'dds', 'cpa', 'rn', 'llc', 'inc', 'ltd', 'corp', 'pllc']);

/** "Robert (Bob) Smith" is Robert Smith; a text that is all in brackets is kept. */
function withoutRemarks(text: string): string {
  const bare = text.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ');
  return /\p{L}/u.test(bare) ? bare : text;
}

function turnedRound(text: string): string {
  if (!text.includes(',')) return text;
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const behind: string[] = [];
  while (parts.length > 1 && standsBehind(parts.at(-1) ?? '')) {
    const part = parts.pop() ?? '';
    if (SUFFIXES.has(bareWord(part))) behind.push(part);
  }
  const [last = '', first = ''] = parts;
  const name = parts.length === 2 ? `${first} ${last}` : parts.join(' ');
  return [name, ...behind].join(' ');
}

function standsBehind(part: string): boolean {
  const word = bareWord(part);
  return SUFFIXES.has(word) || BEHIND_COMMA.has(word);
}

function bareWord(part: string): string {
  return part.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Letters that stand for themselves with a stroke or joined: NFKD does not take them apart. */
const STROKES: Record<string, string> = { ß: 'ss', ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i' };

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßłøđðþæœı]/g, (letter) => STROKES[letter] ?? letter)
    .replace(/['’‘`´ʼ]/g, '')
    .replace(/(?<=[\p{L}\p{N}])[-‐‑](?=[\p{L}\p{N}])/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '' && !/^\p{N}+$/u.test(word));
}
