import { SLOTS } from '../matching/propose/block-keys.ts';
import type { Staging } from '../staging/staging.ts';
import statement from './find-neighbours.sql';

/** Slots of the keys that are kept, by the column they stand in; a name is found by either column of names. */
export const KEPT_SLOTS = { mailbox: 2, phone: 4, name: 20, partner: 21, zip: 17, house: 40 } as const;

/** A record as it is compared: id, name, e-mail, phone, street, city, state, postal code, day; then its customer. */
export type EvidenceRow = readonly (string | null)[];

/** Where in it the customer stands. */
export const CUSTOMER_AT = 9;

/** Compared records outside of a run's scope that share a key with one of it. */
export async function findNeighbours(staging: Staging, keys: Uint32Array, outside: string): Promise<EvidenceRow[]> {
  const wanted = (...slots: number[]): number[] => {
    const found = new Set<number>();
    for (const slot of slots) for (let at = slot; at < keys.length; at += SLOTS) if (keys[at] !== 0) found.add((keys[at] ?? 0) | 0);
    return [...found];
  };
  const { mailbox, phone, name, partner, zip, house } = KEPT_SLOTS;
  return staging.texts(
    statement.replace(':outside', () => outside),
    [staging.transaction.businessId, wanted(mailbox), wanted(phone), wanted(name, partner), wanted(zip), wanted(house)],
  );
}
