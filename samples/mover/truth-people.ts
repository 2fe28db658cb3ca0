import { groupBy } from './group-by.ts';
import { badLeadKey, emailKey, phoneKey } from './keys.ts';
import type { Contact, World } from './model.ts';
import type { Sheet } from './sheet.ts';
import { jobsOf } from './world.ts';

export interface RecordTruth {
  source: 'jobs' | 'booked_opportunities' | 'bad_leads' | 'lost_leads';
  /** Job id, quote number, or the hash of a bad lead's identifying fields. */
  key: string;
  file: string;
  line: number;
}

export interface PersonTruth {
  id: string;
  name: string;
  trap: string | null;
  records: RecordTruth[];
}

export interface Household {
  kind: 'phone' | 'email';
  value: string;
  people: string[];
}

/** A row that names somebody, and whom it names. */
export interface NamingRow {
  personId: string;
  source: RecordTruth['source'];
  key: string;
  quote: string | null;
  contact: Contact;
  about: object;
}

/** Every person with at least one row, and those rows. */
export function peopleOf(world: World, sheets: readonly Sheet[]): PersonTruth[] {
  const places = placesOf(sheets);
  const rows = groupBy(namingRows(world), ({ personId }) => personId);
  return world.people.flatMap(({ id, name, trap }) => {
    const records = (rows.get(id) ?? []).map(({ source, key, about }) => ({
      source,
      key,
      ...(places.get(about) ?? { file: '', line: 0 }),
    }));
    return records.length === 0 ? [] : [{ id, name, trap, records }];
  });
}

/** Telephones and e-mails, not generic, that rows of different people carry. */
export function householdsOf(world: World): Household[] {
  const rows = namingRows(world);
  const shared = (kind: Household['kind'], keyOf: (contact: Contact) => string | null): Household[] =>
    [...groupBy(rows, ({ contact }) => keyOf(contact))]
      .flatMap(([value, group]) =>
        value === null ? [] : [{ kind, value, people: [...new Set(group.map(({ personId }) => personId))].sort() }],
      )
      .filter(({ people }) => people.length > 1);
  return [...shared('phone', phoneKey), ...shared('email', emailKey)];
}

/** Pairs of entries that are one human being in reality. */
export function realPairs(people: readonly PersonTruth[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (const [first, second] of [['cast-rufus-1', 'cast-rufus-2']] as const) {
    if (people.some(({ id }) => id === first) && people.some(({ id }) => id === second)) pairs.push([first, second]);
  }
  return pairs;
}

/** The rows of the first export that name a person: jobs, bookings, bad leads and lost leads. */
export function namingRows(world: World): NamingRow[] {
  return [
    ...jobsOf(world).map(
      ({ quote, job }): NamingRow => ({
        personId: job.person.id,
        source: 'jobs',
        key: job.id,
        quote: quote.number,
        contact: job.contact,
        about: job,
      }),
    ),
    ...world.quotes.flatMap(({ number, person, booked }): NamingRow[] =>
      booked?.arrives !== 'exports'
        ? []
        : [
            {
              personId: person.id,
              source: 'booked_opportunities',
              key: number ?? '',
              quote: number,
              contact: booked.contact,
              about: booked,
            },
          ],
    ),
    ...world.badLeads.flatMap((bad): NamingRow[] =>
      bad.person === null
        ? []
        : [{ personId: bad.person.id, source: 'bad_leads', key: badLeadKey(bad), quote: null, contact: bad.contact, about: bad }],
    ),
    ...world.quotes.flatMap(({ number, person, lost }): NamingRow[] =>
      lost === null
        ? []
        : [
            {
              personId: person.id,
              source: 'lost_leads',
              key: number ?? '',
              quote: number,
              contact: { name: lost.name, email: '', phone: '' },
              about: lost,
            },
          ],
    ),
  ];
}

/** Where a thing of the world was first written. */
function placesOf(sheets: readonly Sheet[]): Map<object, { file: string; line: number }> {
  const places = new Map<object, { file: string; line: number }>();
  for (const { file, rows } of sheets) {
    for (const { about, line } of rows) if (about !== null && !places.has(about)) places.set(about, { file, line });
  }
  return places;
}
