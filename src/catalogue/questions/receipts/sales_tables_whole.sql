-- Receipt of questions about sold jobs, opportunities and leads: all rows as they stand.
with journey_rows (currency, customer_id, is_left_out) as (
  select currency, customer_id, not is_sold
  from catalogue.job_facts
  where business_id = :business_id
  union all
  select currency, customer_id, false
  from catalogue.opportunity_facts
  where business_id = :business_id
  union all
  select currency, customer_id, false
  from catalogue.lead_facts
  where business_id = :business_id
)

select
  count(*) filter (where not is_left_out) as rows_counted,
  jsonb_build_array(jsonb_build_object('reason', 'job neither booked nor closed', 'rows', count(*) filter (where is_left_out))) as excluded,
  coalesce(array_agg(distinct currency) filter (where not is_left_out and currency is not null), '{}') as currencies,
  jsonb_build_array(jsonb_build_object(
    'joint', 'row → customer',
    'linked', count(customer_id) filter (where not is_left_out),
    'total', count(*) filter (where not is_left_out)
  )) as link_coverage
from journey_rows
