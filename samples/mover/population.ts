import { addDays } from './calendar.ts';
import { BRANCHES, LEAD_SOURCES, SALES_PEOPLE } from './directory.ts';
import type { Branch, Contact, LeadSource, Person, Quote, World } from './model.ts';
import { BAD_REASONS, CANCEL_REASONS, FIRST_NAMES, LAST_NAMES, LOST_REASONS } from './names.ts';
import type { Random } from './random.ts';
import { AS_OF, addBooking, addJob, addLead, addLoss, startQuote } from './story.ts';

interface Customer {
  person: Person;
  contact: Contact;
  branch: Branch;
}

/** Fills the world with ordinary customers, about 33 leads a month from January 2024 to September 2026. */
export function addPopulation(world: World, random: Random): void {
  const returning: Customer[] = [];
  const makeCustomer = customerMaker(world, random);
  let number = 128_001;
  for (const day of leadDays(random)) {
    const outcome = outcomeOf(random, day);
    const isReturning = outcome === 'booked' && returning.length > 30 && random.chance(0.09);
    const customer = isReturning ? random.pick(returning) : makeCustomer(outcome === 'bad');
    const quote = startLead(random, customer, `${number}`, day);
    world.quotes.push(quote);
    number += random.whole(1, 3);
    if (outcome === 'booked') {
      book(random, quote, customer.contact);
      returning.push(customer);
    }
    if (outcome === 'lost') lose(random, quote, customer.contact);
    if (outcome === 'open') leaveOpen(random, quote, customer.contact);
    if (outcome === 'bad') {
      const known = returning.length > 30 && random.chance(0.06) ? random.pick(returning) : customer;
      markBad(world, random, quote, known);
    }
  }
}

function leadDays(random: Random): string[] {
  const days: string[] = [];
  for (let day = '2024-01-02'; day < AS_OF; day = addDays(day, 1)) {
    const month = Number(day.slice(5, 7));
    const busy = month >= 5 && month <= 8 ? 1.5 : 0.85;
    for (let nth = 0; nth < 3; nth += 1) if (random.chance(0.37 * busy)) days.push(day);
  }
  return days;
}

function outcomeOf(random: Random, day: string): 'booked' | 'lost' | 'bad' | 'open' {
  const roll = random.next();
  const isRecent = day >= '2026-07-15';
  if (roll < 0.21) return 'booked';
  if (roll < (isRecent ? 0.38 : 0.62)) return 'lost';
  if (roll < (isRecent ? 0.55 : 0.84)) return 'bad';
  return 'open';
}

function startLead(random: Random, customer: Customer, number: string, day: string): Quote {
  const local = SALES_PEOPLE.filter((seller) => seller.branches.includes(customer.branch.key));
  const received = `${day}T${String(random.whole(8, 19)).padStart(2, '0')}:${String(random.whole(0, 59)).padStart(2, '0')}`;
  return startQuote(random, {
    number,
    person: customer.person,
    branch: customer.branch,
    seller: random.chance(0.94) ? random.pick(local.length > 0 ? local : SALES_PEOPLE) : null,
    source: random.chance(0.96) ? pickSource(random) : null,
    received,
    serviceDate: addDays(day, random.whole(9, 70)),
  });
}

function pickSource(random: Random): LeadSource {
  return random.pick(LEAD_SOURCES.flatMap((source) => Array.from({ length: source.weight }, () => source)));
}

function book(random: Random, quote: Quote, contact: Contact): void {
  const serviceDate = quote.serviceDate ?? AS_OF;
  const isCancelled = random.chance(0.09);
  const isPast = serviceDate < '2026-09-12';
  const status = isCancelled
    ? `Cancelled - ${random.pick(CANCEL_REASONS)}`
    : isPast
      ? random.pick(['Closed', 'Closed', 'Closed', 'Completed'])
      : 'Booked';
  addLead(random, quote, status);
  addBooking(random, quote, contact, status);
  if (isCancelled && random.chance(0.4)) return;
  addJob(random, quote, rewrite(random, contact), status);
  if (!isCancelled && random.chance(0.1))
    addJob(random, quote, contact, status, { jobDate: addDays(serviceDate, 1), jobType: 'Unload Only' });
}

function lose(random: Random, quote: Quote, contact: Contact): void {
  const reason = random.pick(LOST_REASONS);
  addLead(random, quote, `Lost ${random.pick(['- ', ''])}${reason}`);
  const lostOn = addDays((quote.received ?? AS_OF).slice(0, 10), random.whole(2, 25));
  addLoss(quote, contact.name, reason, lostOn < AS_OF ? lostOn : '2026-09-30');
  if (random.chance(0.06)) addJob(random, quote, contact, `Lost - ${reason}`);
}

function leaveOpen(random: Random, quote: Quote, contact: Contact): void {
  addLead(random, quote, random.pick(['New lead', 'Lead in progress', 'Opportunity', 'Opportunity', 'Quoted', 'Pending']));
  if (random.chance(0.2)) addJob(random, quote, contact, random.pick(['Opportunity', 'Quoted', 'Lead in progress']));
}

function markBad(world: World, random: Random, quote: Quote, customer: Customer): void {
  const reason = random.pick(BAD_REASONS);
  addLead(random, quote, `Bad lead - ${reason}`, { quoteSent: null, lastCommunication: null, revenueCents: 0 });
  world.badLeads.push({
    person: customer.person,
    provider: quote.lead?.wording.source ?? '',
    source: quote.source,
    contact: rewrite(random, customer.contact),
    moveDate: random.chance(0.78) ? quote.serviceDate : null,
    received: (quote.received ?? AS_OF).slice(0, 10),
    reason,
  });
}

/** The same contact as another report writes it: other punctuation in the number, other case in the address. */
export function rewrite(random: Random, contact: Contact): Contact {
  const digits = contact.phone.replaceAll(/\D/g, '');
  if (digits.length !== 10) return contact;
  const [area, middle, last] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  const phone = random.pick([
    contact.phone,
    `${area}-${middle}-${last}`,
    `${area}.${middle}.${last}`,
    `+1 ${area} ${middle} ${last}`,
    digits,
    `1-${area}-${middle}-${last}`,
  ]);
  const email = random.chance(0.1) ? contact.email.toUpperCase() : random.chance(0.06) ? `${contact.email} ` : contact.email;
  return { name: contact.name, phone, email: contact.email === '' ? '' : email };
}

function customerMaker(world: World, random: Random): (isBad: boolean) => Customer {
  const names = new Set<string>();
  const phones = new Set<string>();
  let serial = 0;
  return (isBad) => {
    const branch = random.pick([...BRANCHES, ...BRANCHES.slice(0, 4), ...BRANCHES.slice(0, 2)]);
    const name = draw(names, () => `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`);
    // The cast holds 0100-0119 of every area code; everybody else is above.
    const number = draw(phones, () => `(${random.pick([...branch.areaCodes, ...OTHER_CODES])}) 555-01${random.whole(20, 99)}`);
    serial += 1;
    const person: Person = { id: `person-${String(serial).padStart(4, '0')}`, name, trap: null, real: null };
    world.people.push(person);
    const [first = '', last = ''] = name.toLowerCase().split(' ');
    const email = random.chance(isBad ? 0.31 : 0.05) ? '' : `${first}.${last}${serial}@example.${random.pick(['com', 'net', 'org'])}`;
    return { person, branch, contact: { name, email, phone: email !== '' && random.chance(0.02) ? '' : number } };
  };
}

const OTHER_CODES = [
  '416',
  '647',
  '437',
  '905',
  '289',
  '613',
  '343',
  '705',
  '807',
  '204',
  '431',
  '514',
  '438',
  '604',
  '236',
  '672',
  '214',
  '469',
  '972',
  '713',
  '832',
  '210',
  '817',
  '206',
  '425',
];

function draw(taken: Set<string>, propose: () => string): string {
  for (;;) {
    const proposed = propose();
    if (taken.has(proposed)) continue;
    taken.add(proposed);
    return proposed;
  }
}
