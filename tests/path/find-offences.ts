import type { OpenBusiness } from './open-business.ts';

const LOOKUPS = [
  {
    table: 'tenancy.branches',
    spellings: 'journey.branch_spellings',
    pointer: 'branch_id',
    rows: ['jobs', 'booked_opportunities', 'lead_status', 'marketing_spend'],
  },
  // Rows that a person edited keep the source they had.
  {
    table: 'journey.lead_sources',
    spellings: 'journey.lead_source_spellings',
    pointer: 'lead_source_id',
    rows: ['lead_status', 'bad_leads', 'lost_leads', 'marketing_spend'],
  },
  {
    table: 'journey.sales_persons',
    spellings: 'journey.sales_person_spellings',
    pointer: 'sales_person_id',
    rows: ['jobs', 'booked_opportunities', 'lead_status', 'user_performance', 'sales_performance'],
  },
] as const;

/** What must hold at every moment, each as a query that returns offenders. */
const PROMISES: readonly [promise: string, offenders: string][] = [
  [
    'a record with a customer has exactly one present link, and it says the same',
    `select record.id from customers.records as record
     left join customers.links as link on link.record_id = record.id and link.superseded_at is null
     group by record.business_id, record.id
     having (record.customer_id is null and count(link.id) > 0)
       or (record.customer_id is not null and (count(link.id) <> 1 or bool_or(link.customer_id <> record.customer_id)))`,
  ],
  [
    'records belong to customers that stand for themselves',
    'select record.id from customers.records as record join customers.customers as customer on customer.id = record.customer_id where not customer.is_primary_record',
  ],
  [
    'a customer that stands for itself has records',
    'select customer.id from customers.customers as customer where customer.is_primary_record and not exists (select from customers.records as record where record.customer_id = customer.id)',
  ],
  [
    'a customer redirects exactly when it was merged away',
    `select customer.id from customers.customers as customer left join customers.redirects as redirect on redirect.id = customer.id where customer.is_primary_record = (redirect.id is not null)`,
  ],
  [
    'every redirect leads to a customer that stands for itself',
    `with recursive followed as (
       select id as start, customer_id as target, 1 as steps from customers.redirects
       union all
       select followed.start, redirect.customer_id, followed.steps + 1 from followed join customers.redirects as redirect on redirect.id = followed.target where followed.steps < 20
     )
     select start from followed group by start having not bool_or(target in (select id from customers.customers where is_primary_record))`,
  ],
  [
    'every record stands for a row that is there',
    `select record.id from customers.records as record
     where not exists (select from journey.jobs as row where row.id = record.source_id)
       and not exists (select from journey.booked_opportunities as row where row.id = record.source_id)
       and not exists (select from journey.bad_leads as row where row.id = record.source_id)
       and not exists (select from journey.lost_leads as row where row.id = record.source_id)`,
  ],
  ...['jobs', 'booked_opportunities', 'bad_leads', 'lost_leads'].map((table): [string, string] => [
    `journey.${table} points at the customer of its record`,
    `select row.id from journey.${table} as row left join customers.records as record on record.source_id = row.id where row.customer_id is distinct from record.customer_id`,
  ]),
  ...LOOKUPS.map(({ table, spellings, pointer, rows }): [string, string] => [
    `nothing is left in ${table} that no spelling and no row names`,
    `select lookup.id from ${table} as lookup
     where lookup.origin = 'compiled'
       and not exists (select from ${spellings} as spelling where lookup.id in (spelling.${pointer}${pointer === 'sales_person_id' ? ', spelling.own_sales_person_id' : ''}))
       ${rows.map((row) => `and not exists (select from journey.${row} as row where row.${pointer} = lookup.id)`).join('\n')}`,
  ]),
  ['the account of every file adds up', 'select id from import.files where rows <> created + updated + same + skipped + quarantined'],
];

/** The promises that are broken just now, with how many offenders. */
export async function findOffences(business: Pick<OpenBusiness, 'rows'>): Promise<string[]> {
  const offences: string[] = [];
  for (const [promise, offenders] of PROMISES) {
    const rows = await business.rows(offenders);
    if (rows.length > 0) offences.push(`${promise}: ${rows.length} offenders`);
  }
  return offences;
}
