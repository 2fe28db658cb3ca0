import type { Casting } from './casting.ts';

/** Members of the cast whose path through the reports is the hard part. */
export function castJourneys(cast: Casting): void {
  everywhere(cast);
  returning(cast);
  badThenCustomer(cast);
  lostOnly(cast);
}

function everywhere({ person, booked, lost, bad }: Casting): void {
  const noor = person(
    'noor',
    'Noor Haddad',
    'in all seven exports: customer, lead, bad lead, lost lead and, as staff, both performance reports',
  );
  const contact = { name: 'Noor Haddad', email: 'noor.haddad@example.org', phone: '(306) 555-0101' };
  bad(noor, { ...contact, phone: '306-555-0101' }, '2024-02-11', 'Facebook', 'Duplicate lead');
  lost(
    noor,
    'Noor Haddad',
    '300101',
    { branch: 'saskatoon', received: '2024-03-02', service: '2024-04-09', source: 'Website Form', seller: 'Ben Carrow' },
    contact,
  );
  booked(noor, contact, '300102', {
    branch: 'saskatoon',
    received: '2025-06-03',
    service: '2025-07-15',
    source: 'Friend Or Family',
    seller: 'Ben Carrow',
  });
}

function returning({ person, booked, lost }: Casting): void {
  const lena = person('lena', 'Lena Brandvold', 'repeat customer: four bookings in three years and two branches');
  const home = { name: 'Lena Brandvold', email: 'lena.brandvold@example.com', phone: '(403) 555-0103' };
  booked(lena, home, '300111', {
    branch: 'calgary',
    received: '2024-01-15',
    service: '2024-02-20',
    source: 'Google Ads',
    seller: 'Ava Sample',
  });
  booked(lena, { ...home, phone: '403.555.0103' }, '300112', {
    branch: 'calgary',
    received: '2024-09-03',
    service: '2024-10-01',
    source: 'Repeat Customer',
    seller: 'Ava Sample',
  });
  booked(lena, { ...home, email: 'Lena.Brandvold@Example.com' }, '300113', {
    branch: 'edmonton',
    received: '2025-08-12',
    service: '2025-09-02',
    source: 'Repeat Customer',
    seller: 'Ben Lindqvist',
  });
  booked(lena, { ...home, email: '' }, '300114', {
    branch: 'edmonton',
    received: '2026-04-20',
    service: '2026-05-19',
    source: 'Repeat Customer',
    seller: 'Chris Munro',
  });

  const dana = person('dana', 'Dana Whitfield', 're-quoted: the first quote was lost, the second booked');
  const contact = { name: 'Dana Whitfield', email: 'dana.whitfield@example.net', phone: '(780) 555-0104' };
  lost(
    dana,
    'Dana Whitfield',
    '300121',
    { branch: 'edmonton', received: '2025-02-10', service: '2025-03-30', source: 'Yelp', seller: 'Ben Lindqvist' },
    contact,
  );
  booked(dana, contact, '300122', {
    branch: 'edmonton',
    received: '2025-02-24',
    service: '2025-04-02',
    source: 'Yelp',
    seller: 'Ben Lindqvist',
  });

  const zoe = person('zoe', 'Zoé Lefèvre', 'booked, cancelled, then listed as lost under the same quote, with her accents only there');
  const plain = { name: 'Zoe Lefevre', email: 'zoe.lefevre@example.com', phone: '(519) 555-0105' };
  const quote = booked(zoe, plain, '300131', {
    branch: 'london',
    received: '2025-10-06',
    service: '2025-11-12',
    status: "Canceled - didn't close on house",
    source: 'Radio',
    seller: 'Elise Fontaine',
  });
  quote.lost = { name: 'Zoé Lefèvre', lostDate: '2025-10-30', reason: 'No longer moving' };
}

function badThenCustomer({ person, booked, bad, lost }: Casting): void {
  const oscar = person(
    'oscar',
    'Oscar Tremblay',
    "bad lead that became a customer, joined by e-mail; its first lead date is the bad lead's",
  );
  bad(
    oscar,
    { name: 'Oscar Tremblay', email: 'oscar.tremblay@example.com', phone: '' },
    '2025-02-03',
    'Moving Leads Hub',
    'Bad phone number',
  );
  const contact = { name: 'Oscar Tremblay', email: 'oscar.tremblay@example.com', phone: '(403) 555-0106' };
  booked(oscar, contact, '300141', {
    branch: 'calgary',
    received: '2025-05-05',
    service: '2025-06-10',
    source: 'Google Ads',
    seller: 'Chris Marlow',
  });
  booked(oscar, contact, '300142', {
    branch: 'calgary',
    received: '2026-02-02',
    service: '2026-03-03',
    source: 'Repeat Customer',
    seller: 'Chris Marlow',
  });

  const sunniva = person('sunniva', 'Sunniva Aas', 'bad lead joined by telephone only, and later than her booking');
  booked(sunniva, { name: 'Sunniva Aas', email: 'sunniva@example.net', phone: '(250) 555-0107' }, '300143', {
    branch: 'kelowna',
    received: '2024-06-01',
    service: '2024-07-04',
    source: 'Broadway',
    seller: 'Elise Fontaine',
  });
  bad(sunniva, { name: 'Sunniva Aas', email: '', phone: '1-250-555-0107' }, '2025-01-20', 'Facebook', 'Duplicate lead');

  const basil = person('basil', 'Basil Ekberg', "bad lead whose only lead is a lost one, reached over the lost quote's job row");
  const lostContact = { name: 'Basil Ekberg', email: 'basil.ekberg@example.org', phone: '(587) 555-0108' };
  lost(
    basil,
    'Basil Ekberg',
    '300144',
    { branch: 'calgary', received: '2024-11-04', service: '2024-12-09', source: 'Radio Ad', seller: 'Ben Carrow' },
    lostContact,
  );
  bad(basil, { ...lostContact, phone: '' }, '2024-12-20', 'Website Form', 'Spam');

  const yusuf = person('yusuf', 'Yusuf Karlin', 'only a bad lead: a person, but linked to no lead');
  bad(
    yusuf,
    { name: 'Yusuf Karlin', email: 'yusuf.karlin@example.com', phone: '(825) 555-0109' },
    '2026-03-09',
    'Google Ads',
    'Outside service territory',
  );
}

function lostOnly({ person, lost }: Casting): void {
  const gwen = person('gwen', 'Gwen Larkin', 'known from a lost lead alone: a name and a quote number');
  lost(gwen, 'Gwen Larkin', '300151', {
    branch: 'regina',
    received: '2024-05-06',
    service: '2024-06-06',
    source: 'Corporate Account',
    seller: 'Ben Lindqvist',
  });
  for (const [nth, number, received] of [
    [1, '300152', '2025-03-11'],
    [2, '300153', '2025-09-22'],
  ] as const) {
    const rufus = person(
      `rufus-${nth}`,
      'Rufus Penhallow',
      'lost twice under two quotes: one man, but nothing in the reports joins the rows',
      'Rufus Penhallow',
    );
    lost(rufus, 'Rufus Penhallow', number, {
      branch: 'edmonton',
      received,
      service: `${received.slice(0, 4)}-11-20`,
      source: 'Word Of Mouth',
      seller: 'Chris Munro',
    });
  }
  for (const [nth, area] of [
    [1, '519'],
    [2, '780'],
  ] as const) {
    const maria = person(`maria-${nth}`, 'Maria Santos', 'two women of one name, with nothing else in common');
    lost(
      maria,
      'Maria Santos',
      `30016${nth}`,
      { branch: nth === 1 ? 'london' : 'edmonton', received: `2025-0${nth}-13`, service: '2025-05-01', source: 'Facebook' },
      { name: 'Maria Santos', email: `maria.santos.${area}@example.com`, phone: `(${area}) 555-0118` },
    );
  }
}
