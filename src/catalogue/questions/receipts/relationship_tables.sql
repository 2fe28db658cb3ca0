-- Receipt of questions about customers with their jobs, opportunities and bad leads: all rows as they stand.
-- Each table is counted before they are stacked.
with journey_rows (currency, is_left_out, row_count, linked_count) as (
  select currency, customer_id is null, count(*), count(customer_id)
  from catalogue.job_facts
  where business_id = :business_id
  group by 1, 2
  union all
  select currency, customer_id is null, count(*), count(customer_id)
  from catalogue.opportunity_facts
  where business_id = :business_id
  group by 1, 2
  union all
  select null::text, customer_id is null, count(*), count(customer_id)
  from catalogue.bad_lead_facts
  where business_id = :business_id
  group by 1, 2
)

select
  coalesce(sum(row_count) filter (where not is_left_out), 0)::bigint as rows_counted,
  jsonb_build_array(jsonb_build_object('reason', 'names no customer', 'rows', coalesce(sum(row_count) filter (where is_left_out), 0))) as excluded,
  coalesce(array_agg(distinct currency) filter (where not is_left_out and currency is not null), '{}') as currencies,
  jsonb_build_array(jsonb_build_object(
    'joint', 'row → customer',
    'linked', coalesce(sum(linked_count) filter (where not is_left_out), 0),
    'total', coalesce(sum(row_count) filter (where not is_left_out), 0)::bigint
  )) as link_coverage
from journey_rows
