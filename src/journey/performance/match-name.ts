import { parsePersonName } from '../../import/cells/parse-person-name.ts';
import type { SalesPersonBook } from '../sales-persons/read-sales-persons.ts';
import { makePersonResolver } from '../sales-persons/resolve-fold.ts';
import { similarity } from './similarity.ts';

export const LEAST_SIMILARITY = 0.75;
/** Each of two names must be this much alike: "Jen" may be "Jan", "Gomez" is not "Lopez" (0.6). */
const LEAST_NAME_SIMILARITY = 0.65;
/** Two people this close to each other in likeness cannot be told apart. */
const TOO_CLOSE = 0.02;
/** The same name in another dress ("Last, First", languages in parentheses): sure, but not literal. */
const SAME_KEY_CONFIDENCE = 0.98;

export type NameMatch =
  | { kind: 'matched'; salesPersonId: string; method: 'exact' | 'normalized' | 'similar'; confidence: number }
  | { kind: 'ambiguous'; candidates: string[] }
  | { kind: 'none'; nearest: string | null };

/**
 * Makes a matcher from a name in a performance report to a sales person: a known spelling or
 * the name itself, then the name without decorations, then the likeliest at 0.75 or more whose
 * first and last name are both alike; "Maria Gomez" is never "Maria Lopez".
 */
export function makeNameMatcher(book: SalesPersonBook): (name: string) => NameMatch {
  const resolve = makePersonResolver(book.folds);
  const bySpelling = new Map(book.spellings.map((row) => [row.spelling, row]));
  const nameOf = new Map(book.persons.map((person) => [person.id, person.name]));

  const among = (ids: readonly string[], method: 'exact' | 'normalized' | 'similar', confidence: number): NameMatch | null => {
    const people = [...new Set(ids.map(resolve))];
    const [only] = people;
    if (only === undefined) return null;
    if (people.length > 1) return { kind: 'ambiguous', candidates: people.map((id) => nameOf.get(id) ?? id) };
    return { kind: 'matched', salesPersonId: only, method, confidence };
  };

  return (text) => {
    const spelling = bySpelling.get(text);
    if (spelling !== undefined) return { kind: 'matched', salesPersonId: spelling.sales_person_id, method: 'exact', confidence: 1 };
    const plain = text.trim().toLowerCase();
    const exact = among(
      book.persons.filter((person) => person.name.trim().toLowerCase() === plain).map((person) => person.id),
      'exact',
      1,
    );
    if (exact !== null) return exact;

    const key = parsePersonName(text)?.key ?? plain;
    const normalized = among(
      book.persons.filter((person) => person.normalized_name === key).map((person) => person.id),
      'normalized',
      SAME_KEY_CONFIDENCE,
    );
    if (normalized !== null) return normalized;

    const ranked = book.persons
      .map((person) => ({ person, score: similarity(key, person.normalized_name) }))
      .sort((one, other) => other.score - one.score);
    const [nearest] = ranked;
    const alike = ranked.filter(({ person, score }) => score >= LEAST_SIMILARITY && areNamesAlike(key, person.normalized_name));
    const [best] = alike;
    if (best === undefined) return { kind: 'none', nearest: nearest !== undefined && nearest.score > 0.5 ? nearest.person.name : null };
    const rivals = alike.filter(({ score }) => best.score - score <= TOO_CLOSE);
    return (
      among(
        rivals.map(({ person }) => person.id),
        'similar',
        Math.round(best.score * 10_000) / 10_000,
      ) ?? { kind: 'none', nearest: null }
    );
  };
}

/** Whether first and last names are each alike, or one is the other's initial. */
function areNamesAlike(one: string, other: string): boolean {
  const [oneNames, otherNames] = [one.split(' '), other.split(' ')];
  if (oneNames.length === 1 || otherNames.length === 1) return oneNames.length === otherNames.length;
  return isAlike(oneNames.at(0), otherNames.at(0)) && isAlike(oneNames.at(-1), otherNames.at(-1));
}

function isAlike(one = '', other = ''): boolean {
  if (one.length === 1 || other.length === 1) return one.charAt(0) === other.charAt(0);
  return similarity(one, other) >= LEAST_NAME_SIMILARITY;
}
