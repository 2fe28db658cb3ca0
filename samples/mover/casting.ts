import { getBranch, getLeadSource, getSalesPerson } from './directory.ts';
import type { BadLead, Contact, Person, Quote, World } from './model.ts';
import type { Random } from './random.ts';
import { addBooking, addJob, addLead, addLoss, startQuote } from './story.ts';

export interface Casting {
  random: Random;
  /** A member of the cast; `real` names the human being when two entries are one. */
  person(id: string, name: string, trap: string, real?: string): Person;
  /** A quote with its row in the lead pool. */
  lead(person: Person, number: string, start: LeadStart): Quote;
  /** A lead that booked, with its job unless `jobs: 0`. */
  booked(person: Person, contact: Contact, number: string, start: LeadStart & { jobs?: 0 | 1 }): Quote;
  /** A lead that was lost; with a contact there is also a job row in status Lost, which carries it. */
  lost(person: Person, name: string, number: string, start: LeadStart, contact?: Contact): Quote;
  bad(person: Person | null, contact: Contact, received: string, provider: string, reason?: string): BadLead;
}

export interface LeadStart {
  branch: string;
  received: string;
  service: string;
  status?: string;
  seller?: string;
  source?: string;
}

/** The means by which the cast files enter the world. */
export function makeCasting(world: World, random: Random): Casting {
  const start = (person: Person, number: string, { branch, received, service, seller, source }: LeadStart): Quote => {
    const quote = startQuote(random, {
      number,
      person,
      branch: getBranch(branch),
      seller: seller === undefined ? null : getSalesPerson(seller),
      source: source === undefined ? null : getLeadSource(source),
      received: received.includes('T') ? received : `${received}T10:15`,
      serviceDate: service,
    });
    world.quotes.push(quote);
    return quote;
  };
  return {
    random,
    person: (id, name, trap, real) => {
      const person: Person = { id: `cast-${id}`, name, trap, real: real ?? null };
      world.people.push(person);
      return person;
    },
    lead: (person, number, facts) => {
      const quote = start(person, number, facts);
      addLead(random, quote, facts.status ?? 'Opportunity');
      return quote;
    },
    booked: (person, contact, number, facts) => {
      const quote = start(person, number, facts);
      const status = facts.status ?? (facts.service < '2026-09-12' ? 'Closed' : 'Booked');
      addLead(random, quote, status);
      addBooking(random, quote, contact, status);
      if (facts.jobs !== 0) addJob(random, quote, contact, status);
      return quote;
    },
    lost: (person, name, number, facts, contact) => {
      const quote = start(person, number, facts);
      addLead(random, quote, facts.status ?? 'Lost - Price too high');
      addLoss(quote, name, 'Price too high', facts.service);
      if (contact !== undefined) addJob(random, quote, contact, 'Lost - Price too high', { jobDate: facts.service });
      return quote;
    },
    bad: (person, contact, received, provider, reason = 'Bad phone number') => {
      const source = provider === '' ? null : getLeadSource(provider);
      const bad: BadLead = { person, contact, provider, source, received, moveDate: null, reason };
      world.badLeads.push(bad);
      return bad;
    },
  };
}
