import { STREET_TYPES } from './data/places.ts';
import { withTypo } from './damage.ts';
import { type Home, type Household, type Person, Town } from './household-people.ts';
import { type IdentitySet, type SetColumn, makeSet } from './identity-set.ts';
import { givenName, shortName, surname } from './person-names.ts';
import { Random } from './random.ts';

/** How many records a person has, one to eight. */
const RECORDS = [44, 25, 13, 8, 4, 3, 2, 1];

/**
 * A CRM's leads: families and couples sharing mailboxes, landlines and homes, moves, changed and
 * recycled numbers, offices and realtors behind many leads. Odd seeds write one full name,
 * even ones first and last name apart; every third seed is metropolitan.
 */
export function householdSet(count: number, seed: number): IdentitySet {
  const random = new Random(seed * 7919 + 1);
  const town = new Town(random, seed % 3 === 0);
  const clerk = new Clerk(random, seed % 2 === 1);
  const drafts: { person: number; values: readonly string[] }[] = [];
  while (drafts.length < count) {
    const household = town.household();
    for (const person of household.people) {
      const records = 1 + random.weighted(RECORDS);
      for (let nth = 0; nth < records && drafts.length < count; nth += 1) {
        drafts.push({ person: person.id, values: clerk.record(household, person, records === 1 ? random.share() : nth / (records - 1)) });
      }
    }
  }
  return makeSet(`households-${count}-s${seed}`, seed % 2 === 1 ? [FULL_NAME, ...REST] : [...TWO_NAMES, ...REST], drafts, random);
}

const FULL_NAME: SetColumn = { name: 'name', kind: 'name' };
const TWO_NAMES: SetColumn[] = [
  { name: 'first_name', kind: 'given_name' },
  { name: 'last_name', kind: 'surname' },
];
const REST: SetColumn[] = [
  { name: 'email', kind: 'email' },
  { name: 'phone', kind: 'phone' },
  { name: 'street', kind: 'street' },
  { name: 'city', kind: 'city' },
  { name: 'state', kind: 'state' },
  { name: 'zip', kind: 'zip' },
  { name: 'source', kind: null },
  { name: 'received_on', kind: null },
];

/** Writes people down as leads come in: by phone, by web form, through a realtor. */
class Clerk {
  readonly #random: Random;
  readonly #isFullName: boolean;
  readonly #offices: { email: string; phone: string }[];

  constructor(random: Random, isFullName: boolean) {
    this.#random = random;
    this.#isFullName = isFullName;
    this.#offices = Array.from({ length: 60 }, () => ({
      email: `${givenName(random, 'female').toLowerCase()}@${surname(random).toLowerCase()}realty.com`,
      phone: `${random.between(201, 989)}${random.between(2, 9)}${random.digits(6)}`,
    }));
  }

  /** `when` goes from 0 (the first contact) to 1 (the last): later records carry newer addresses and numbers. */
  record(household: Household, person: Person, when: number): string[] {
    const random = this.#random;
    const home = household.homes[Math.min(household.homes.length - 1, Math.floor(when * household.homes.length))];
    let email = random.chance(0.17) ? '' : this.#email(inTime(person.emails, when));
    let phone = random.chance(0.12) ? '' : this.#phone(household, person, when);
    if (random.chance(0.012)) [email, phone] = this.#throughOffice(email, phone);
    if (email === '' && phone === '' && random.chance(0.85)) {
      email = inTime(person.emails, when);
      phone = email === '' ? inTime(person.mobiles, when) || household.landline : phone;
    }
    const hasStreet = email === '' && phone === '' ? random.chance(0.9) : random.chance(0.7);
    const day = Math.min(1459, Math.floor(when * 1300) + random.between(0, 160));
    return [
      ...this.#name(person, when),
      email,
      phone,
      ...(home === undefined ? ['', '', '', ''] : this.#address(home, hasStreet)),
      random.pick(['Website', 'Google', 'Referral', 'Phone', 'Angi', 'Yelp', 'Realtor']),
      new Date(Date.UTC(2021, 0, 1 + day)).toISOString().slice(0, 10),
    ];
  }

  #name(person: Person, when: number): string[] {
    const random = this.#random;
    let given = random.chance(0.13) ? shortName(random, person.given) : person.given;
    let family = person.maiden !== '' && when < 0.4 ? person.maiden : person.surname;
    if (random.chance(0.03)) given = `${given.charAt(0)}${random.pick(['', '.'])}`;
    else if (random.chance(0.025)) given = withTypo(random, given);
    if (random.chance(0.03)) family = withTypo(random, family);
    if (person.middle !== '' && random.chance(0.06)) given = `${given} ${person.middle.charAt(0)}${random.pick(['', '.'])}`;
    if (person.suffix !== '' && random.chance(0.6))
      family = `${family}${random.pick([' ', ', '])}${person.suffix}${random.pick(['', '.'])}`;
    if (person.partner !== null && person.partner.surname === person.surname && random.chance(0.012))
      given = `${given} ${random.pick(['&', 'and'])} ${person.partner.given}`;
    if (random.chance(0.015)) family = '';
    if (random.chance(0.01)) [given, family] = [family, given];
    const writing = random.weighted([92, 4, 4]);
    const [first, last] = [given, family].map((part) => (writing === 1 ? part.toUpperCase() : writing === 2 ? part.toLowerCase() : part));
    if (!this.#isFullName) return [first ?? '', last ?? ''];
    if (last !== '' && random.chance(0.04)) return [`${last}, ${first}`];
    return [`${first ?? ''} ${last ?? ''}`.trim()];
  }

  #email(email: string): string {
    const random = this.#random;
    if (random.chance(0.012))
      return random.pick(['noemail@noemail.com', 'none@none.com', 'na@na.com', 'test@test.com', 'info@movers.com', 'no@email.com']);
    if (email === '') return '';
    const kind = random.weighted([930, 15, 15, 12, 8, 20]);
    if (kind === 1) return withTypo(random, email.slice(0, email.indexOf('@'))) + email.slice(email.indexOf('@'));
    if (kind === 2) return email.replace(/@(gmail|yahoo|hotmail)\.com/, (_, provider: string) => `@${withTypo(random, provider)}.com`);
    if (kind === 3) return email.replace('@', '+moving@');
    if (kind === 4) return email.endsWith('@gmail.com') ? email.replace(/\.(?=.*@)/g, '') : email;
    return kind === 5 ? email.toUpperCase() : email;
  }

  #phone(household: Household, person: Person, when: number): string {
    const random = this.#random;
    if (random.chance(0.012)) return random.pick(['0000000000', '5555555555', '1111111111', '999-999-9999', '123-456-7890', '8005550000']);
    const isLandline = household.landline !== '' && random.chance(0.25);
    const number = isLandline ? household.landline : inTime(person.mobiles, when) || household.landline;
    if (number === '') return '';
    const dialled = random.chance(0.012) ? withDigitSlip(random, number) : number;
    const [area, middle, last] = [dialled.slice(0, 3), dialled.slice(3, 6), dialled.slice(6)];
    return random.pick([
      `(${area}) ${middle}-${last}`,
      `${area}-${middle}-${last}`,
      dialled,
      `+1${dialled}`,
      `1-${area}-${middle}-${last}`,
      `${area}.${middle}.${last}`,
    ]);
  }

  /** A realtor's or an office's mailbox and telephone in the place of the customer's own. */
  #throughOffice(email: string, phone: string): [string, string] {
    const office = this.#random.pickEarly(this.#offices);
    const kind = this.#random.weighted([5, 3, 2]);
    return [kind === 1 ? email : office.email, kind === 0 ? phone : office.phone];
  }

  #address(home: Home, hasStreet: boolean): string[] {
    const random = this.#random;
    const hasPlace = hasStreet || random.chance(0.7);
    const zip = hasPlace && random.chance(0.88) ? home.zip : '';
    const place = [hasPlace ? home.place.city : '', hasPlace ? home.place.state : ''];
    if (!hasStreet) return ['', ...place, zip];
    const name = random.chance(0.03) ? withTypo(random, home.street) : home.street;
    const number = random.chance(0.01) ? withDigitSlip(random, home.number) : home.number;
    const unit =
      home.unit === '' || random.chance(0.2) ? '' : `${random.pick([' Apt ', ' #', ', Unit ', ' Suite ', ' apt. '])}${home.unit}`;
    const type = random.pick(STREET_TYPES[home.type] ?? ['St']);
    const street = `${number} ${name}${random.chance(0.05) ? '' : ` ${type}`}${unit}`;
    const isLong = /^\d{5}$/.test(zip) && random.chance(0.05);
    return [random.chance(0.05) ? street.toUpperCase() : street, ...place, isLong ? `${zip}-${random.digits(4)}` : zip];
  }
}

/** The value that was current `when`, or the newest now and then even for an early record. */
function inTime(values: readonly string[], when: number): string {
  return values[Math.min(values.length - 1, Math.floor(when * values.length))] ?? '';
}

function withDigitSlip(random: Random, digits: string): string {
  const at = random.between(0, digits.length - 1);
  return digits.slice(0, at) + String(random.between(0, 9)) + digits.slice(at + 1);
}
