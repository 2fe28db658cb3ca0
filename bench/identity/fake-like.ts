import { withTypos } from './damage.ts';
import { BRITISH } from './data/given-names.ts';
import { BRITISH_CITIES } from './data/places.ts';
import { SURNAMES } from './data/surnames.ts';
import { type IdentitySet, makeSet } from './identity-set.ts';
import { Random } from './random.ts';

/**
 * A small register full of slips and gaps: one to seven records each, name, birthday, town and mailbox,
 * each missing in a fifth of the records. Damage grows from record to record.
 */
export function fakeSet(count: number, seed: number): IdentitySet {
  const random = new Random(seed * 32_452_843 + 4);
  const drafts: { person: number; values: readonly string[] }[] = [];
  for (let person = 0; drafts.length < count; person += 1) {
    const given = random.pickEarly(BRITISH);
    const family = random.pickEarly(FAMILIES);
    const town = random.pick(BRITISH_CITIES);
    const email = mailbox(random, given, family);
    const born = Date.UTC(random.between(1970, 2019), random.between(0, 11), random.between(1, 28));
    const isSwapped = random.chance(0.06);
    const damage = random.pick([0.05, 0.15, 0.3, 0.45]);
    const records = random.between(1, 7);
    for (let nth = 0; nth < records && drafts.length < count; nth += 1) {
      const spoil = (value: string) =>
        random.chance(0.19) ? '' : random.chance(damage) ? withTypos(random, value, random.pick([1, 1, 2, 2, 3, 4])) : value;
      const [first, last] = isSwapped && nth > 0 ? [family, given] : [given, family];
      drafts.push({ person, values: [spoil(first), spoil(last), birthday(random, born, damage), spoil(town), spoil(email)] });
    }
  }
  return makeSet(
    `fake-like-${count}-s${seed}`,
    [
      { name: 'first_name', kind: 'given_name' },
      { name: 'surname', kind: 'surname' },
      { name: 'dob', kind: 'dob' },
      { name: 'city', kind: 'city' },
      { name: 'email', kind: 'email' },
    ],
    drafts,
    random,
  );
}

/** Some days off, a month or so, or years: dates in such registers wander more than names. */
function birthday(random: Random, born: number, damage: number): string {
  const days = random.chance(damage) ? random.pick([1, -1, 30, -30, 31, -20, 12, 365, -365, 3650, 400]) : 0;
  return new Date(born + days * 86_400_000).toISOString().slice(0, 10);
}

function mailbox(random: Random, given: string, family: string): string {
  const [first, last] = [given.toLowerCase(), family.toLowerCase()];
  const number = random.chance(0.5) ? random.digits(2) : '';
  const local = random.pick([
    `${first}.${last}`,
    `${first.charAt(0)}.${last}`,
    `${first}${last}`,
    `${first}${last.charAt(0)}`,
    `${first.charAt(0)}${last.charAt(0)}`,
  ]);
  const domain = random.chance(0.4) ? `${random.pick(SURNAMES)}-${random.pick(SURNAMES)}` : random.pick(SURNAMES);
  return `${local}${number}@${domain.toLowerCase()}.${random.pick(['com', 'com', 'net', 'org', 'info', 'biz'])}`;
}

/** Half of the people bear one of these: namesakes are common. */
const FAMILIES = [
  ...'Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood'.split(
    ' ',
  ),
  ...'Jackson Clarke Clark Harrison Scott Davis Cooper Mitchell Bennett Kelly Kirk Rowe Dean Griffiths Cox Morris Rogers Allen'.split(' '),
  ...SURNAMES.slice(0, 300),
];
