import { MEN, WOMEN } from './data/given-names.ts';
import { SHORT_NAMES } from './data/short-names.ts';
import { SURNAMES, TAIL_ENDS, TAIL_STARTS } from './data/surnames.ts';
import type { Random } from './random.ts';

export type Sex = 'male' | 'female';

/** A given name, the common ones more often. */
export function givenName(random: Random, sex: Sex): string {
  return random.pickEarly(sex === 'male' ? MEN : WOMEN);
}

/** A surname: a bit more than half from the census list, the others from a long tail of some 30,000 rare ones. */
export function surname(random: Random): string {
  if (random.chance(0.57)) return random.pickEarly(SURNAMES);
  const middle = random.chance(0.3) ? random.pick(TAIL_ENDS.slice(0, 60)) : '';
  return random.pick(TAIL_STARTS) + middle + random.pick(TAIL_ENDS);
}

/** What somebody of that name is called, or the name itself where no short form is known. */
export function shortName(random: Random, name: string): string {
  const short = SHORT_NAMES.get(name);
  return short === undefined ? name : random.pick(short);
}
