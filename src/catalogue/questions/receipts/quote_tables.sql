-- Receipt of questions about quotes of leads, opportunities, lost and bad leads: all rows as they stand.
-- Each table is counted before they are stacked.
with journey_rows (currency, is_left_out, row_count, linked_count) as (
  select currency, false, count(*), count(customer_id)
  from catalogue.lead_facts
  where business_id = :business_id
  group by 1, 2
  union all
  select currency, false, count(*), count(customer_id)
  from catalogue.opportunity_facts
  where business_id = :business_id
  group by 1, 2
  union all
  select currency, false, count(*), count(customer_id)
  from catalogue.lost_lead_facts
  where business_id = :business_id
  group by 1, 2
  union all
  select null::text, lead_status_id is not null, count(*), count(customer_id)
  from catalogue.bad_lead_facts
  where business_id = :business_id
  group by 1, 2
)

select
  coalesce(sum(row_count) filter (where not is_left_out), 0)::bigint as rows_counted,
  jsonb_build_array(jsonb_build_object('reason', 'bad lead that is already in the pool', 'rows', coalesce(sum(row_count) filter (where is_left_out), 0))) as excluded,
  coalesce(array_agg(distinct currency) filter (where not is_left_out and currency is not null), '{}') as currencies,
  jsonb_build_array(jsonb_build_object(
    'joint', 'row → customer',
    'linked', coalesce(sum(linked_count) filter (where not is_left_out), 0),
    'total', coalesce(sum(row_count) filter (where not is_left_out), 0)::bigint
  )) as link_coverage
from journey_rows
