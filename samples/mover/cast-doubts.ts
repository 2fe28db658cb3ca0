import type { Casting } from './casting.ts';

/**
 * Pairs that no rule joins and no evidence decides: a person is asked. Each is two people as far as the reports go; the review
 * queue of the sample holds a question of every common kind.
 */
export function castDoubts({ person, booked }: Casting): void {
  const phone = '(604) 555-0121';
  const katherine = person('katherine', 'Katherine Lindholm', 'a nickname on one telephone with another e-mail: a question');
  const kathy = person('kathy', 'Kathy Lindholm', 'a nickname on one telephone with another e-mail: a question');
  booked(katherine, { name: 'Katherine Lindholm', email: 'katherine.lindholm@example.com', phone }, '300271', {
    branch: 'kelowna',
    received: '2024-05-06',
    service: '2024-06-11',
    source: 'Google Ads',
    seller: 'Chris Marlow',
  });
  booked(kathy, { name: 'Kathy Lindholm', email: 'kathy77@example.net', phone: '604-555-0121' }, '300272', {
    branch: 'kelowna',
    received: '2026-04-20',
    service: '2026-05-26',
    source: 'Repeat Customer',
    seller: 'Chris Marlow',
  });

  const landline = '(807) 555-0122';
  const rupert = person('rupert', 'Rupert Ashdown', 'only one of two on one landline is called Jr: perhaps father and son, a question');
  const younger = person(
    'rupert-jr',
    'Rupert Ashdown Jr',
    'only one of two on one landline is called Jr: perhaps father and son, a question',
  );
  booked(rupert, { name: 'Rupert Ashdown', email: '', phone: landline }, '300273', {
    branch: 'london',
    received: '2024-09-10',
    service: '2024-10-15',
    source: 'Radio',
    seller: 'Elise Fontaine',
  });
  booked(younger, { name: 'Rupert Ashdown Jr', email: '', phone: '807-555-0122' }, '300274', {
    branch: 'london',
    received: '2026-02-16',
    service: '2026-03-24',
    source: 'Friend Or Family',
    seller: 'Elise Fontaine',
  });

  const first = person('ottilie-1', 'Ottilie Brennan', 'one name, a telephone one digit off and another e-mail: a question');
  const second = person('ottilie-2', 'Ottilie Brennan', 'one name, a telephone one digit off and another e-mail: a question');
  booked(first, { name: 'Ottilie Brennan', email: 'ottilie.brennan@example.org', phone: '(915) 555-0123' }, '300275', {
    branch: 'austin',
    received: '2025-03-03',
    service: '2025-04-08',
    source: 'Yelp',
    seller: 'Dakota Price',
  });
  booked(second, { name: 'Ottilie Brennan', email: 'o.brennan.home@example.com', phone: '(915) 555-0128' }, '300276', {
    branch: 'austin',
    received: '2026-03-09',
    service: '2026-04-14',
    source: 'Google Ads',
    seller: 'Dakota Price',
  });

  const sylvester = person('sylvester', 'Sylvester Dragomir', 'a slip in the surname and one in the telephone: a question');
  const slipped = person('sylvester-slip', 'Sylvester Dragomire', 'a slip in the surname and one in the telephone: a question');
  booked(sylvester, { name: 'Sylvester Dragomir', email: '', phone: '(509) 555-0124' }, '300277', {
    branch: 'bellingham',
    received: '2025-05-19',
    service: '2025-06-24',
    source: 'Word Of Mouth',
    seller: 'Marcus Oyelaran',
  });
  booked(slipped, { name: 'Sylvester Dragomire', email: '', phone: '(509) 555-0129' }, '300278', {
    branch: 'bellingham',
    received: '2025-05-26',
    service: '2025-06-24',
    source: 'Website Form',
    seller: 'Marcus Oyelaran',
  });
}
