import { COUNTIES } from './data/places.ts';
import { OLD_MEN, OLD_WOMEN } from './data/given-names.ts';
import { OLD_SURNAMES, TAIL_ENDS, TAIL_STARTS } from './data/surnames.ts';
import { type IdentitySet, makeSet } from './identity-set.ts';
import { misread, phoned, transposed } from './other-damage.ts';
import { type Sex, shortName } from './person-names.ts';
import { Random } from './random.ts';

interface Soul {
  sex: Sex;
  given: readonly string[];
  surname: string;
  /** A husband's, a stage name or a place somebody is called after. */
  known: string;
  born: string;
  places: readonly string[];
  codes: readonly string[];
  trades: readonly string[];
}

/**
 * People of three centuries as several chroniclers noted them, by another hand than `hard`: from four to sixteen notes each,
 * names in one column or two, whole days of birth in six of ten, a place in full or its parish, scanned and dictated slips.
 * A third to a half of every column but the name is empty; a seventh have a brother, a cousin or a son of the same surname.
 */
export function chronicleSet(count: number, seed: number): IdentitySet {
  const random = new Random(seed * 49_979_687 + 8);
  const gaps = 0.18 + random.share() * 0.2;
  const slips = 0.05 + random.share() * 0.2;
  const drafts: { person: number; values: readonly string[] }[] = [];
  let last: Soul | null = null;
  for (let person = 1; drafts.length < count; person += 1) {
    const soul: Soul = bear(random, last !== null && random.chance(0.14) ? last : null);
    last = soul;
    const notes = random.between(4, 16);
    for (let nth = 0; nth < notes && drafts.length < count; nth += 1)
      drafts.push({ person, values: noteDown(random, soul, { gaps: gaps * (0.6 + random.share() * 0.8), slips, isFirst: nth === 0 }) });
  }
  return makeSet(
    `chronicle-${count}-s${seed}`,
    [
      { name: 'forenames', kind: 'given_name' },
      { name: 'family', kind: 'surname' },
      { name: 'birth', kind: 'dob' },
      { name: 'birthplace', kind: 'city' },
      { name: 'code', kind: 'zip' },
      { name: 'sex', kind: 'other' },
      { name: 'trade', kind: 'other' },
    ],
    drafts,
    random,
  );
}

function bear(random: Random, kin: Soul | null): Soul {
  const sex: Sex = random.chance(0.75) ? 'male' : 'female';
  const names = sex === 'male' ? OLD_MEN : OLD_WOMEN;
  const first = kin !== null && kin.sex === sex && random.chance(0.35) ? (kin.given[0] ?? '') : random.pickEarly(names);
  const county = kin !== null && random.chance(0.6) ? (kin.places[0] ?? '') : random.pick(COUNTIES);
  const area = county.slice(0, 2).toUpperCase() + String(random.between(1, 20));
  return {
    sex,
    given: [first, ...(random.chance(0.5) ? [random.pickEarly(names)] : []), ...(random.chance(0.1) ? [random.pick(names)] : [])],
    surname: kin?.surname ?? familyName(random),
    known: random.chance(sex === 'female' ? 0.45 : 0.08) ? familyName(random) : '',
    born: `${random.between(1650, 1950)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`,
    places: [county, `${random.pick(TAIL_STARTS)}${random.pick(['ton', 'by', 'field', 'mouth', 'stead'])}`],
    codes: Array.from(
      { length: random.between(1, 2) },
      () => `${area} ${random.between(1, 9)}${random.pick(LETTERS)}${random.pick(LETTERS)}`,
    ),
    trades: [random.pickEarly(TRADES), random.pickEarly(TRADES)],
  };
}

function familyName(random: Random): string {
  return random.chance(0.6) ? random.pickEarly(OLD_SURNAMES) : `${random.pick(TAIL_STARTS)}${random.pick(TAIL_ENDS)}`;
}

function noteDown(random: Random, soul: Soul, how: { gaps: number; slips: number; isFirst: boolean }): string[] {
  const slips = how.isFirst ? 0 : how.slips;
  const spoilt = (text: string): string => {
    if (!random.chance(slips)) return text;
    return random.pick([misread, phoned, transposed])(random, text);
  };
  const kept = (text: string): string => (random.chance(how.gaps) ? '' : text);
  const [first = '', ...middles] = soul.given;
  const style = how.isFirst ? 0 : random.weighted([55, 12, 12, 6, 15]);
  let given = first;
  if (style === 1) given = shortName(random, first);
  if (style === 2) given = first.charAt(0);
  if (style === 3) given = middles[0] ?? first;
  if (style === 4) given = [first, ...middles].join(' ');
  const family = !how.isFirst && soul.known !== '' && random.chance(0.4) ? soul.known : soul.surname;
  return [
    random.chance(how.gaps * 0.1) ? '' : spoilt(given),
    random.chance(how.gaps * 0.1) ? '' : spoilt(family),
    kept(birth(random, soul.born, slips)),
    kept(spoilt(random.chance(0.7) ? (soul.places[0] ?? '') : (soul.places[1] ?? ''))),
    kept(spoilt(random.chance(0.8) ? (soul.codes[0] ?? '') : random.pick(soul.codes))),
    kept(soul.sex.charAt(0)),
    kept(random.chance(0.75) ? (soul.trades[0] ?? '') : (soul.trades[1] ?? '')),
  ];
}

/** The whole day, the year alone, or with a slip: a decade out, a month beside, day and month changed about. */
function birth(random: Random, born: string, slips: number): string {
  const [year = '', month = '', day = ''] = born.split('-');
  if (random.chance(0.15)) return `${year}-01-01`;
  if (!random.chance(slips)) return born;
  const kind = random.weighted([3, 3, 2, 2]);
  if (kind === 0) return `${Number(year) + random.pick([-10, 10, -1, 1])}-${month}-${day}`;
  if (kind === 1) return `${year}-${two((Number(month) % 12) + 1)}-${day}`;
  return kind === 2 && Number(day) <= 12 ? `${year}-${day}-${month}` : `${year}-${month}-${two(random.between(1, 28))}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

const LETTERS = [...'ABDEFGHJLNPQRSTUWXYZ'];
const TRADES =
  'politician clergyman soldier painter writer merchant judge physician actor composer botanist engraver architect printer engineer sailor poet banker teacher chemist farmer surveyor'.split(
    ' ',
  );
