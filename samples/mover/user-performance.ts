import { makeRandom } from './random.ts';
import { bare, type Columns, quarantined, rowsOf, type Sheet, skipped, vary } from './sheet.ts';
import { odd, writeCount, writePercent } from './writing.ts';

export interface PhoneUser {
  /** In the telephone system's spelling. */
  name: string;
  /** Whom it means; null for lines and people who sell nothing. */
  salesPerson: string | null;
}

/** The telephone system's users; Ben Larkin shares a first name with two sellers and is neither. */
export const PHONE_USERS: readonly PhoneUser[] = [
  { name: 'Ava Sample (French & English)', salesPerson: 'Ava Sample' },
  { name: 'Ben C.', salesPerson: 'Ben Carrow' },
  { name: 'Lindqvist, Ben', salesPerson: 'Ben Lindqvist' },
  { name: 'Chris Marlow', salesPerson: 'Chris Marlow' },
  { name: 'Chris Munroe', salesPerson: 'Chris Munro' },
  { name: 'Dakota Price', salesPerson: 'Dakota Price' },
  { name: 'Elise Fontaine (English & French)', salesPerson: 'Elise Fontaine' },
  { name: 'Markus Oyelaran', salesPerson: 'Marcus Oyelaran' },
  { name: ' Noor Haddad', salesPerson: 'Noor Haddad' },
  { name: 'Ben Larkin', salesPerson: null },
  { name: 'Front Desk', salesPerson: null },
  { name: 'Voicemail Box', salesPerson: null },
];

/** The telephone system's export: UTF-8 with a byte-order mark, padded headers. */
export function userPerformanceSheet(): Sheet {
  const random = makeRandom('user performance');
  const calls = new Map(PHONE_USERS.map((user) => [user, user.name === 'Ben Larkin' ? 0 : random.whole(120, 4200)]));
  const total = (user: PhoneUser): number => calls.get(user) ?? 0;
  const missed = (user: PhoneUser): number =>
    user.name === 'Voicemail Box' ? total(user) : user.name === 'Front Desk' ? 0 : Math.floor(total(user) / 17);
  const columns: Columns<PhoneUser> = [
    [
      'Name',
      ({ name }) =>
        name.includes('(') ? odd('seller-languages', name, name) : name.includes(', ') ? odd('seller-turned', name, name) : name,
    ],
    ['User Status', () => (random.chance(0.8) ? 'Enabled' : 'Disabled')],
    ['Total Calls', (user) => writeCount(total(user))],
    ['Avg. Calls/Day', (user) => (total(user) / 22).toFixed(1)],
    ['# Inbound', (user) => writeCount(total(user) === 0 ? null : Math.floor(total(user) / 3))],
    ['# Outbound', (user) => writeCount(total(user) === 0 ? null : total(user) - Math.floor(total(user) / 3))],
    ['% Missed (w/VM) ', (user) => writePercent(random, missed(user), total(user))],
    ['Avg. Handle Time', () => odd('duration-clock', '00:04:20', '260')],
  ];
  const headers = columns.map(([header]) => header);
  const rows = rowsOf(columns, PHONE_USERS, (user) => user);
  const [first] = rows;
  if (first === undefined) throw new RangeError('the telephone system has users');
  const extra = [
    vary(headers, first, { Name: 'Test User' }, skipped('test_record')),
    vary(headers, first, { Name: 'Fax Line', 'Total Calls': 'twelve' }, quarantined('unreadable_number')),
    vary(headers, first, { Name: 'Door Phone', 'Avg. Handle Time': 'short' }, quarantined('unreadable_duration')),
    bare(headers, { Name: 'Total', 'Total Calls': '20,114' }, skipped('totals_row')),
  ];
  return {
    folder: 'exports',
    file: 'RingCentral_PR_Users_Users_9_30_2026_0815.xlsx - Users.csv',
    kind: 'user_performance',
    titles: [],
    headers,
    rows: [...rows, ...extra],
    format: { type: 'csv', endOfLine: '\r\n', encoding: 'utf-8-bom' },
  };
}
