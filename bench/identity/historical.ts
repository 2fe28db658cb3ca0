import { withDateSlip, withTypo, withTypos } from './damage.ts';
import { OLD_MEN, OLD_WOMEN } from './data/given-names.ts';
import { COUNTIES } from './data/places.ts';
import { OLD_SURNAMES } from './data/surnames.ts';
import { type IdentitySet, makeSet } from './identity-set.ts';
import { type Sex, shortName } from './person-names.ts';
import { Random } from './random.ts';

interface Notable {
  id: number;
  sex: Sex;
  given: string;
  middle: string;
  surname: string;
  /** Another surname somebody is known by: a husband's, a stage name, a title's place. */
  otherSurname: string;
  title: string;
  born: string;
  birthplace: readonly string[];
  postcodes: readonly string[];
  occupation: string;
  /** How carelessly the records about this person were written: shares of missing and damaged values are multiplied by it. */
  care: number;
}

/**
 * People of four centuries as a register compiled from many hands has them: about ten records each,
 * one to twenty-one, under several names, with gaps and slips everywhere and neither mail nor telephone.
 * A fifth have a relative in the set, often of the same name. Shares vary by seed.
 */
export function historicalSet(count: number, seed: number): IdentitySet {
  const random = new Random(seed * 104_729 + 2);
  const missing = 0.1 + random.share() * 0.12;
  const slips = 0.09 + random.share() * 0.13;
  const drafts: { person: number; values: readonly string[] }[] = [];
  let previous: Notable | null = null;
  for (let id = 1; drafts.length < count; id += 1) {
    const notable: Notable = makeNotable(random, id, previous !== null && random.chance(0.22) ? previous : null);
    previous = notable;
    const records = random.chance(0.12) ? 1 : random.between(2, random.chance(0.3) ? 21 : 16);
    for (let nth = 0; nth < records && drafts.length < count; nth += 1) {
      const care = notable.care * (random.chance(0.12) ? 2.2 : 1);
      drafts.push({
        person: id,
        values: writeDown(random, notable, Math.min(0.7, missing * care), Math.min(0.8, slips * care), nth === 0),
      });
    }
  }
  return makeSet(
    `hard-${count}-s${seed}`,
    [
      { name: 'full_name', kind: 'name' },
      { name: 'first_and_surname', kind: 'name' },
      { name: 'first_name', kind: 'given_name' },
      { name: 'surname', kind: 'surname' },
      { name: 'dob', kind: 'dob' },
      { name: 'birth_place', kind: 'city' },
      { name: 'postcode', kind: 'zip' },
      { name: 'gender', kind: 'other' },
      { name: 'occupation', kind: 'other' },
    ],
    drafts,
    random,
  );
}

/** A relative shares the surname and the county, sometimes the given name. */
function makeNotable(random: Random, id: number, relative: Notable | null): Notable {
  const sex: Sex = random.chance(0.82) ? 'male' : 'female';
  const names = sex === 'male' ? OLD_MEN : OLD_WOMEN;
  const given = relative !== null && relative.sex === sex && random.chance(0.45) ? relative.given : random.pickEarly(names);
  const family = relative?.surname ?? random.pick(OLD_SURNAMES);
  const county = relative !== null && random.chance(0.7) ? (relative.birthplace[0] ?? '') : random.pick(COUNTIES);
  const area = `${county.slice(0, 2)}${random.between(1, 30)}`;
  const isTitled = sex === 'male' && random.chance(0.22);
  return {
    id,
    sex,
    given,
    middle: random.chance(0.45) ? random.pickEarly(names) : '',
    surname: family,
    otherSurname: random.chance(sex === 'female' ? 0.5 : 0.15) ? random.pick(OLD_SURNAMES) : '',
    title: isTitled ? titleFor(random, family) : '',
    born: bornOn(random),
    birthplace: [county, random.pick(VILLAGES) + random.pick(['ton', 'ham', 'bury', 'ford', 'ley', 'worth'])],
    postcodes: Array.from(
      { length: random.between(1, 3) },
      () => `${area} ${random.between(1, 9)}${random.pick(LETTERS)}${random.pick(LETTERS)}`,
    ),
    occupation: random.pickEarly(OCCUPATIONS),
    care: 0.5 + random.share() * 1.1,
  };
}

function titleFor(random: Random, family: string): string {
  const rank = random.pick(['Baron', 'Earl of', 'Viscount', 'Baronet', 'Duke of', 'Marquess of']);
  return rank === 'Baronet'
    ? `${random.between(1, 9)}th Baronet`
    : `${random.pick(['1st', '2nd', '3rd', '4th', '5th'])} ${rank} ${random.chance(0.3) ? family : random.pick(OLD_SURNAMES)}`;
}

/** Every seventh day of birth is only known by its year, and then written as the first of January. */
function bornOn(random: Random): string {
  const year = random.between(1600, 1960);
  if (random.chance(0.14)) return `${year}-01-01`;
  return `${year}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`;
}

function writeDown(random: Random, who: Notable, missing: number, slips: number, isFirst: boolean): string[] {
  const aliases = isFirst ? 0 : random.weighted([36, 14, 14, 9, 14, 8, 5]);
  let given = who.given;
  let family = who.surname;
  if (aliases === 1 || aliases === 5) given = shortName(random, who.given);
  if (aliases === 2 && who.middle !== '') given = who.middle;
  if (aliases === 3) given = who.given.charAt(0);
  if (aliases === 4 && who.otherSurname !== '') family = who.otherSurname;
  const isTitled = who.title !== '' && !isFirst && random.chance(0.35);
  if (isTitled && random.chance(0.4)) family = who.title.split(' ').at(-1) ?? family;
  if (!isFirst) {
    if (random.chance(slips)) given = withTypos(random, given, random.chance(0.2) ? 2 : 1);
    if (random.chance(slips)) family = withTypos(random, family, random.chance(0.2) ? 2 : 1);
    if (random.chance(0.015)) [given, family] = [family, given];
  }
  if (!isFirst && random.chance(missing * 0.15)) given = '';
  if (!isFirst && random.chance(missing * 0.2)) family = '';
  const middle = who.middle !== '' && random.chance(0.35) ? (random.chance(0.4) ? who.middle.charAt(0) : who.middle) : '';
  const called = aliases === 5 && random.chance(0.3) ? `"${given}"` : '';
  const full = [given, called, middle, family, isTitled ? who.title : ''].filter((part) => part !== '').join(' ');
  return [
    full.toLowerCase(),
    [given, family]
      .filter((part) => part !== '')
      .join(' ')
      .toLowerCase(),
    given.toLowerCase(),
    family.toLowerCase(),
    maybe(random, missing, slipped(random, slips, who.born, withDateSlip)),
    maybe(
      random,
      missing,
      slipped(random, slips * 0.6, random.chance(0.75) ? (who.birthplace[0] ?? '') : (who.birthplace[1] ?? ''), withTypo),
    ).toLowerCase(),
    maybe(
      random,
      missing,
      slipped(random, slips, random.chance(0.7) ? (who.postcodes[0] ?? '') : random.pick(who.postcodes), withTypo),
    ).toLowerCase(),
    maybe(random, missing, who.sex),
    maybe(random, missing, random.chance(0.85) ? who.occupation : random.pickEarly(OCCUPATIONS)),
  ];
}

function maybe(random: Random, missing: number, value: string): string {
  return random.chance(missing) ? '' : value;
}

function slipped(random: Random, share: number, value: string, slip: (random: Random, value: string) => string): string {
  return random.chance(share) ? slip(random, value) : value;
}

const LETTERS = [...'ABDEFGHJLNPQRSTUWXYZ'];
const VILLAGES =
  'Ald Ash Barn Brad Brom Burn Chester Cran Dun East Fern Glen Graf Hart Hol Kings Lang Mar Mel Nor Oak Pen Rad Sea Stan Thorn Wad Wes Wood Wy'.split(
    ' ',
  );
const OCCUPATIONS =
  'politician cricketer writer officer clergyman artist painter footballer actor lawyer botanist photographer composer engineer physician poet judge diplomat historian architect merchant aristocrat scientist rower journalist banker singer explorer publisher translator geologist economist sculptor novelist astronomer tennis_player missionary'.split(
    ' ',
  );
