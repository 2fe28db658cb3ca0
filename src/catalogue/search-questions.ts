import type { Question } from './question.ts';
import { EMPTY_WORDS, PHRASES, SYNONYMS } from './search-words.ts';
import { slipsBetween } from './suggestion.ts';

/**
 * The questions that an owner may mean by some words, the best fit first: words of the id and the wording count most,
 * rare ones more than common ones; other words for the same thing, other endings and slips of the pen are understood.
 * A question that has less than half of what was asked for is left out.
 */
export function searchQuestions(questions: readonly Question[], words: string): Question[] {
  const { index, rarity } = indexOf(questions);
  const wanted = wordsOf(words).map((word) => meaningsOf(word, rarity));
  if (wanted.length === 0) return [];
  const named = words
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  return index
    .map(({ question, ...texts }) => ({ question, score: scoreOf(texts, wanted, rarity) + (question.id === named ? NAMED : 0) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.question.id < b.question.id ? -1 : 1))
    .map(({ question }) => question);
}

/** Whoever writes an id means that question. */
const NAMED = 1000;

interface Texts {
  id: ReadonlySet<string>;
  head: ReadonlySet<string>;
  rest: ReadonlySet<string>;
}

interface Index {
  index: (Texts & { question: Question })[];
  rarity: Rarity;
}

/** Questions are read once as long as they are the same: a search takes a millisecond then. */
const indexes = new WeakMap<readonly Question[], Index>();

function indexOf(questions: readonly Question[]): Index {
  const known = indexes.get(questions);
  if (known !== undefined) return known;
  const index = questions.map(readQuestion);
  const made = { index, rarity: rarityOf(index) };
  indexes.set(questions, made);
  return made;
}

function readQuestion(question: Question): Texts & { question: Question } {
  const rest = [question.definition, question.grain, ...question.columns.map(({ name, meaning }) => `${name} ${meaning}`)].join(' ');
  return {
    question,
    id: new Set(wordsOf(question.id)),
    head: new Set(wordsOf(`${question.question} ${question.theme}`)),
    rest: new Set(wordsOf(rest)),
  };
}

/** The words of a text that say something, by their stems. */
function wordsOf(text: string): string[] {
  const folded = PHRASES.reduce(
    (left, [phrase, word]) => left.replace(phrase, ` ${word} `),
    ` ${text.toLowerCase().replaceAll('_', ' ')} `,
  );
  return folded
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word))
    .map(stemOf);
}

function stemOf(word: string): string {
  if (word.length <= 4) return word.replace(/([^s])s$/, '$1');
  return word
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x)es$/, '$1')
    .replace(/([^s])s$/, '$1')
    .replace(/(ing|ed|er|est)$/, '')
    .replace(/e$/, '');
}

/** How much a word says: 0 when every question has it. */
type Rarity = ReadonlyMap<string, number>;

function rarityOf(index: readonly Texts[]): Rarity {
  const counts = new Map<string, number>();
  for (const { id, head, rest } of index)
    for (const word of new Set([...id, ...head, ...rest])) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, count]) => [word, Math.log(1 + index.length / count)]));
}

/** A word with what else it may mean, each with how sure that is. */
type Meanings = readonly (readonly [word: string, sure: number])[];

const STEMMED = new Map(Object.entries(SYNONYMS).map(([word, meanings]) => [stemOf(word), meanings.map(stemOf)]));

function meaningsOf(word: string, rarity: Rarity): Meanings {
  const known = STEMMED.has(word) || rarity.has(word) ? word : nearest(word, [...STEMMED.keys(), ...rarity.keys()]);
  const others = (STEMMED.get(known) ?? []).map((meaning, place) => [meaning, 0.9 - 0.1 * place] as const);
  return [[known, 1], ...others];
}

/** The known word that a slip of the pen made this one of; the word itself when none is near. */
function nearest(word: string, known: readonly string[]): string {
  if (word.length < 4) return word;
  const best = known.map((each) => ({ each, slips: slipsBetween(word, each) })).sort((a, b) => a.slips - b.slips)[0];
  return best !== undefined && best.slips <= (word.length < 7 ? 1 : 2) ? best.each : word;
}

function scoreOf(texts: Texts, wanted: readonly Meanings[], rarity: Rarity): number {
  let total = 0;
  let found = 0;
  for (const meanings of wanted) {
    // Another word for it that happens to be rare says no more than the word itself.
    const says = Math.min(...meanings.slice(0, 2).map(([word]) => rarity.get(word) ?? Number.POSITIVE_INFINITY));
    const best = says === Number.POSITIVE_INFINITY ? 0 : says * Math.max(...meanings.map(([word, sure]) => sure * weightOf(texts, word)));
    if (best > 0) found += 1;
    total += best;
  }
  if (found * 2 < wanted.length) return 0;
  // What stands in the id beside the words asked for makes it the answer to a narrower question.
  const extra = [...texts.id].filter((word) => !wanted.some((meanings) => meanings.some(([meaning]) => meaning === word))).length;
  return (total * found) / wanted.length - 1.5 * extra + 10;
}

function weightOf({ id, head, rest }: Texts, word: string): number {
  return (id.has(word) ? 4 : 0) + (head.has(word) ? 2 : 0) + (rest.has(word) ? 0.5 : 0);
}
