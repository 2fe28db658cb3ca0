import { identityOf, isAmong, type Mix, RANGE } from './generate-identities.ts';
import { dayText, moneyText, type ReferenceQuote, SELLERS, statusOf, unless } from './generate-quotes.ts';

export const BOOKED_HEADERS = [
  'Quote #',
  'Status',
  'Customer Name',
  'Email',
  'Phone Number',
  'Branch Name',
  'Moving From',
  'Moving to',
  'Service Date',
  'Service Type',
  'Weight',
  'Volume',
  'Hourly Rate',
  'Estimated Amount',
  'Invoiced Amount',
  'Referral Source',
  'Estimator',
  'Sales Person',
  'Move Coordinator',
  'Booked Date',
];
export const LEAD_HEADERS = [
  'Quote #',
  'Branch Name',
  'Status',
  'Lead Status',
  'Service Type',
  'Volume/Weight',
  'Received at',
  'Service Date',
  'Quote Sent',
  'Sales Person',
  'Estimator',
  'Move Coordinator',
  'Time to Contact',
  'Last Communication',
  'Referral Source',
  'Estimated Revenue',
];
export const BAD_HEADERS = [
  'Provider',
  'Customer Name',
  'Customer Email',
  'Customer Phone',
  'Move Date',
  'Date Lead Received',
  'Lead Bad Reason',
];
export const LOST_HEADERS = ['Quote #', 'Name', 'Lost Date', 'Move Date', 'Reason', 'Date Received', 'Time to First Contact'];
export const SALES_HEADERS = [
  'Name',
  '# Leads Received',
  'Bad',
  '% Bad',
  'Sent',
  '% Sent',
  'Pending',
  '% Pending',
  'Booked',
  '% Booked',
  'Lost',
  '% Lost',
  'Cancelled',
  '% Cancelled',
  'Booked Total',
  'Average Booking',
];
export const USER_HEADERS = [
  'Name',
  'User Status',
  'Total Calls',
  'Avg. Calls/Day',
  '# Inbound',
  '# Outbound',
  '% Missed (w/VM) ',
  'Avg. Handle Time',
];

/** A booked opportunity. */
export function bookedRow(mix: Mix, quote: ReferenceQuote): (string | number)[] {
  const status = statusOf(mix, quote);
  const { identity, index } = quote;
  const volume = 150 + (mix(index, 71) % 2200);
  const invoiced = status === 'Closed' || status === 'Completed' ? moneyText(quote.estimatedCents + 4_500) : '';
  return [
    quoteText(mix, quote),
    status,
    identity.name,
    identity.email,
    unless(mix, index, 72, 0.0012, identity.phone),
    quote.branch,
    '12 Elm St, Calgary, AB T2P 1J9',
    '9 Oak Ave, Airdrie, AB T4B 0A1',
    dayText(quote.serviceDay),
    'Moving',
    volume * 7,
    volume,
    '169.00',
    moneyText(quote.estimatedCents),
    invoiced,
    quote.source,
    '',
    quote.seller,
    '',
    unless(mix, index, 73, 0.0001, dayText(quote.receivedDay + 3)),
  ];
}

/** A row of the lead pool. */
export function leadRow(mix: Mix, quote: ReferenceQuote): (string | number)[] {
  const roll = mix(quote.index, 74);
  const volume = 150 + (roll % 2200);
  const received = timeText(quote.receivedDay, roll);
  return [
    quoteText(mix, quote),
    quote.branch,
    statusOf(mix, quote),
    roll % 3 === 0 ? 'default' : 'Follow Up',
    'Moving',
    roll % 5 === 0 ? '-- cuft / -- lbs' : `${volume} cuft / ${volume * 7} lbs`,
    received,
    roll % 9 === 0 ? '0/0/0' : dayText(quote.serviceDay),
    quote.outcome === 'bad' ? '' : received,
    quote.seller,
    '',
    '',
    unless(mix, quote.index, 75, 0.074, DURATIONS[roll % DURATIONS.length] ?? ''),
    quote.outcome === 'bad' ? '' : timeText(quote.receivedDay + 2, roll),
    quote.source,
    moneyText(quote.outcome === 'bad' ? 0 : quote.estimatedCents),
  ];
}

/** A lost lead. */
export function lostRow(mix: Mix, quote: ReferenceQuote): (string | number)[] {
  const roll = mix(quote.index, 76);
  return [
    quoteText(mix, quote),
    quote.identity.name,
    dayText(quote.receivedDay + 9),
    roll % 6 === 0 ? '0/0/0' : dayText(quote.serviceDay),
    LOST_REASONS[roll % LOST_REASONS.length] ?? '',
    timeText(quote.receivedDay, roll),
    DURATIONS[roll % DURATIONS.length] ?? '',
  ];
}

export interface BadLeadVolumes {
  rows: number;
  jobs: number;
  days: number;
}

/**
 * A bad lead. The reference system knew 154,000 customers behind 293,000 bad leads, so most
 * come from people with a job, the rest from a small crowd that asks again and again.
 */
export function badRow(mix: Mix, row: number, { rows, jobs, days }: BadLeadVolumes): (string | number)[] {
  const roll = mix(row, 77);
  const crowd = Math.ceil(rows / 22);
  const identity = identityOf(
    mix,
    roll % 5 < 3 ? RANGE + (mix(row, 78) % Math.ceil(jobs * OLD_SHARE)) : 2 * RANGE + (mix(row, 78) % crowd),
  );
  const day = 1 + Math.floor((row * (days - 2)) / rows);
  return [
    PROVIDERS[roll % PROVIDERS.length] ?? '',
    isAmong(mix, row, 79, 0.0002) ? 'Test Lead' : identity.name,
    unless(mix, row, 80, 0.311, identity.email),
    unless(mix, row, 81, 0.024, identity.phone),
    isAmong(mix, row, 82, 0.223) ? '0/0/0' : dayText(Math.min(day + 20, days)),
    dayText(Math.min(day, days)),
    unless(mix, row, 83, 0.002, BAD_REASONS[roll % BAD_REASONS.length] ?? ''),
  ];
}

/** One seller's figures. */
export function salesRow(mix: Mix, nth: number): (string | number)[] {
  const received = 200 + (mix(nth, 84) % 3000);
  const counts = [0.12, 0.7, 0.15, 0.2, 0.45, 0.02].map((share) => Math.round(received * share));
  const booked = counts[3] ?? 1;
  return [
    SELLERS[nth] ?? '',
    received,
    ...counts.flatMap((count) => [count, `${((count / received) * 100).toFixed(2)}%`]),
    moneyText(booked * 155_516),
    '$1,555.16',
  ];
}

/** One telephone user's figures. */
export function userRow(mix: Mix, nth: number): (string | number)[] {
  const calls = 100 + (mix(nth, 85) % 5000);
  const name = SELLERS[nth * 2] ?? '';
  return [
    nth % 4 === 0 ? `${name} (English & French)` : name,
    'Enabled',
    calls,
    (calls / 22).toFixed(1),
    Math.floor(calls / 3),
    calls - Math.floor(calls / 3),
    '6.2%',
    '00:04:20',
  ];
}

function quoteText(mix: Mix, quote: ReferenceQuote): string {
  return isAmong(mix, quote.index, 86, 0.0005) ? `${quote.number} open_in_new` : `${quote.number}`;
}

function timeText(day: number, roll: number): string {
  const hour = 8 + (roll % 12);
  return `${dayText(day)} ${hour > 12 ? hour - 12 : hour}:${String(roll % 60).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** Jobs before 2022 are three of seven years; theirs are the first of the people without a lead. */
const OLD_SHARE = 3 / 7;
const DURATIONS = ['9m', '1h 47m', '8h', '1d 13h 41m', '-9m', '--', '25m', '3h 5m'];
const LOST_REASONS = [
  'Price too high',
  'Already booked with another mover',
  'No availability',
  'No longer moving',
  'Unable to contact',
  'Follow up 3 - No Response',
];
const BAD_REASONS = ['Duplicate lead', 'Spam', 'Bad phone number', 'Bad email address', 'Outside service territory'];
const PROVIDERS = ['Google Ads', 'Website Form', 'Facebook', 'Yelp', 'Moving Leads Hub', 'Broadway', 'Radio Ad'];
