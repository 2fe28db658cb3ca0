import type { RecordSource } from '../../../src/customers/record-source.ts';

/** How a visit becomes a person record. */
export const visitsRecords: RecordSource = {
  source: 'surveys.visits',
  title: 'survey visit',
  changedRows: `
    select
      visit.id as source_id, visit.visit_number as source_key, visit.updated_at as source_updated_at,
      visit.customer_name as name, visit.email, null::text as phone, null::char(2) as country,
      null::text as quote_number, visit.visited_on as observed_on, visit.batch_id, null::text as street, null::text as city, null::text as state, null::text as postal_code,
      record.id is not null as has_record
    from surveys.visits as visit
    left join customers.records as record
      on record.business_id = $1 and record.source = 'surveys.visits' and record.source_id = visit.id
    where visit.business_id = $1 and (record.id is null or record.source_updated_at <> visit.updated_at)`,
  goneRecords: `
    select record.id
    from customers.records as record
    left join surveys.visits as visit on visit.business_id = $1 and visit.id = record.source_id
    where record.business_id = $1 and record.source = 'surveys.visits' and visit.id is null`,
  refreshPointers: `
    update surveys.visits as visit
    set customer_id = record.customer_id
    from customers.records as record
    where visit.business_id = $1
      and record.business_id = $1 and record.source = 'surveys.visits' and record.source_id = visit.id
      and visit.customer_id is distinct from record.customer_id`,
};
