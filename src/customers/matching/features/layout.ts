import type { ColumnShape } from '../record-table.ts';

/**
 * Where each feature of a record stands in its row of numbers. Most are ids in the text pool;
 * 0 always means "not known". A row is read as a whole when two records are compared, so
 * features of one record lie side by side.
 */
export const AT = {
  given: 0,
  /** The second person of "Pat & Lee Smith", or the second given name of a doubled cell. */
  partner: 1,
  surname: 2,
  middle1: 3,
  middle2: 4,
  middle3: 5,
  suffix: 6,
  email: 7,
  mailbox: 8,
  email2: 9,
  mailbox2: 10,
  phone: 11,
  phone2: 12,
  houseNumber: 13,
  street: 14,
  unit: 15,
  zip: 16,
  city: 17,
  state: 18,
  dob: 19,
  company: 20,
  /** The whole address, for how rare it is. */
  place: 21,
  /** What stands behind the @. */
  domain: 22,
  /** Postal code and town together: how rare it is to share both. */
  area: 23,
  /** Given name and surname together, in either order: names of one people go together. */
  fullName: 24,
  other: 25,
} as const;

/** Features that are numbers of their own, no ids of texts. */
export function isNumber(feature: number): boolean {
  return feature === AT.dob || feature === AT.place || feature === AT.area || feature === AT.fullName;
}

export const MOST_OTHERS = 6;
/** Numbers per record. */
export const WIDTH = AT.other + MOST_OTHERS;

/** Which kinds a table has: what cannot be compared is not looked at. */
export interface Layout {
  shapes: readonly ColumnShape[];
  /** Headers of the `other` columns, in the order of their features. */
  others: readonly string[];
}

export function layOut(shapes: readonly ColumnShape[]): Layout {
  return { shapes, others: shapes.filter((shape) => shape.kind === 'other').map((shape) => shape.name) };
}
