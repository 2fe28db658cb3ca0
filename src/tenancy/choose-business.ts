import type { Database } from '../platform/database/database.ts';
import { Fault } from '../platform/fault.ts';
import { uuidV7 } from '../platform/uuid.ts';

export interface Business {
  id: string;
  slug: string;
  name: string;
  timeZone: string;
  currency: string;
  country: string;
  /** First day of a week: 1 Monday to 7 Sunday. */
  weekStart: number;
  /** First month of the fiscal year, 1 to 12. */
  fiscalYearStart: number;
  isSample: boolean;
}

/**
 * The business to work in: the one named, else the only one. The sample business does not
 * count as soon as there is a real one. With `make`, a business that is missing is made
 * (the first real one is called "main").
 */
export async function chooseBusiness(database: Database, slug: string | undefined, options: { make?: boolean } = {}): Promise<Business> {
  const known = await findBusinesses(database);
  if (slug !== undefined) {
    const named = known.find((business) => business.slug === slug);
    if (named !== undefined) return named;
    if (options.make === true) return makeBusiness(database, { slug });
    throw new Fault('no_such_business', `There is no business "${slug}". ${listed(known)}`, { exit: 'usage', status: 404 });
  }
  const real = known.filter((business) => !business.isSample);
  const [only] = real;
  if (only !== undefined && real.length === 1) return only;
  if (real.length === 0 && options.make === true) return makeBusiness(database, { slug: 'main' });
  const [sample] = known;
  if (real.length === 0 && sample !== undefined) return sample;
  if (known.length === 0) return makeBusiness(database, { slug: 'main' });
  throw new Fault('which_business', `There are several businesses; say which with --business SLUG. ${listed(known)}`, { exit: 'usage' });
}

/** All businesses, oldest first. */
export async function findBusinesses(database: Database): Promise<Business[]> {
  return database.outsideBusinesses(async (client) => {
    const { rows } = await client.query<Business>(
      `select id, slug, name, time_zone as "timeZone", currency, country, week_start as "weekStart",
         fiscal_year_start_month as "fiscalYearStart", is_sample as "isSample"
       from tenancy.businesses order by created_at, slug`,
    );
    return rows;
  });
}

/** Makes a business; money and zone default to US dollars and UTC until set. */
export async function makeBusiness(
  database: Database,
  wanted: { slug: string; name?: string; timeZone?: string; currency?: string; country?: string; isSample?: boolean },
): Promise<Business> {
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(wanted.slug)) {
    throw new Fault(
      'business_slug_shape',
      `"${wanted.slug}" cannot name a business: use lower-case letters, digits and hyphens, e.g. "prairie-peak".`,
      { exit: 'usage' },
    );
  }
  const business: Business = {
    id: uuidV7(),
    slug: wanted.slug,
    name: wanted.name ?? wanted.slug,
    timeZone: wanted.timeZone ?? 'UTC',
    currency: wanted.currency ?? 'USD',
    country: wanted.country ?? 'US',
    weekStart: 1,
    fiscalYearStart: 1,
    isSample: wanted.isSample ?? false,
  };
  await database.outsideBusinesses((client) =>
    client.query(
      'insert into tenancy.businesses (id, slug, name, time_zone, currency, country, is_sample) values ($1, $2, $3, $4, $5, $6, $7) on conflict (slug) do nothing',
      [business.id, business.slug, business.name, business.timeZone, business.currency, business.country, business.isSample],
    ),
  );
  const made = (await findBusinesses(database)).find((candidate) => candidate.slug === wanted.slug);
  return made ?? business;
}

/** Takes back a business that was made a moment ago and is not used. */
export async function dropBusiness(database: Database, businessId: string): Promise<void> {
  await database.outsideBusinesses((client) => client.query('delete from tenancy.businesses where id = $1', [businessId]));
}

function listed(known: readonly Business[]): string {
  return known.length === 0
    ? 'There is none yet: import a file, and one is made.'
    : `Known: ${known.map((business) => business.slug).join(', ')}.`;
}
