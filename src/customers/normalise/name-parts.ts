import { normaliseName } from './normalise-name.ts';
import { plainWords } from './plain-words.ts';

/** The parts of a person's name as they are compared: lower case, without accents. */
export interface NameParts {
  /** Null when only a surname is known ("Mr. Smith"). */
  given: string | null;
  middles: string[];
  /** Particles joined to it: "vanderberg" for van der Berg; null for a single word. */
  surname: string | null;
  suffix: string | null;
  /** What the person is called: Bob of Robert "Bob" Smith; null when it is not said. */
  called: string | null;
  /** The other half of "Pat & Lee Smith", whose surname is the same unless their own is written. */
  partner: { given: string | null; surname: string | null } | null;
}

/**
 * Takes a name apart: order ("Smith, Pat"), titles, suffixes, particles, remarks and couples.
 * Null when it names nobody. A name written the wrong way round stays so: nothing in it tells.
 */
export function readNameParts(raw: string): NameParts | null {
  const couple = /^(.*?)\s*(?:&|\+|\b(?:and|und|et)\b)\s*(.*)$/i.exec(raw);
  const first = couple?.[1]?.trim() ?? '';
  const second = couple?.[2]?.trim() ?? '';
  if (couple === null || first === '' || second === '') return single(raw);
  if (first.includes(',')) return coupleBehindComma(first, second);
  const one = single(first);
  const other = single(second);
  if (one === null || other === null) return isTitle(first) ? withPartner(other, null) : (one ?? other);
  if (one.surname !== null) return withPartner(one, { given: other.given, surname: other.surname ?? one.surname });
  return withPartner({ ...one, surname: other.surname, suffix: other.suffix }, { given: other.given, surname: other.surname });
}

function single(raw: string): NameParts | null {
  if (isTitle(raw)) return null;
  const name = normaliseName(raw);
  if (name === null) return null;
  const words = name.nameKey.split(' ');
  const called = calledIn(raw, words);
  const [given = null, ...rest] = words.filter((word) => word !== called || words.length < 3);
  if (startsWithTitle(raw) && rest.length === 0)
    return { given: null, middles: [], surname: given, suffix: name.suffix, called, partner: null };
  const start = surnameStart(rest);
  const surname = rest.length === 0 ? null : rest.slice(start).join('');
  return { given, middles: rest.slice(0, start), surname, suffix: name.suffix, called, partner: null };
}

/** "Smith, Pat & Lee". */
function coupleBehindComma(first: string, second: string): NameParts | null {
  const one = single(first);
  const other = single(second);
  return withPartner(one, { given: other?.given ?? null, surname: other?.surname ?? one?.surname ?? null });
}

function withPartner(one: NameParts | null, partner: NameParts['partner'] | { given: null; surname: null }): NameParts | null {
  return one === null ? null : { ...one, partner: partner ?? { given: null, surname: one.surname } };
}

/** A surname begins at its first particle: "ludwig van der berg" at van. */
function surnameStart(rest: readonly string[]): number {
  const found = rest.findIndex((word, at) => at < rest.length - 1 && PARTICLES.has(word));
  return found < 0 ? Math.max(0, rest.length - 1) : found;
}

/** A name in brackets or quotation marks beside the others. */
function calledIn(raw: string, words: readonly string[]): string | null {
  const found = /[("“«]\s*(\p{L}[\p{L}.'-]*)\s*[)"”»]/u.exec(raw)?.[1];
  const called = found === undefined ? undefined : plainWords(found)[0];
  return called === undefined || called === words[0] ? null : called;
}

function isTitle(text: string): boolean {
  return TITLE.test(text.trim());
}

function startsWithTitle(text: string): boolean {
  return /^\s*(?:mrs?|ms|miss|dr)\b/i.test(text);
}

const TITLE = /^(?:mrs?|ms|miss|dr)\.?$/i;

const PARTICLES: ReadonlySet<string> = new Set(
  'van von der den de del della dela di da dos das du la le los las st saint ter ten te mac mc o al el bin ibn ben abu san santa zu zur af av'.split(
    ' ',
  ),
);
