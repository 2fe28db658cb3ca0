import { type IdentitySet, type SetColumn, makeSet } from './identity-set.ts';
import { misread, phoned, transposed, withDigitsChangedAbout } from './other-damage.ts';
import { type Client, type Home, Neighbourhood } from './newcomer-people.ts';
import { Random } from './random.ts';

const RECORDS = [38, 26, 15, 10, 6, 3, 2];

/**
 * A CRM of the whole of North America by another hand than `households`: names of seven cultures in their spellings,
 * families of three generations of one name, twins, room-mates, care homes, landlords, realtors, colleagues behind
 * one mailbox; scanned and dictated slips, 15 to 35 in a hundred fields empty. Even seeds have days of birth and two
 * name columns.
 */
export function newcomerSet(count: number, seed: number): IdentitySet {
  const random = new Random(seed * 67_867_967 + 6);
  const isApart = seed % 2 === 0;
  const gaps = 0.15 + random.share() * 0.2;
  const place = new Neighbourhood(random);
  const drafts: { person: number; values: readonly string[] }[] = [];
  while (drafts.length < count)
    for (const client of place.next()) {
      const records = 1 + random.weighted(RECORDS);
      for (let nth = 0; nth < records && drafts.length < count; nth += 1)
        drafts.push({ person: client.id, values: takeDown(random, client, { when: (nth + random.share()) / records, gaps, isApart }) });
    }
  return makeSet(`newcomers-${count}-s${seed}`, isApart ? [...APART, ...REST, BORN] : [FULL, ...REST], drafts, random);
}

const FULL: SetColumn = { name: 'client', kind: 'name' };
const APART: readonly SetColumn[] = [
  { name: 'first', kind: 'given_name' },
  { name: 'last', kind: 'surname' },
];
const REST: readonly SetColumn[] = [
  { name: 'mail', kind: 'email' },
  { name: 'tel', kind: 'phone' },
  { name: 'addr', kind: 'street' },
  { name: 'town', kind: 'city' },
  { name: 'prov', kind: 'state' },
  { name: 'postal', kind: 'zip' },
];
const BORN: SetColumn = { name: 'born', kind: 'dob' };

interface Occasion {
  /** From 0 (the first contact) to 1. */
  when: number;
  gaps: number;
  isApart: boolean;
}

function takeDown(random: Random, client: Client, { when, gaps, isApart }: Occasion): string[] {
  const isHurried = random.chance(0.15);
  const spoil = isHurried ? 0.14 : 0.03;
  const home = inTime(client.homes, when);
  const [first, last] = namesOf(random, client, when, spoil);
  const keep = (value: string): string => (random.chance(isHurried ? gaps * 1.5 : gaps) ? '' : value);
  let mail = keep(random.chance(spoil) ? misspeltMail(random, inTime(client.mails, when)) : inTime(client.mails, when));
  let tel = keep(random.chance(spoil) ? withDigitsChangedAbout(random, inTime(client.phones, when)) : inTime(client.phones, when));
  if (mail === '' && tel === '' && random.chance(0.7)) tel = inTime(client.phones, when);
  if (client.agent !== null && random.chance(0.25)) [mail, tel] = [client.agent.mail, random.chance(0.6) ? client.agent.phone : tel];
  const address = addressOf(random, home, spoil);
  const isWhole = !random.chance(gaps * 0.8);
  const rest = [
    mail,
    writtenPhone(random, tel),
    isWhole ? address : '',
    keep(random.chance(spoil) ? misread(random, home.city) : home.city),
    keep(home.state),
    keep(random.chance(spoil) ? transposed(random, home.zip) : home.zip),
  ];
  if (isApart) return [first, last, ...rest, keep(random.chance(spoil) ? wrongDay(random, client.born) : client.born)];
  const style = random.weighted([80, 9, 6, 5]);
  const full =
    style === 1
      ? `${last}, ${first}`
      : style === 2
        ? `${first} ${last}`.toUpperCase()
        : style === 3
          ? `${title(client)} ${first} ${last}`
          : `${first} ${last}`;
  return [full.trim().replace(/^, | ,$/g, ''), ...rest];
}

function namesOf(random: Random, client: Client, when: number, spoil: number): [string, string] {
  let first = random.chance(0.2) ? random.pick(client.given) : (client.given[0] ?? '');
  const surnames = client.maiden.length > 0 && when < client.marriedAt ? client.maiden : client.surname;
  let last = random.chance(0.12) ? random.pick(surnames) : (surnames[0] ?? '');
  // Spanish double names: the mother's half comes and goes, with a hyphen or a blank.
  if (client.secondSurname !== '' && random.chance(0.45)) last = `${last}${random.pick([' ', '-', ' '])}${client.secondSurname}`;
  if (client.middle !== '' && random.chance(0.25)) first = `${first} ${random.chance(0.5) ? client.middle : client.middle.charAt(0)}`;
  if (client.suffix !== '' && random.chance(0.55)) last = `${last}${random.pick([' ', ', '])}${client.suffix}`;
  if (random.chance(0.03)) first = `${first.charAt(0)}${random.pick(['', '.'])}`;
  if (random.chance(spoil)) first = random.chance(0.5) ? misread(random, first) : phoned(random, first);
  if (random.chance(spoil)) last = random.chance(0.5) ? misread(random, last) : phoned(random, last);
  const swaps = client.isFamilyFirst ? 0.2 : 0.012;
  if (random.chance(swaps)) [first, last] = [last, first];
  if (random.chance(0.02)) last = '';
  return random.chance(0.3) ? [first.toLowerCase(), last.toLowerCase()] : [capital(first), capital(last)];
}

function addressOf(random: Random, home: Home, spoil: number): string {
  const [long = '', ...short] = home.type;
  const type = random.chance(0.5) || short.length === 0 ? long : random.pick(short);
  const name = random.chance(spoil) ? misread(random, home.street) : home.street;
  const line = home.isFrench
    ? `${home.number} ${type} ${name}`
    : `${home.number} ${[home.direction, name, type].filter((part) => part !== '').join(' ')}`;
  if (home.unit === '' || random.chance(0.2)) return line;
  if (random.chance(0.25)) return `${home.unit}-${line}`;
  return `${line}${random.pick([', ', ' '])}${random.pick(['Apt ', 'Unit ', '#', 'Apt. ', 'apt '])}${home.unit}`;
}

function writtenPhone(random: Random, digits: string): string {
  if (digits === '') return '';
  const [area, mid, end] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  const form = random.weighted([4, 3, 3, 2, 1, 1]);
  if (form === 0) return `(${area}) ${mid}-${end}`;
  if (form === 1) return `${area}-${mid}-${end}`;
  if (form === 2) return digits;
  if (form === 3) return `+1 ${area} ${mid} ${end}`;
  return form === 4 ? `${area}.${mid}.${end} ext ${random.between(1, 40)}` : `1${digits}`;
}

/** Day and month changed about, another year, or a digit misread. */
function wrongDay(random: Random, born: string): string {
  const [year = '', month = '', day = ''] = born.split('-');
  const kind = random.weighted([4, 3, 3]);
  if (kind === 0 && Number(day) <= 12) return `${year}-${day}-${month}`;
  return kind === 1
    ? `${Number(year) + random.pick([-1, 1, 10, -10])}-${month}-${day}`
    : `${year}-${month}-${String(random.between(1, 28)).padStart(2, '0')}`;
}

function misspeltMail(random: Random, mail: string): string {
  const at = mail.indexOf('@');
  if (at < 0) return mail;
  return random.chance(0.5)
    ? misread(random, mail.slice(0, at)) + mail.slice(at)
    : mail.slice(0, at) + random.pick(['@gmial.com', '@gmail.con', '@yaho.com', '@hotmial.com']);
}

function inTime<T>(list: readonly T[], when: number): T {
  const found = list[Math.min(list.length - 1, Math.floor(when * list.length))];
  if (found === undefined) throw new RangeError('expected somebody with at least one home, telephone and mailbox, got none');
  return found;
}

function title(client: Client): string {
  return client.sex === 'male' ? 'Mr.' : 'Mrs';
}

function capital(name: string): string {
  return name.replace(/(^|[\s-])\p{L}/gu, (start) => start.toUpperCase());
}
