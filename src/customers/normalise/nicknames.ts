import { ENGLISH_NICKNAMES } from './data/english-nicknames.ts';
import { WORLD_NICKNAMES } from './data/world-nicknames.ts';

/**
 * The circles of names (numbers from 1) that a given name belongs to, its own circle first: two
 * names that share one may be one person's. None for a name that is not listed. Expects the name
 * lower case and without accents, as `normaliseName` gives it.
 */
export function nicknameClasses(name: string): readonly number[] {
  return CIRCLES.get(name) ?? NONE;
}

/** Whether two different given names may be one person's: Bob and Robert, Wm and William. */
export function areNicknames(a: string, b: string): boolean {
  if (a === b) return false;
  const theirs = nicknameClasses(b);
  return nicknameClasses(a).some((circle) => theirs.includes(circle));
}

const NONE: readonly number[] = [];

const CIRCLES = numberCircles([...ENGLISH_NICKNAMES.split('|'), ...WORLD_NICKNAMES.split('|')]);

/** The name that heads a circle owns it: it comes first in the list of its circles. */
function numberCircles(texts: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const circles = new Map<string, number[]>();
  let number = 0;
  for (const text of texts) {
    const names = [...new Set(text.trim().replaceAll('-', '').split(/\s+/))].filter((name) => name !== '');
    if (names.length === 0) continue;
    number += 1;
    for (const [at, name] of names.entries()) {
      const known = circles.get(name);
      if (known === undefined) circles.set(name, [number]);
      else if (at === 0) known.unshift(number);
      else known.push(number);
    }
  }
  return circles;
}
