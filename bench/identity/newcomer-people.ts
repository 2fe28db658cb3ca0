import { CULTURES, type Culture } from './data/cultures.ts';
import { type City, CITIES, STREET_NAMES } from './data/places.ts';
import type { Random } from './random.ts';

export interface Home {
  number: string;
  direction: string;
  street: string;
  /** The kind of street, long form first. */
  type: readonly string[];
  unit: string;
  city: string;
  state: string;
  zip: string;
  isFrench: boolean;
}

export interface Client {
  id: number;
  sex: 'male' | 'female';
  /** Spellings, the usual one first. */
  given: readonly string[];
  middle: string;
  surname: readonly string[];
  secondSurname: string;
  maiden: readonly string[];
  marriedAt: number;
  suffix: string;
  born: string;
  mails: string[];
  phones: string[];
  homes: Home[];
  /** Through whom some of the contacts come: a realtor, an office, a landlord. */
  agent: { mail: string; phone: string } | null;
  isFamilyFirst: boolean;
}

/** Makes people household by household: whoever is returned together has something in common. */
export class Neighbourhood {
  readonly #random: Random;
  readonly #agents: { mail: string; phone: string }[];
  #people = 0;

  constructor(random: Random) {
    this.#random = random;
    this.#agents = Array.from({ length: 40 }, () => ({
      mail: `${random.pick(['sales', 'info', 'office', 'leasing', 'relo'])}@${random.pick(STREET_NAMES).toLowerCase()}${random.pick(['homes', 'realty', 'living', 'law'])}.com`,
      phone: this.#phone(random.pick(CITIES)),
    }));
  }

  next(): Client[] {
    const random = this.#random;
    const kind = random.weighted([38, 24, 16, 6, 3, 5, 1, 4, 3]);
    const culture = this.#culture();
    const home = this.#home(random.pick(CITIES), culture.name === 'french');
    if (kind === 0) return [this.#client(culture, home)];
    if (kind === 1) return this.#couple(culture, home);
    if (kind === 2) return this.#family(culture, home);
    if (kind === 3) return this.#generations(culture, home);
    if (kind === 4) return this.#twins(culture, home);
    if (kind === 5) return this.#strangersAt(home, random.between(2, 4), '');
    if (kind === 6) return this.#strangersAt({ ...home, unit: '' }, random.between(10, 40), this.#phone(random.pick(CITIES)));
    if (kind === 7) return Array.from({ length: random.between(2, 8) }, () => this.#through(random.pick(this.#agents)));
    return this.#colleagues();
  }

  #couple(culture: Culture, home: Home): Client[] {
    const random = this.#random;
    const he = this.#client(culture, home, { sex: 'male' });
    const she = this.#client(random.chance(0.8) ? culture : this.#culture(), home, { sex: 'female' });
    if (random.chance(0.65)) {
      she.maiden = random.chance(0.4) ? she.surname : [];
      she.surname = he.surname;
    }
    if (random.chance(0.3)) she.mails = [...he.mails];
    if (random.chance(0.35)) she.phones = [...she.phones.slice(0, 1), he.phones[0] ?? ''];
    she.homes = he.homes;
    return [he, she];
  }

  #family(culture: Culture, home: Home): Client[] {
    const [he, she] = this.#couple(culture, home);
    if (he === undefined || she === undefined) return [];
    const children = Array.from({ length: this.#random.between(1, 3) }, () => {
      const child = this.#client(culture, home, { surname: he.surname });
      if (this.#random.chance(0.4)) child.phones = [he.phones[0] ?? '', ...child.phones];
      return child;
    });
    return [he, she, ...children];
  }

  /** Grandfather, father and son of one name; two of them under one roof. */
  #generations(culture: Culture, home: Home): Client[] {
    const oldest = this.#client(culture, home, { sex: 'male' });
    oldest.suffix = this.#random.chance(0.5) ? 'Sr' : '';
    const shared = { sex: 'male' as const, surname: oldest.surname, given: oldest.given };
    const father = this.#client(culture, home, shared);
    father.suffix = 'Jr';
    const son = this.#client(culture, this.#random.chance(0.5) ? home : this.#home(this.#random.pick(CITIES), false), shared);
    son.suffix = 'III';
    return this.#random.chance(0.5) ? [oldest, father, son] : [oldest, father];
  }

  /** Brothers or sisters of one day, with names that often begin alike. */
  #twins(culture: Culture, home: Home): Client[] {
    const first = this.#client(culture, home);
    const second = this.#client(culture, home, { sex: first.sex, surname: first.surname });
    const names = first.sex === 'male' ? culture.men : culture.women;
    const alike = names.map(spellings).find(([name = '']) => name !== first.given[0] && name.charAt(0) === first.given[0]?.charAt(0));
    if (alike !== undefined && this.#random.chance(0.6)) second.given = alike;
    second.born = first.born;
    if (this.#random.chance(0.3)) second.phones = first.phones;
    return [first, second];
  }

  #strangersAt(home: Home, count: number, phone: string): Client[] {
    return Array.from({ length: count }, () => {
      const client = this.#client(this.#culture(), home);
      client.homes = [home];
      if (phone !== '') client.phones = [phone];
      return client;
    });
  }

  #through(agent: { mail: string; phone: string }): Client {
    const client = this.#client(this.#culture(), this.#home(this.#random.pick(CITIES), false));
    client.agent = agent;
    return client;
  }

  #colleagues(): Client[] {
    const random = this.#random;
    const office = {
      mail: `info@${random.pick(STREET_NAMES).toLowerCase()}${random.digits(2)}.com`,
      phone: this.#phone(random.pick(CITIES)),
    };
    return Array.from({ length: random.between(2, 6) }, () => this.#through(office));
  }

  #client(culture: Culture, home: Home, fixed: Partial<Client> = {}): Client {
    const random = this.#random;
    const sex = fixed.sex ?? random.pick(['male', 'female'] as const);
    const names = sex === 'male' ? culture.men : culture.women;
    const given = fixed.given ?? spellings(random.pickEarly(names));
    const surname = fixed.surname ?? spellings(random.pickEarly(culture.surnames));
    const isMoving = random.chance(0.4);
    const city = CITIES.find(({ city: name }) => name === home.city) ?? CITIES[0];
    this.#people += 1;
    return {
      id: this.#people,
      sex,
      given,
      middle: random.chance(0.3) ? (spellings(random.pick(names))[0] ?? '') : '',
      surname,
      secondSurname: culture.name === 'hispanic' && random.chance(0.6) ? (spellings(random.pick(culture.surnames))[0] ?? '') : '',
      maiden: [],
      marriedAt: random.share(),
      suffix: '',
      born: `${random.between(1938, 2003)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`,
      mails: Array.from({ length: random.chance(0.25) ? 2 : 1 }, () => this.#mail(given[0] ?? '', surname[0] ?? '')),
      phones: Array.from({ length: random.chance(0.3) ? 2 : 1 }, () => this.#phone(city)),
      homes: isMoving ? [home, this.#home(random.chance(0.7) && city !== undefined ? city : random.pick(CITIES), home.isFrench)] : [home],
      agent: null,
      isFamilyFirst: culture.name === 'vietnamese' || culture.name === 'korean',
      ...('suffix' in fixed ? { suffix: fixed.suffix ?? '' } : {}),
    };
  }

  #mail(given: string, surname: string): string {
    const random = this.#random;
    const [first, last] = [given, surname].map((name) =>
      name
        .normalize('NFD')
        .replace(/[^a-z]/gi, '')
        .toLowerCase(),
    );
    const local = random.pick([
      `${first}.${last}`,
      `${first?.charAt(0)}${last}`,
      `${last}${first?.charAt(0)}`,
      `${first}${random.digits(2)}`,
      `${first}_${last}`,
      `${random.pick(['sunny', 'blue', 'mtn', 'hockey', 'mom', 'big', 'real'])}${random.pick(['cat', 'sky', 'fan', 'of3', 'dog', 'girl', 'guy'])}${random.digits(3)}`,
    ]);
    return `${local}${random.chance(0.45) ? random.digits(random.between(1, 4)) : ''}@${random.pick(['gmail.com', 'gmail.com', 'yahoo.com', 'hotmail.com', 'outlook.com', 'icloud.com', 'shaw.ca', 'videotron.ca', 'comcast.net'])}`;
  }

  #phone(city: City | undefined): string {
    return `${city?.area ?? '416'}${this.#random.between(2, 9)}${this.#random.digits(6)}`;
  }

  #home(city: City, isFrench: boolean): Home {
    const random = this.#random;
    const isUs = /^\d/.test(city.zip);
    return {
      number: String(random.between(1, random.pick([99, 999, 9999]))),
      direction: random.chance(0.2) ? random.pick(['N', 'North', 'S', 'South', 'E', 'W', 'NW']) : '',
      street: random.pick(STREET_NAMES),
      type: isFrench
        ? random.pick([
            ['rue', 'Rue'],
            ['avenue', 'av.'],
            ['boulevard', 'boul.'],
          ])
        : random.pick(TYPES),
      unit: random.chance(0.25) ? String(random.between(1, 40)) : '',
      city: city.city,
      state: city.state,
      zip: isUs
        ? `${city.zip}${random.digits(2)}`
        : `${city.zip}${random.pick([...'ABCEGHJKLMN'])} ${random.between(1, 9)}${random.pick([...'ABCEGHJKLMN'])}${random.between(1, 9)}`,
      isFrench,
    };
  }

  #culture(): Culture {
    const found = CULTURES[this.#random.weighted(CULTURES.map(({ weight }) => weight))];
    if (found === undefined) throw new RangeError('expected a list of cultures with something in it, got an empty one');
    return found;
  }
}

function spellings(name: string): readonly string[] {
  return name.split('/');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

const TYPES: readonly (readonly string[])[] = [
  ['Street', 'St', 'St.'],
  ['Avenue', 'Ave', 'Av'],
  ['Road', 'Rd'],
  ['Drive', 'Dr'],
  ['Lane', 'Ln'],
  ['Boulevard', 'Blvd'],
  ['Court', 'Ct'],
  ['Trail', 'Trl'],
  ['Way'],
  ['Highway', 'Hwy'],
  ['Parkway', 'Pkwy'],
  ['Crescent', 'Cres'],
];
