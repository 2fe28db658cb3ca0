/**
 * What is compared of two records, each with its levels. A pattern holds one level of four bits
 * per dimension: dimensions 0 to 7 in its low, 8 to 15 in its high half. Level 0 is "no
 * evidence" everywhere: one side says nothing, and nothing follows from that.
 */
export const DIMENSION = {
  given: 0,
  surname: 1,
  middle: 2,
  suffix: 3,
  email: 4,
  phone: 5,
  street: 6,
  area: 7,
  dob: 8,
  company: 9,
  other: 10,
} as const;

export const DIMENSIONS = 16;
export const LEVELS = 16;

export const GIVEN = {
  exact: 1,
  nickname: 2,
  close: 3,
  initial: 4,
  similar: 5,
  different: 6,
  swapped: 7,
  otherName: 8,
  partner: 9,
  closeName: 10,
  rough: 11,
  crossed: 12,
} as const;
export const SURNAME = { exact: 1, close: 2, similar: 3, different: 4, initial: 5, rough: 6 } as const;
export const MIDDLE = { shared: 1, initial: 2, different: 3 } as const;
export const SUFFIX = { same: 1, different: 2, oneSided: 3 } as const;
export const EMAIL = { exact: 1, mailbox: 2, close: 3, different: 4 } as const;
export const PHONE = { exact: 1, close: 2, different: 3 } as const;
export const STREET = { exact: 1, otherUnit: 2, close: 3, sameStreet: 4, different: 5, rough: 6 } as const;
export const AREA = { zip: 1, closeZip: 2, city: 3, state: 4, different: 5, both: 6, otherCity: 7, closeBoth: 8 } as const;
export const DOB = { exact: 1, close: 2, partial: 3, year: 4, monthDay: 5, near: 6, different: 7, sameYear: 8, rough: 9 } as const;
export const OTHER = { exact: 1, close: 2, overlap: 3, different: 4 } as const;

/** The level of one dimension in a pattern. */
export function levelOf(low: number, high: number, dimension: number): number {
  return dimension < 8 ? (low >>> (dimension * 4)) & 15 : (high >>> ((dimension - 8) * 4)) & 15;
}
