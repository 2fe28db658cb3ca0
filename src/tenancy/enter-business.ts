import type { Database } from '../platform/database/database.ts';
import { Fault } from '../platform/fault.ts';
import { findBusinesses } from './choose-business.ts';
import { type Membership, findMemberships, findOptionalRole } from './find-memberships.ts';

/**
 * The business a request is about: the one named, if the member belongs to it, else the
 * member's only one (the sample does not count beside a real one). A business of others
 * answers like one that does not exist.
 */
export async function enterBusiness(database: Database, memberId: string, slug: string | undefined): Promise<Membership> {
  if (slug !== undefined) return enterNamed(database, memberId, slug);
  const memberships = await findMemberships(database, memberId);
  const [first] = memberships;
  if (first === undefined)
    throw new Fault(
      'no_business_yet',
      'You belong to no business yet. Import a file on the command line ("throughline import FOLDER --execute") and one is made.',
      { status: 404 },
    );
  const real = memberships.filter((membership) => !membership.business.isSample);
  const [only] = real;
  if (real.length > 1)
    throw new Fault(
      'which_business',
      `You belong to several businesses; say which with ?business=SLUG or the header X-Throughline-Business: ${real.map((membership) => membership.business.slug).join(', ')}.`,
      { exit: 'usage' },
    );
  return only ?? first;
}

async function enterNamed(database: Database, memberId: string, slug: string): Promise<Membership> {
  const business = (await findBusinesses(database)).find((candidate) => candidate.slug === slug);
  const role = business === undefined ? undefined : await findOptionalRole(database, business.id, memberId);
  if (business !== undefined && role !== undefined) return { business, role };
  // Made on the command line since the member signed in: the owner belongs to it after this.
  const membership = (await findMemberships(database, memberId)).find((candidate) => candidate.business.slug === slug);
  if (membership !== undefined) return membership;
  throw new Fault('no_such_business', `There is no business "${slug}" that you belong to. GET /api/v1/session lists yours.`, {
    status: 404,
  });
}
