import { CITIES, STREET_NAMES, STREET_TYPES, type City } from './data/places.ts';
import { type Sex, givenName, shortName, surname } from './person-names.ts';
import type { Random } from './random.ts';

export interface Home {
  number: string;
  street: string;
  /** Index into STREET_TYPES; written now one way, now another. */
  type: number;
  unit: string;
  place: City;
  zip: string;
}

export interface Person {
  id: number;
  sex: Sex;
  given: string;
  middle: string;
  surname: string;
  /** The surname before a marriage; empty without one. */
  maiden: string;
  /** Jr, Sr or III; empty for nearly all. */
  suffix: string;
  /** Oldest first; empty for somebody without one. */
  emails: string[];
  mobiles: string[];
  partner: Person | null;
}

export interface Household {
  people: Person[];
  /** Oldest first. */
  homes: Home[];
  landline: string;
}

/** Who lives together: singles, couples, families with a son of the father's name, people who only share a flat. */
export class Town {
  readonly #random: Random;
  readonly #emails = new Set<string>();
  readonly #retired: string[] = [];
  readonly #places: readonly City[];
  readonly #isMetropolitan: boolean;
  #lastPerson = 0;

  /** All over the continent, or (metropolitan) in four towns of twenty postal codes each: there, sharing a code says little. */
  constructor(random: Random, isMetropolitan = false) {
    this.#random = random;
    this.#isMetropolitan = isMetropolitan;
    this.#places = isMetropolitan ? Array.from({ length: 4 }, () => random.pick(CITIES)) : CITIES;
  }

  household(): Household {
    const random = this.#random;
    const home = this.#home(random.pickEarly(this.#places));
    const homes = [home];
    while (homes.length < 3 && random.chance(0.18))
      homes.push(this.#home(random.chance(0.6) ? home.place : random.pickEarly(this.#places)));
    const landline = random.chance(0.3) ? this.#number(home.place) : '';
    const kind = random.weighted([38, 30, 26, 6]);
    const people = kind === 0 ? [this.#person(null)] : kind === 1 ? this.#couple() : kind === 2 ? this.#family() : this.#flatmates();
    for (const person of people) this.#equip(person, home.place);
    if (kind === 1 || kind === 2) this.#shareMail(people, landline);
    return { people, homes, landline };
  }

  #person(family: string | null, sex: Sex = this.#random.chance(0.5) ? 'male' : 'female'): Person {
    const random = this.#random;
    this.#lastPerson += 1;
    return {
      id: this.#lastPerson,
      sex,
      given: givenName(random, sex),
      middle: random.chance(0.7) ? givenName(random, sex) : '',
      surname: family ?? surname(random),
      maiden: '',
      suffix: '',
      emails: [],
      mobiles: [],
      partner: null,
    };
  }

  #couple(): Person[] {
    const random = this.#random;
    const man = this.#person(null, 'male');
    const woman = this.#person(null, 'female');
    if (random.chance(0.75)) {
      if (random.chance(0.25)) woman.maiden = woman.surname;
      woman.surname = man.surname;
    }
    man.partner = woman;
    woman.partner = man;
    return [man, woman];
  }

  #family(): Person[] {
    const random = this.#random;
    const people = this.#couple();
    const [father] = people;
    if (father === undefined) return people;
    const children = random.between(1, 3);
    for (let nth = 0; nth < children; nth += 1) {
      const child = this.#person(father.surname);
      const isNamesake = nth === 0 && child.sex === 'male' && random.chance(0.16);
      if (isNamesake) {
        child.given = father.given;
        child.middle = random.chance(0.6) ? father.middle : child.middle;
        father.suffix = random.chance(0.8) ? 'Sr' : '';
        child.suffix = father.suffix === '' ? random.pick(['', 'II']) : random.pick(['Jr', 'Jr', 'Jr', 'III']);
      }
      people.push(child);
    }
    return people;
  }

  #flatmates(): Person[] {
    return Array.from({ length: this.#random.between(2, 4) }, () => this.#person(null));
  }

  #equip(person: Person, place: City): void {
    const random = this.#random;
    if (random.chance(0.93)) person.emails.push(this.#email(person));
    if (person.emails.length > 0 && random.chance(0.12)) person.emails.push(this.#email(person));
    if (random.chance(0.94)) person.mobiles.push(this.#mobile(place));
    if (person.mobiles.length > 0 && random.chance(0.09)) {
      this.#retired.push(person.mobiles[0] ?? '');
      person.mobiles.push(this.#mobile(place));
    }
  }

  /** One in seven couples has one mailbox; where there is a landline, one in four of them little else. */
  #shareMail(people: Person[], landline: string): void {
    const random = this.#random;
    const [one, other] = people;
    if (one === undefined || other === undefined || !random.chance(0.14)) return;
    const shared = one.emails[0] ?? this.#email(one);
    one.emails = [shared];
    other.emails = [shared];
    if (landline !== '' && random.chance(0.25)) other.mobiles = [];
  }

  /** Sometimes a number somebody else gave up. */
  #mobile(place: City): string {
    const random = this.#random;
    if (this.#retired.length > 200 && random.chance(0.04)) return random.pick(this.#retired);
    return this.#number(place);
  }

  #number(place: City): string {
    return `${place.area}${this.#random.between(2, 9)}${this.#random.digits(6)}`;
  }

  #email(person: Person): string {
    const random = this.#random;
    const given = plain(random.chance(0.2) ? shortName(random, person.given) : person.given);
    const family = plain(person.maiden !== '' && random.chance(0.6) ? person.maiden : person.surname);
    for (let tries = 0; ; tries += 1) {
      const number = tries === 0 && random.chance(0.45) ? '' : random.digits(random.between(1, 4));
      const local = random.pick([
        `${given}.${family}${number}`,
        `${given}${family}${number}`,
        `${given.charAt(0)}${family}${number}`,
        `${family}.${given}${number}`,
        `${given}${number === '' ? family.charAt(0) : ''}${number}`,
        `${given}_${family}${number}`,
        `${random.pick(HOBBIES)}${random.pick(HOBBIES)}${number}`,
        `${family}${given.charAt(0)}${number}`,
      ]);
      const email = `${local}@${random.pickEarly(PROVIDERS)}`;
      if (this.#emails.has(email)) continue;
      this.#emails.add(email);
      return email;
    }
  }

  #home(place: City): Home {
    const random = this.#random;
    return {
      number: String(random.between(1, random.pick([99, 999, 9999]))),
      street: `${random.chance(0.15) ? `${random.pick(['N', 'S', 'E', 'W', 'North', 'South', 'East', 'West'])} ` : ''}${this.#streetName()}`,
      type: random.between(0, STREET_TYPES.length - 1),
      unit: random.chance(0.22) ? String(random.between(1, 40)) : '',
      place,
      zip: zipIn(random, place, this.#isMetropolitan),
    };
  }

  #streetName(): string {
    const random = this.#random;
    if (random.chance(0.2)) return ordinal(random.between(1, 120));
    return random.chance(0.25) ? `${random.pick(STREET_NAMES)} ${random.pick(STREET_NAMES)}` : random.pick(STREET_NAMES);
  }
}

function zipIn(random: Random, place: City, isMetropolitan: boolean): string {
  if (isMetropolitan) return oneOfTwenty(random, place);
  if (/^\d/.test(place.zip)) return `${place.zip}${random.digits(2)}`;
  const letter = random.pick([...'ABCEGHJKLMNPRSTVWXYZ']);
  const last = random.pick([...'ABCEGHJKLMNPRSTVWXYZ']);
  return `${place.zip}${letter} ${random.between(0, 9)}${last}${random.between(0, 9)}`;
}

/** One of twenty codes of a town. */
function oneOfTwenty(random: Random, place: City): string {
  const nth = random.between(0, 19);
  return /^\d/.test(place.zip)
    ? `${place.zip}${String(nth * 4 + 3).padStart(2, '0')}`
    : `${place.zip}${'ABCEGHJKLMNPRSTVWXYZ'.charAt(nth)} ${nth % 9}${'GHJK'.charAt(nth % 4)}${nth % 7}`;
}

function ordinal(value: number): string {
  const ending = value % 100 > 10 && value % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

const PROVIDERS = [
  'gmail.com',
  'gmail.com',
  'gmail.com',
  'yahoo.com',
  'hotmail.com',
  'outlook.com',
  'icloud.com',
  'aol.com',
  'comcast.net',
  'shaw.ca',
  'telus.net',
  'rogers.com',
  'sbcglobal.net',
  'me.com',
  'live.com',
  'verizon.net',
  'bellsouth.net',
  'proton.me',
];
const HOBBIES =
  'golf runner hockey dog cat moon star surfer baker biker guitar music lake bear eagle coffee garden fishing truck rose sun'.split(' ');
