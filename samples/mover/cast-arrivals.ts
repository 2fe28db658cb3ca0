import type { Casting } from './casting.ts';

/** Members of the cast whose rows arrive out of order, without a quote, or at an awkward hour. */
export function castArrivals(cast: Casting): void {
  arrivals(cast);
  walkIns(cast);
  clocks(cast);
}

function arrivals({ person, booked, lead }: Casting): void {
  const ingrid = person('ingrid', 'Ingrid Solheim', "booked before her lead row appears: the lead comes with next month's file");
  const early = booked(ingrid, { name: 'Ingrid Solheim', email: 'ingrid.solheim@example.com', phone: '(403) 555-0111' }, '300171', {
    branch: 'calgary',
    received: '2026-09-28',
    service: '2026-10-20',
    source: 'Google Ads',
    seller: 'Ava Sample',
  });
  if (early.lead !== null) early.lead.arrives = 'next month';

  const paolo = person('paolo', 'Paolo Ferrante', "a lead today; his booking comes with next month's file");
  const open = lead(paolo, '300172', {
    branch: 'austin',
    received: '2026-09-21',
    service: '2026-11-02',
    status: 'Quoted',
    source: 'Yelp',
    seller: 'Dakota Price',
  });
  open.booked = null;

  const theo = person('theo', 'Theo Marchetti', "re-booked: next month's file gives the same quote a later booked date");
  booked(theo, { name: 'Theo Marchetti', email: 'theo.marchetti@example.net', phone: '(512) 555-0112' }, '300173', {
    branch: 'austin',
    received: '2026-08-17',
    service: '2026-10-15',
    source: 'Realtor Partner',
    seller: 'Marcus Oyelaran',
  });

  const winifred = person('winifred', 'Winifred Tate', 'booked without ever having been a lead');
  const unheard = booked(winifred, { name: 'Winifred Tate', email: 'winifred.tate@example.com', phone: '(306) 555-0113' }, '300174', {
    branch: 'saskatoon',
    received: '2024-08-01',
    service: '2024-08-30',
    source: 'Friend Or Family',
    seller: 'Noor Haddad',
  });
  unheard.lead = null;
}

function walkIns({ person, booked }: Casting): void {
  const milo = person('milo', 'Milo Vance', 'walk-in: two jobs without a quote number, joined by telephone');
  for (const [id, service, phone] of [
    ['300181', '2024-03-05', '(403) 555-0114'],
    ['300182', '2026-06-02', '+1 (403) 555-0114'],
  ] as const) {
    const quote = booked(milo, { name: 'Milo Vance', email: '', phone }, id, {
      branch: 'calgary',
      received: service,
      service,
      source: 'Broadway',
      seller: 'Ben Carrow',
    });
    quote.number = null;
    quote.lead = null;
    quote.booked = null;
  }
}

function clocks({ person, booked, lead }: Casting): void {
  const rosa = person('rosa', 'Rosa Delgado', 'an evening in Austin that is already the next day, month and quarter in UTC');
  const quote = booked(rosa, { name: 'Rosa Delgado', email: 'rosa.delgado@example.com', phone: '(737) 555-0115' }, '300191', {
    branch: 'austin',
    received: '2026-02-28T21:40',
    service: '2026-03-31',
    source: 'Google Ads',
    seller: 'Dakota Price',
  });
  const job = quote.jobs[0];
  if (job !== undefined) Object.assign(job, { start: '2026-03-31T20:30', end: '2026-04-01T00:15' });
  const late = person('late', 'Nils Overgaard', 'a lead received at 10:45 PM on the last day of the month');
  lead(late, '300192', {
    branch: 'calgary',
    received: '2026-03-31T22:45',
    service: '2026-05-01',
    source: 'Website Form',
    seller: 'Ava Sample',
  });

  const credit = person('credit', 'Hjalmar Quist', 'a job closed with a credit: the amount is written (123.45)');
  const credited = booked(credit, { name: 'Hjalmar Quist', email: 'hjalmar.quist@example.org', phone: '(780) 555-0116' }, '300193', {
    branch: 'edmonton',
    received: '2025-01-07',
    service: '2025-02-11',
    source: 'Radio',
    seller: 'Chris Munro',
  });
  const closed = credited.jobs[0];
  if (closed !== undefined) closed.actualCents = -12_345;

  ['300194', '300195', '300196'].forEach((number, nth) => {
    const person3 = person(
      `new-year-${nth + 1}`,
      ['Agnes Hollings', 'Bertil Norgate', 'Cleo Farthing'][nth] ?? '',
      "a job at the turn of the year, exported with both years' files",
    );
    const turn = booked(
      person3,
      { name: person3.name, email: `new.year.${nth + 1}@example.com`, phone: `(403) 555-011${7 + nth}` },
      number,
      { branch: 'calgary', received: '2024-11-25', service: '2024-12-31', source: 'Facebook', seller: 'Chris Marlow' },
    );
    for (const each of turn.jobs) each.files = ['2024', '2025'];
  });
}
