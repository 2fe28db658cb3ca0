import type { Database } from '../platform/database/database.ts';
import { Fault } from '../platform/fault.ts';
import { adoptBusinesses } from './adopt-businesses.ts';
import { type Business, dropBusiness, findBusinesses, makeBusiness } from './choose-business.ts';
import { isOwner } from './find-memberships.ts';
import { getBusiness } from './get-business.ts';
import { setBusiness } from './settings/set-business.ts';

export interface WantedBusiness {
  name: string;
  timeZone: string;
  currency: string;
  country: string;
}

/**
 * Makes a business for the owner of the installation, with a short name taken from its name. A Fault for
 * anybody else, and for a zone, currency or country that is none.
 */
export async function startBusiness(database: Database, member: { id: string; email: string }, wanted: WantedBusiness): Promise<Business> {
  if (!(await isOwner(database, member.id)))
    throw new Fault('role_too_small', 'Starting a business takes the owner of this installation. Ask them.', { exit: 'refused' });
  const taken = new Set((await findBusinesses(database)).map(({ slug }) => slug));
  const { id } = await makeBusiness(database, { slug: freeSlug(wanted.name, taken) });
  try {
    await database.inBusiness(id, (transaction) => setBusiness(transaction, wanted, `web:${member.email}`));
  } catch (error) {
    await dropBusiness(database, id);
    throw error;
  }
  await adoptBusinesses(database, member.id);
  return getBusiness(database, id);
}

/** "Peak & Söhne Movers" as peak-sohne-movers, with a number when another has it. */
function freeSlug(name: string, taken: ReadonlySet<string>): string {
  const letters = name.normalize('NFKD').toLowerCase();
  const words = letters.replace(/\p{M}/gu, '').match(/[a-z0-9]+/g) ?? ['business'];
  const slug = words.join('-').slice(0, 50).replace(/-$/, '');
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? slug : `${slug}-${count}`;
    if (!taken.has(free)) return free;
  }
}
