import {
  AREA,
  DIMENSION,
  DIMENSIONS,
  DOB,
  EMAIL,
  GIVEN,
  LEVELS,
  MIDDLE,
  PHONE,
  STREET,
  SUFFIX,
  SURNAME,
  levelOf,
} from '../compare/dimensions.ts';
import type { ColumnKind, RecordTable } from '../record-table.ts';

/** What two records of a table agree and disagree on, in plain words with their values: agreements first. */
export function tellPattern(table: RecordTable, a: number, b: number, low: number, high: number): string[] {
  const cells = Array.from({ length: DIMENSIONS }, (_, dimension) => dimension * LEVELS + levelOf(low, high, dimension));
  return [FOR, AGAINST].flatMap((phrases) =>
    cells.flatMap((cell) => {
      const phrase = phrases.get(cell);
      if (phrase === undefined) return [];
      const kinds = KINDS.get(Math.floor(cell / LEVELS)) ?? [];
      const [first, second] = [say(table, a, kinds), say(table, b, kinds)];
      return [`${phrase} (${first === second ? first : `${first} / ${second}`})`];
    }),
  );
}

function say(table: RecordTable, record: number, kinds: readonly ColumnKind[]): string {
  const texts = kinds.flatMap((kind) => table.columns.filter((column) => column.kind === kind).map(({ values }) => values[record] ?? ''));
  return texts.filter((text) => text !== '').join(' ') || 'nothing';
}

const NAME: readonly ColumnKind[] = ['name', 'given_name', 'surname'];

const KINDS = new Map<number, readonly ColumnKind[]>([
  [DIMENSION.given, NAME],
  [DIMENSION.surname, NAME],
  [DIMENSION.middle, NAME],
  [DIMENSION.suffix, NAME],
  [DIMENSION.email, ['email']],
  [DIMENSION.phone, ['phone']],
  [DIMENSION.street, ['street']],
  [DIMENSION.area, ['city', 'state', 'zip']],
  [DIMENSION.dob, ['dob']],
]);

const FOR = phrases([
  [DIMENSION.email, EMAIL.exact, 'same e-mail'],
  [DIMENSION.email, EMAIL.mailbox, 'same mailbox name at another provider'],
  [DIMENSION.email, EMAIL.close, 'e-mails a slip apart'],
  [DIMENSION.phone, PHONE.exact, 'same phone'],
  [DIMENSION.phone, PHONE.close, 'phones a digit apart'],
  [DIMENSION.given, GIVEN.exact, 'same first name'],
  [DIMENSION.given, GIVEN.nickname, 'first names are a name and its nickname'],
  [DIMENSION.given, GIVEN.close, 'first names a slip apart'],
  [DIMENSION.given, GIVEN.closeName, 'first names a slip apart'],
  [DIMENSION.given, GIVEN.initial, 'one first name is the initial of the other'],
  [DIMENSION.given, GIVEN.similar, 'first names sound alike'],
  [DIMENSION.given, GIVEN.swapped, 'first and last name are swapped'],
  [DIMENSION.given, GIVEN.partner, 'one is written as a couple that holds the other'],
  [DIMENSION.surname, SURNAME.exact, 'same last name'],
  [DIMENSION.surname, SURNAME.close, 'last names a slip apart'],
  [DIMENSION.surname, SURNAME.similar, 'last names sound alike'],
  [DIMENSION.surname, SURNAME.initial, 'one last name is the initial of the other'],
  [DIMENSION.middle, MIDDLE.shared, 'same middle name'],
  [DIMENSION.middle, MIDDLE.initial, 'the middle initial fits'],
  [DIMENSION.suffix, SUFFIX.same, 'same suffix'],
  [DIMENSION.street, STREET.exact, 'same address'],
  [DIMENSION.street, STREET.otherUnit, 'same house, other unit'],
  [DIMENSION.street, STREET.close, 'addresses a slip apart'],
  [DIMENSION.street, STREET.sameStreet, 'same street'],
  [DIMENSION.area, AREA.zip, 'same postal code'],
  [DIMENSION.area, AREA.closeZip, 'neighbouring postal codes'],
  [DIMENSION.area, AREA.city, 'same city'],
  [DIMENSION.dob, DOB.exact, 'same day of birth'],
  [DIMENSION.dob, DOB.close, 'days of birth a slip apart'],
  [DIMENSION.dob, DOB.partial, 'days of birth fit as far as they are known'],
]);

const AGAINST = phrases([
  [DIMENSION.email, EMAIL.different, 'different e-mails'],
  [DIMENSION.phone, PHONE.different, 'different phones'],
  [DIMENSION.given, GIVEN.different, 'different first names'],
  [DIMENSION.given, GIVEN.otherName, 'two different common first names'],
  [DIMENSION.surname, SURNAME.different, 'different last names'],
  [DIMENSION.middle, MIDDLE.different, 'different middle names'],
  [DIMENSION.suffix, SUFFIX.different, 'different suffixes'],
  [DIMENSION.suffix, SUFFIX.oneSided, 'only one has a suffix'],
  [DIMENSION.street, STREET.different, 'another house'],
  [DIMENSION.area, AREA.different, 'another place'],
  [DIMENSION.dob, DOB.different, 'different days of birth'],
]);

function phrases(list: readonly (readonly [dimension: number, level: number, text: string])[]): ReadonlyMap<number, string> {
  return new Map(list.map(([dimension, level, text]) => [dimension * LEVELS + level, text]));
}
