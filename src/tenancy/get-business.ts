import type { Database } from '../platform/database/database.ts';
import { Fault } from '../platform/fault.ts';
import { type Business, findBusinesses } from './choose-business.ts';

/** The business of an id that was admitted already. */
export async function getBusiness(database: Database, businessId: string): Promise<Business> {
  const business = (await findBusinesses(database)).find((candidate) => candidate.id === businessId);
  if (business === undefined) throw new Fault('no_such_business', 'This business is not there any more. Choose another.', { status: 404 });
  return business;
}
