import type { Casting } from './casting.ts';

/** Members of the cast whose path through the reports is the hard part. */
export function castJourneys(cast: Casting): void {
  everywhere(cast);
  returning(cast);
  badThenCustomer(cast);
  lostOnly(cast);
  arrivals(cast);
  walkIns(cast);
  clocks(cast);
}

function everywhere({ person, booked, lost, bad }: Casting): void {
  const noor = person('noor', 'Noor Haddad', 'in all seven exports: customer, lead, bad lead, lost lead and, as staff, both performance reports');
  const contact = { name: 'Noor Haddad', email: 'noor.haddad@example.org', phone: '(306) 555-0101' };
  bad(noor, { ...contact, phone: '306-555-0101' }, '2024-02-11', 'Facebook', 'Duplicate lead');
  lost(noor, 'Noor Haddad', '300101', { branch: 'saskatoon', received: '2024-03-02', service: '2024-04-09', source: 'Website Form', seller: 'Ben Carrow' }, contact);
  booked(noor, contact, '300102', { branch: 'saskatoon', received: '2025-06-03', service: '2025-07-15', source: 'Friend Or Family', seller: 'Ben Carrow' });
}

function returning({ person, booked, lost }: Casting): void {
  const lena = person('lena', 'Lena Brandvold', 'repeat customer: four bookings in three years and two branches');
  const home = { name: 'Lena Brandvold', email: 'lena.brandvold@example.com', phone: '(403) 555-0103' };
  booked(lena, home, '300111', { branch: 'calgary', received: '2024-01-15', service: '2024-02-20', source: 'Google Ads', seller: 'Ava Sample' });
  booked(lena, { ...home, phone: '403.555.0103' }, '300112', { branch: 'calgary', received: '2024-09-03', service: '2024-10-01', source: 'Repeat Customer', seller: 'Ava Sample' });
  booked(lena, { ...home, email: 'Lena.Brandvold@Example.com' }, '300113', { branch: 'edmonton', received: '2025-08-12', service: '2025-09-02', source: 'Repeat Customer', seller: 'Ben Lindqvist' });
  booked(lena, { ...home, email: '' }, '300114', { branch: 'edmonton', received: '2026-04-20', service: '2026-05-19', source: 'Repeat Customer', seller: 'Chris Munro' });

  const dana = person('dana', 'Dana Whitfield', 're-quoted: the first quote was lost, the second booked');
  const contact = { name: 'Dana Whitfield', email: 'dana.whitfield@example.net', phone: '(780) 555-0104' };
  lost(dana, 'Dana Whitfield', '300121', { branch: 'edmonton', received: '2025-02-10', service: '2025-03-30', source: 'Yelp', seller: 'Ben Lindqvist' }, contact);
  booked(dana, contact, '300122', { branch: 'edmonton', received: '2025-02-24', service: '2025-04-02', source: 'Yelp', seller: 'Ben Lindqvist' });

  const zoe = person('zoe', 'Zoé Lefèvre', 'booked, cancelled, then listed as lost under the same quote, with her accents only there');
  const plain = { name: 'Zoe Lefevre', email: 'zoe.lefevre@example.com', phone: '(519) 555-0105' };
  const quote = booked(zoe, plain, '300131', { branch: 'london', received: '2025-10-06', service: '2025-11-12', status: "Canceled - didn't close on house", source: 'Radio', seller: 'Elise Fontaine' });
  quote.lost = { name: 'Zoé Lefèvre', lostDate: '2025-10-30', reason: 'No longer moving' };
}

function badThenCustomer({ person, booked, bad, lost }: Casting): void {
  const oscar = person('oscar', 'Oscar Tremblay', 'bad lead that became a customer, joined by e-mail; its first lead date is the bad lead\'s');
  bad(oscar, { name: 'Oscar Tremblay', email: 'oscar.tremblay@example.com', phone: '' }, '2025-02-03', 'Moving Leads Hub', 'Bad phone number');
  const contact = { name: 'Oscar Tremblay', email: 'oscar.tremblay@example.com', phone: '(403) 555-0106' };
  booked(oscar, contact, '300141', { branch: 'calgary', received: '2025-05-05', service: '2025-06-10', source: 'Google Ads', seller: 'Chris Marlow' });
  booked(oscar, contact, '300142', { branch: 'calgary', received: '2026-02-02', service: '2026-03-03', source: 'Repeat Customer', seller: 'Chris Marlow' });

  const sunniva = person('sunniva', 'Sunniva Aas', 'bad lead joined by telephone only, and later than her booking');
  booked(sunniva, { name: 'Sunniva Aas', email: 'sunniva@example.net', phone: '(250) 555-0107' }, '300143', { branch: 'kelowna', received: '2024-06-01', service: '2024-07-04', source: 'Broadway', seller: 'Elise Fontaine' });
  bad(sunniva, { name: 'Sunniva Aas', email: '', phone: '1-250-555-0107' }, '2025-01-20', 'Facebook', 'Duplicate lead');

  const basil = person('basil', 'Basil Ekberg', 'bad lead whose only lead is a lost one, reached over the lost quote\'s job row');
  const lostContact = { name: 'Basil Ekberg', email: 'basil.ekberg@example.org', phone: '(587) 555-0108' };
  lost(basil, 'Basil Ekberg', '300144', { branch: 'calgary', received: '2024-11-04', service: '2024-12-09', source: 'Radio Ad', seller: 'Ben Carrow' }, lostContact);
  bad(basil, { ...lostContact, phone: '' }, '2024-12-20', 'Website Form', 'Spam');

  const yusuf = person('yusuf', 'Yusuf Karlin', 'only a bad lead: a person, but linked to no lead');
  bad(yusuf, { name: 'Yusuf Karlin', email: 'yusuf.karlin@example.com', phone: '(825) 555-0109' }, '2026-03-09', 'Google Ads', 'Outside service territory');
}

function lostOnly({ person, lost }: Casting): void {
  const gwen = person('gwen', 'Gwen Larkin', 'known from a lost lead alone: a name and a quote number');
  lost(gwen, 'Gwen Larkin', '300151', { branch: 'regina', received: '2024-05-06', service: '2024-06-06', source: 'Corporate Account', seller: 'Ben Lindqvist' });
  for (const [nth, number, received] of [[1, '300152', '2025-03-11'], [2, '300153', '2025-09-22']] as const) {
    const rufus = person(`rufus-${nth}`, 'Rufus Penhallow', 'lost twice under two quotes: one man, but nothing in the reports joins the rows', 'Rufus Penhallow');
    lost(rufus, 'Rufus Penhallow', number, { branch: 'edmonton', received, service: `${received.slice(0, 4)}-11-20`, source: 'Word Of Mouth', seller: 'Chris Munro' });
  }
  for (const [nth, area] of [[1, '519'], [2, '780']] as const) {
    const maria = person(`maria-${nth}`, 'Maria Santos', 'two women of one name, with nothing else in common');
    lost(maria, 'Maria Santos', `30016${nth}`, { branch: nth === 1 ? 'london' : 'edmonton', received: `2025-0${nth}-13`, service: '2025-05-01', source: 'Facebook' }, { name: 'Maria Santos', email: `maria.santos.${area}@example.com`, phone: `(${area}) 555-0118` });
  }
}

function arrivals({ person, booked, lead }: Casting): void {
  const ingrid = person('ingrid', 'Ingrid Solheim', 'booked before her lead row appears: the lead comes with next month\'s file');
  const early = booked(ingrid, { name: 'Ingrid Solheim', email: 'ingrid.solheim@example.com', phone: '(403) 555-0111' }, '300171', { branch: 'calgary', received: '2026-09-28', service: '2026-10-20', source: 'Google Ads', seller: 'Ava Sample' });
  if (early.lead !== null) early.lead.arrives = 'next month';

  const paolo = person('paolo', 'Paolo Ferrante', 'a lead today; his booking comes with next month\'s file');
  const open = lead(paolo, '300172', { branch: 'austin', received: '2026-09-21', service: '2026-11-02', status: 'Quoted', source: 'Yelp', seller: 'Dakota Price' });
  open.booked = null;

  const theo = person('theo', 'Theo Marchetti', 're-booked: next month\'s file gives the same quote a later booked date');
  booked(theo, { name: 'Theo Marchetti', email: 'theo.marchetti@example.net', phone: '(512) 555-0112' }, '300173', { branch: 'austin', received: '2026-08-17', service: '2026-10-15', source: 'Realtor Partner', seller: 'Marcus Oyelaran' });

  const winifred = person('winifred', 'Winifred Tate', 'booked without ever having been a lead');
  const unheard = booked(winifred, { name: 'Winifred Tate', email: 'winifred.tate@example.com', phone: '(306) 555-0113' }, '300174', { branch: 'saskatoon', received: '2024-08-01', service: '2024-08-30', source: 'Friend Or Family', seller: 'Noor Haddad' });
  unheard.lead = null;
}

function walkIns({ person, booked }: Casting): void {
  const milo = person('milo', 'Milo Vance', 'walk-in: two jobs without a quote number, joined by telephone');
  for (const [id, service, phone] of [['300181', '2024-03-05', '(403) 555-0114'], ['300182', '2026-06-02', '+1 (403) 555-0114']] as const) {
    const quote = booked(milo, { name: 'Milo Vance', email: '', phone }, id, { branch: 'calgary', received: service, service, source: 'Broadway', seller: 'Ben Carrow' });
    quote.number = null;
    quote.lead = null;
    quote.booked = null;
  }
}

function clocks({ person, booked, lead }: Casting): void {
  const rosa = person('rosa', 'Rosa Delgado', 'an evening in Austin that is already the next day, month and quarter in UTC');
  const quote = booked(rosa, { name: 'Rosa Delgado', email: 'rosa.delgado@example.com', phone: '(737) 555-0115' }, '300191', { branch: 'austin', received: '2026-02-28T21:40', service: '2026-03-31', source: 'Google Ads', seller: 'Dakota Price' });
  const job = quote.jobs[0];
  if (job !== undefined) Object.assign(job, { start: '2026-03-31T20:30', end: '2026-04-01T00:15' });
  const late = person('late', 'Nils Overgaard', 'a lead received at 10:45 PM on the last day of the month');
  lead(late, '300192', { branch: 'calgary', received: '2026-03-31T22:45', service: '2026-05-01', source: 'Website Form', seller: 'Ava Sample' });

  const credit = person('credit', 'Hjalmar Quist', 'a job closed with a credit: the amount is written (123.45)');
  const credited = booked(credit, { name: 'Hjalmar Quist', email: 'hjalmar.quist@example.org', phone: '(780) 555-0116' }, '300193', { branch: 'edmonton', received: '2025-01-07', service: '2025-02-11', source: 'Radio', seller: 'Chris Munro' });
  const closed = credited.jobs[0];
  if (closed !== undefined) closed.actualCents = -12_345;

  ['300194', '300195', '300196'].forEach((number, nth) => {
    const person3 = person(`new-year-${nth + 1}`, ['Agnes Hollings', 'Bertil Norgate', 'Cleo Farthing'][nth] ?? '', 'a job at the turn of the year, exported with both years\' files');
    const turn = booked(person3, { name: person3.name, email: `new.year.${nth + 1}@example.com`, phone: `(403) 555-011${7 + nth}` }, number, { branch: 'calgary', received: '2024-11-25', service: '2024-12-31', source: 'Facebook', seller: 'Chris Marlow' });
    for (const each of turn.jobs) each.files = ['2024', '2025'];
  });
}
