import { CodeBook } from './code-book.ts';

/** What records can have in common. Position in `Roster.values`. */
export const VALUE_KINDS = ['email', 'phone', 'quote_number'] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/**
 * The records a run looks at, oldest first, as numbers: 660,000 of them take some 50 MB.
 * Codes are small integers that stand for equal texts; 0 stands for none.
 */
export interface Roster {
  count: number;
  /** 16 bytes of record id each. */
  ids: Buffer;
  /** Position in `customerIds` of the customer the record is linked to now; -1 for none. */
  customers: Int32Array;
  customerIds: string[];
  /** 0 no name, 1 a single word, 2 initial and last name, 3 first and last name. */
  levels: Uint8Array;
  /** 1 for records that still lie in the temp table `arrivals`. */
  arrived: Uint8Array;
  /** Of a small scope, the records that wait for the resolver; null where that is not known. */
  waiting: number[] | null;
  /** Code of first, last and suffix together. */
  people: Int32Array;
  /** Of a full name: code its form with only the initial would have as a name of its own. */
  initials: Int32Array;
  /** Of a name with a last name: code its first name alone would have as a name of its own. */
  firsts: Int32Array;
  /** Code of the value, per kind. */
  values: readonly [Int32Array, Int32Array, Int32Array];
  /** How complete the name is: full before short, then words, then letters. */
  nameWeights: Int32Array;
  /** Day of the source row, counted from 1970; the lowest integer when not known. */
  observedDays: Int32Array;
  /** Hash of the name as it is shown: tells two spellings of one name apart. */
  shownNames: Int32Array;
  valueBooks: readonly [CodeBook, CodeBook, CodeBook];
}

/** Of records without a day: before every day there is. */
export const NEVER = -(2 ** 31);

/** An empty roster for `count` records. */
export function makeRoster(count: number): Roster {
  const column = (): Int32Array => new Int32Array(count);
  const book = (): CodeBook => new CodeBook(count);
  return {
    count: 0,
    ids: Buffer.allocUnsafe(count * 16),
    customers: column().fill(-1),
    customerIds: [],
    levels: new Uint8Array(count),
    arrived: new Uint8Array(count),
    waiting: null,
    people: column(),
    initials: column(),
    firsts: column(),
    nameWeights: column(),
    observedDays: column(),
    shownNames: column(),
    values: [column(), column(), column()],
    valueBooks: [book(), book(), book()],
  };
}

/** The id of a record as text. */
export function recordIdOf(roster: Roster, record: number): string {
  return uuidText(roster.ids, record * 16);
}

/** The position of a record in the roster by its id, -1 when it is not there. Ids ascend. */
export function findRecord(roster: Roster, id: string): number {
  const wanted = Buffer.from(id.replaceAll('-', ''), 'hex');
  let low = 0;
  let high = roster.count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = roster.ids.compare(wanted, 0, 16, middle * 16, middle * 16 + 16);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Sixteen bytes as a uuid. */
export function uuidText(bytes: Buffer, at: number): string {
  const hex = bytes.toString('hex', at, at + 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
