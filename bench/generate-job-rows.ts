import { isAmong, type Mix } from './generate-identities.ts';
import { dayText, moneyText, type ReferenceQuote, statusOf, unless } from './generate-quotes.ts';

const PLACE = ['Street', 'City', 'State', 'Zip', 'Unit', 'Type', 'Address'];
const COSTS = [
  'Labor',
  'Materials',
  'Fuel Surcharges',
  'Insurance',
  'Valuation',
  'Additional Services',
  'Other Fees',
  'Trip Fees',
  'Storage in Transit',
  'Prepaid Storage',
  'Warehouse Handling',
];
const costHeaders = (when: string): string[] => [
  ...COSTS.map((cost) => `${when} ${cost} Cost`),
  `Truck Fees ${when} Cost`,
  `Travel Time Fees ${when} Cost`,
  `${when} Tax Amount`,
  `${when} Discount`,
];

/** The 89 headers of the all-jobs report. */
export const JOB_HEADERS: readonly string[] = [
  ...[
    'Job Id',
    'Job Number',
    'Opportunity Status',
    'Opportunity Type',
    'Job Type',
    'Branch Name',
    'Customer Name',
    'Customer Email',
    'Customer Phone',
    'Sales Person Name',
    'Estimator Name',
    'Move Coordinator Name',
    'Referral Source',
    'Affiliate Name',
    'Crew Member Names',
    'Truck Names',
  ],
  ...PLACE.map((part) => `Origin ${part}`),
  ...PLACE.map((part) => `Destination ${part}`),
  ...[
    'Job Date',
    'End Date',
    'Created at Utc',
    'Booked at Utc',
    'Start Time Utc',
    'End Time Utc',
    'Completed at Utc',
    'Closed at Utc',
    'Move Date Is TBD',
  ],
  ...costHeaders('Estimated'),
  'Total Estimated Cost',
  ...costHeaders('Actual'),
  ...[
    'Credit Card Fees Actual Cost',
    'Total Actual Cost',
    'Tip Amount',
    'Wages',
    'Estimated Number of Crew',
    'Actual Number of Crew',
    'Estimated Number of Trucks',
    'Actual Number of Trucks',
    'Total Estimated Time Hours',
    'Actual Time Hours',
    'Total Job Time Deductions Minutes',
    'Origin to Destination Mileage',
    'Round Trip Mileage',
    'Hourly Rate Quoted',
    'Hourly Rate Billed',
    'Job Rating',
    'Pricing Method',
    'Volume',
    'Weight',
  ],
];

/** One job row, with the null rates measured at the reference system. */
export function jobRow(mix: Mix, row: number, quote: ReferenceQuote, sequence: number): (string | number)[] {
  const status = statusOf(mix, quote);
  const isDone = status === 'Closed' || status === 'Completed';
  const id = mix(row, 41);
  const { identity } = quote;
  const name = isAmong(mix, row, 42, 0.0002) ? 'Test Customer' : identity.name;
  const actual = isDone ? quote.estimatedCents + (mix(row, 43) % 20_000) - 8_000 : null;
  const day = dayText(quote.serviceDay);
  const crew = isDone ? 2 + (id % 4) : '';
  const trucks = isDone ? 1 + (id % 2) : '';
  const volume = 150 + (id % 2200);
  return [
    guidOf(mix, row),
    `${quote.number}-${sequence}`,
    isAmong(mix, row, 44, 0.0001) ? 'Archived' : status,
    'Local',
    JOB_TYPES[id % 4] ?? '',
    quote.branch,
    name,
    unless(mix, row, 45, 0.05, identity.email),
    unless(mix, row, 46, 0.009, identity.phone),
    quote.seller,
    '',
    '',
    quote.source,
    id % 40 === 0 ? 'Foothills Realty Group' : '',
    isDone ? 'R. Bluff; T. Coulee' : '',
    isDone ? 'Bison' : '',
    ...place(mix, row, 50, 0.072, 0.027),
    ...place(mix, row, 60, 0.167, 0.102),
    day,
    isDone ? day : '0/0/0',
    dayText(quote.receivedDay),
    quote.outcome === 'booked' ? dayText(quote.receivedDay + 3) : '',
    isDone ? `${day} 8:45:00 AM -06:00` : '',
    isDone ? `${day} 2:30:00 PM -06:00` : '',
    isDone ? day : '',
    isDone ? day : '',
    'No',
    ...costs(quote.estimatedCents),
    moneyText(quote.estimatedCents),
    ...costs(actual),
    actual === null ? '' : '0.00',
    actual === null ? '' : moneyText(actual),
    isDone && id % 3 === 0 ? '40.00' : '0.00',
    isDone ? '420.00' : '',
    crew,
    crew,
    trucks,
    trucks,
    '6.00',
    isDone ? '5.75' : '',
    isDone ? 30 : '',
    '14.2',
    '36.9',
    '169.00',
    unless(mix, row, 47, 0.62, '189.00'),
    isDone && id % 9 === 0 ? 5 : '',
    'Hourly',
    volume,
    volume * 7,
  ];
}

function place(mix: Mix, row: number, salt: number, noStreet: number, noState: number): string[] {
  const roll = mix(row, salt);
  const street = unless(mix, row, salt + 1, noStreet, `${1 + (roll % 980)} ${STREETS[roll % STREETS.length]}`);
  const state = unless(mix, row, salt + 2, noState, STATES[roll % STATES.length] ?? '');
  const city = CITIES[roll % CITIES.length] ?? '';
  const zip = `T${roll % 9}P 1J9`;
  return [
    street,
    city,
    state,
    zip,
    roll % 6 === 0 ? `${roll % 40}` : '',
    roll % 3 === 0 ? 'House' : 'Apartment',
    `${street}, ${city}, ${state} ${zip}`,
  ];
}

function costs(total: number | null): string[] {
  if (total === null) return NO_COSTS;
  return [((total * 0.8) / 100).toFixed(2), ((total * 0.05) / 100).toFixed(2), ...ZERO_COSTS, ((total * 0.05) / 100).toFixed(2), '0.00'];
}

function guidOf(mix: Mix, row: number): string {
  const hex = (salt: number): string => mix(row, salt).toString(16).padStart(8, '0');
  // The row is part of it: ids never collide.
  return `${row.toString(16).padStart(8, '0')}-${hex(31).slice(0, 4)}-4${hex(31).slice(5)}-a${hex(32).slice(5)}-${hex(33)}${hex(34).slice(0, 4)}`;
}

const NO_COSTS = Array.from({ length: 15 }, () => '');
const ZERO_COSTS = Array.from({ length: 11 }, () => '0.00');
const JOB_TYPES = ['Moving', 'Packing', 'Moving And Packing', 'Unload Only'];
const STREETS = ['Elm St', 'Oak Ave', 'Prairie Rose Way', 'Coulee Dr', 'Bow Trail', 'Poplar Cres', 'Chinook Blvd'];
const STATES = ['AB', 'ON', 'BC', 'TX', 'SK'];
const CITIES = ['Calgary', 'London', 'Kelowna', 'Austin', 'Saskatoon', 'Edmonton', 'Toronto'];
