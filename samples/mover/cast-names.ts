import type { Casting } from './casting.ts';

/** Members of the cast whose names, numbers or addresses are the hard part. */
export function castNames(cast: Casting): void {
  households(cast);
  generics(cast);
  spellings(cast);
  fragments(cast);
}

function households({ person, booked, bad }: Casting): void {
  const shared = { email: 'raman.family@example.com', phone: '(368) 555-0101' };
  const priya = person('priya', 'Priya Raman', 'couple sharing telephone and e-mail: a household, two people');
  const tom = person('tom', 'Tom Raman', 'couple sharing telephone and e-mail: a household, two people');
  booked(priya, { name: 'Priya Raman', ...shared }, '300201', {
    branch: 'calgary',
    received: '2024-04-02',
    service: '2024-05-14',
    source: 'Google Ads',
    seller: 'Ava Sample',
  });
  booked(tom, { name: 'Tom Raman', ...shared }, '300202', {
    branch: 'calgary',
    received: '2025-07-08',
    service: '2025-08-05',
    source: 'Repeat Customer',
    seller: 'Ben Carrow',
  });

  const landline = '(780) 555-0102';
  const senior = person('walter-sr', 'Walter Grieg Sr', 'father and son of one name on one landline');
  const junior = person('walter-jr', 'Walter Grieg Jr', 'father and son of one name on one landline');
  booked(senior, { name: 'Walter Grieg Sr', email: '', phone: landline }, '300203', {
    branch: 'edmonton',
    received: '2024-02-06',
    service: '2024-03-12',
    source: 'Radio Ad',
    seller: 'Ben Lindqvist',
  });
  booked(junior, { name: 'Walter Grieg Jr.', email: 'wgrieg.jr@example.com', phone: '780-555-0102' }, '300204', {
    branch: 'edmonton',
    received: '2026-01-13',
    service: '2026-02-17',
    source: 'Friend Or Family',
    seller: 'Ben Lindqvist',
  });

  const hugo = person('hugo', 'Hugo Lindgren', "booked the move that stands under his wife's name in the jobs: one quote, two people");
  const klara = person('klara', 'Klara Lindgren', "the job of her husband's quote is in her name");
  const move = booked(hugo, { name: 'Hugo Lindgren', email: 'hugo.lindgren@example.net', phone: '(778) 555-0103' }, '300205', {
    branch: 'kelowna',
    received: '2025-03-18',
    service: '2025-04-22',
    source: 'Word Of Mouth',
    seller: 'Chris Marlow',
  });
  const job = move.jobs[0];
  if (job !== undefined)
    Object.assign(job, {
      person: klara,
      contact: { name: 'Klara Lindgren', email: 'klara.lindgren@example.net', phone: '(778) 555-0103' },
    });

  const nadia = person(
    'nadia',
    'Nadia Kovac',
    'took another name and number: same e-mail and a rare first name, so all evidence together says one person',
    'Nadia Kovac',
  );
  booked(nadia, { name: 'Nadia Kovac', email: 'nadia.k@example.org', phone: '(226) 555-0104' }, '300206', {
    branch: 'london',
    received: '2024-07-01',
    service: '2024-08-02',
    source: 'Facebook',
    seller: 'Elise Fontaine',
  });
  booked(nadia, { name: 'Nadia Brandt', email: 'nadia.k@example.org', phone: '(226) 555-0105' }, '300207', {
    branch: 'london',
    received: '2026-05-11',
    service: '2026-06-23',
    source: 'Repeat Customer',
    seller: 'Elise Fontaine',
  });
  bad(nadia, { name: 'Nadia Brandt', email: 'Nadia.K@example.org', phone: '' }, '2026-07-02', 'Moving Leads Hub', 'Duplicate lead');
}

function generics({ person, booked, bad }: Casting): void {
  const office = '(403) 555-0100';
  REALTOR_CLIENTS.forEach((name, nth) => {
    const client = person(
      `realtor-${nth + 1}`,
      name,
      "one of nine clients for whom a realtor's office gave its own number: generic, no evidence",
    );
    const email = nth < 7 ? 'relocations@example.com' : `${name.toLowerCase().replace(' ', '.')}@example.org`;
    booked(client, { name, email, phone: office }, String(300_211 + nth), {
      branch: 'calgary',
      received: `202${4 + (nth % 3)}-0${(nth % 8) + 1}-17`,
      service: `202${4 + (nth % 3)}-1${nth % 2}-04`,
      source: 'Realtor Partner',
      seller: 'Ava Sample',
    });
  });

  PLACEHOLDERS.forEach(([name, email, phone], nth) => {
    const nobody = person(
      `placeholder-${nth + 1}`,
      name,
      `gave ${phone} and ${email === '' ? 'no e-mail' : email}: nobody's number or address`,
    );
    booked(nobody, { name, email, phone }, String(300_231 + nth), {
      branch: 'edmonton',
      received: `2025-0${nth + 1}-06`,
      service: `2025-1${nth % 2}-11`,
      source: 'Website Form',
      seller: 'Chris Munro',
    });
  });
  const info = person('info', 'Torvald Meeks', 'a bad lead that shares only 0000000000 and info@ with others');
  bad(info, { name: 'Torvald Meeks', email: 'info@example.com', phone: '(000) 000-0000' }, '2025-06-17', 'Cobweb Storage', 'Spam');
}

function spellings({ person, booked, bad, lost }: Casting): void {
  const marguerite = person('marguerite', 'Marguerite Olsen', 'two e-mail addresses, joined by telephone');
  booked(marguerite, { name: 'Marguerite Olsen', email: 'marguerite.olsen@example.com', phone: '(639) 555-0106' }, '300241', {
    branch: 'saskatoon',
    received: '2024-05-20',
    service: '2024-06-18',
    source: 'Google Ads',
    seller: 'Noor Haddad',
  });
  booked(marguerite, { name: 'Marguerite Olsen', email: 'm.olsen@example.org', phone: '639.555.0106' }, '300242', {
    branch: 'saskatoon',
    received: '2026-03-23',
    service: '2026-04-28',
    source: 'Repeat Customer',
    seller: 'Noor Haddad',
  });

  const jordan = person('jordan', 'Jordan Example', 'once only as "J. Example", joined by telephone');
  booked(jordan, { name: 'Jordan Example', email: 'jordan@example.com', phone: '(587) 555-0107' }, '300243', {
    branch: 'calgary',
    received: '2024-08-19',
    service: '2024-09-20',
    source: 'Yelp',
    seller: 'Chris Marlow',
  });
  bad(jordan, { name: 'J. Example', email: '', phone: '587-555-0107' }, '2025-11-03', 'Google Ads', 'Duplicate lead');

  const chidi = person('chidi', 'Chidi Okafor', 'once as "Okafor, Chidi", joined by e-mail in capitals');
  booked(chidi, { name: 'Chidi Okafor', email: 'chidi.okafor@example.net', phone: '(512) 555-0108' }, '300244', {
    branch: 'austin',
    received: '2025-01-27',
    service: '2025-02-25',
    source: 'Corporate Account',
    seller: 'Dakota Price',
  });
  booked(chidi, { name: 'Okafor, Chidi', email: 'CHIDI.OKAFOR@EXAMPLE.NET', phone: '(737) 555-0109' }, '300245', {
    branch: 'austin',
    received: '2026-06-08',
    service: '2026-07-07',
    source: 'Repeat Customer',
    seller: 'Marcus Oyelaran',
  });

  const siobhan = person('siobhan', "Siobhan O'Brien-Hale", 'apostrophe and hyphen, here and not there');
  booked(siobhan, { name: "Siobhan O'Brien-Hale", email: 'siobhan.ob@example.com', phone: '(780) 555-0110' }, '300246', {
    branch: 'edmonton',
    received: '2024-10-14',
    service: '2024-11-12',
    source: 'Word Of Mouth',
    seller: 'Ben Lindqvist',
  });
  bad(siobhan, { name: 'Siobhan OBrien-Hale', email: 'siobhan.ob@example.com', phone: '' }, '2025-04-04', 'Website Form', 'Duplicate lead');

  const ernesto = person('ernesto', 'Ernesto Testino', 'holds "test" in his name, yet is no test record');
  booked(ernesto, { name: 'Ernesto Testino', email: 'testino@example.org', phone: '(360) 555-0111' }, '300247', {
    branch: 'bellingham',
    received: '2025-09-08',
    service: '2025-10-07',
    source: 'Broadway',
    seller: 'Marcus Oyelaran',
  });

  const imogen = person('imogen', 'Imogen Price-Wells', 'a number in another country, with and without spaces');
  booked(imogen, { name: 'Imogen Price-Wells', email: 'imogen.pw@example.com', phone: '+44 20 7946 0018' }, '300248', {
    branch: 'calgary',
    received: '2025-02-18',
    service: '2025-04-01',
    source: 'Corporate Account',
    seller: 'Ava Sample',
  });
  bad(imogen, { name: 'Imogen Price-Wells', email: '', phone: '+442079460018' }, '2026-01-19', 'Google Ads', 'Outside service territory');

  const anselm = person('anselm', 'Anselm Whitby', 'an extension behind the number');
  booked(anselm, { name: 'Anselm Whitby', email: 'anselm@example.net', phone: '(780) 555-0112 ext. 12' }, '300249', {
    branch: 'edmonton',
    received: '2024-03-19',
    service: '2024-04-23',
    source: 'Billboard Campaign',
    seller: 'Chris Munro',
  });
  lost(
    anselm,
    'Anselm Whitby',
    '300250',
    { branch: 'edmonton', received: '2025-08-05', service: '2025-09-09', source: 'Repeat Customer', seller: 'Chris Munro' },
    { name: 'Anselm Whitby', email: '', phone: '780-555-0112' },
  );
}

function fragments({ person, booked, bad }: Casting): void {
  const lee = person('lee', 'Lee Marchbank', 'a seven-digit number: no evidence, the e-mail joins');
  booked(lee, { name: 'Lee Marchbank', email: 'lee.marchbank@example.com', phone: '(403) 555-0112' }, '300261', {
    branch: 'calgary',
    received: '2025-05-12',
    service: '2025-06-17',
    source: 'Facebook',
    seller: 'Chris Marlow',
  });
  bad(
    lee,
    { name: 'Lee Marchbank', email: 'lee.marchbank@example.com', phone: '5550112' },
    '2025-05-02',
    'Website Form',
    'Bad phone number',
  );

  const petra = person('petra', 'Petra Vossen', 'a bad lead without a name, joined because hers is the only number like it');
  booked(petra, { name: 'Petra Vossen', email: 'petra.vossen@example.org', phone: '(778) 555-0113' }, '300262', {
    branch: 'kelowna',
    received: '2026-02-09',
    service: '2026-03-10',
    source: 'Google Ads',
    seller: 'Elise Fontaine',
  });
  bad(petra, { name: '', email: '', phone: '7785550113' }, '2026-01-30', 'Google Ads', 'Bad email address');

  const marta = person('marta', 'Marta Vale', 'a bad lead under her first name only, joined by telephone');
  booked(marta, { name: 'Marta Vale', email: 'marta.vale@example.com', phone: '(204) 555-0114' }, '300263', {
    branch: 'regina',
    received: '2024-04-15',
    service: '2024-05-21',
    source: 'Radio',
    seller: 'Ben Lindqvist',
  });
  bad(marta, { name: 'Marta', email: '', phone: '204-555-0114' }, '2024-04-14', 'Friend Or Family', 'Duplicate lead');

  // Names nobody and holds no number: a bad lead, but no person record.
  bad(null, { name: '', email: '', phone: '' }, '2025-07-07', 'Moving Leads Hub', 'Spam');
}

const REALTOR_CLIENTS = [
  'Alban Crewe',
  'Bettina Moss',
  'Casimir Holt',
  'Dorothea Quill',
  'Ephraim Sand',
  'Florian Rusk',
  'Gisela Thorn',
  'Horatio Penn',
  'Isolde Marsh',
];

const PLACEHOLDERS: readonly (readonly [string, string, string])[] = [
  ['Ottoline Krebs', '', '0000000000'],
  ['Percival Dunn', 'noreply@example.com', '(000) 000-0000'],
  ['Rosamund Ware', 'noreply@example.com', '123-456-7890'],
  ['Septimus Lowe', 'none@example.com', '9999999999'],
  ['Theodora Finch', 'info@example.com', '1234567890'],
];
