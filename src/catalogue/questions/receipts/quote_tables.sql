-- Receipt of questions about quotes of leads, opportunities, lost and bad leads: all rows as they stand.
with journey_rows (currency, customer_id, is_left_out) as (
  select currency, customer_id, false
  from catalogue.lead_facts
  where business_id = :business_id
  union all
  select currency, customer_id, false
  from catalogue.opportunity_facts
  where business_id = :business_id
  union all
  select currency, customer_id, false
  from catalogue.lost_lead_facts
  where business_id = :business_id
  union all
  select null::text, customer_id, lead_status_id is not null
  from catalogue.bad_lead_facts
  where business_id = :business_id
)

select
  count(*) filter (where not is_left_out) as rows_counted,
  jsonb_build_array(jsonb_build_object('reason', 'bad lead that is already in the pool', 'rows', count(*) filter (where is_left_out))) as excluded,
  coalesce(array_agg(distinct currency) filter (where not is_left_out and currency is not null), '{}') as currencies,
  jsonb_build_array(jsonb_build_object(
    'joint', 'row → customer',
    'linked', count(customer_id) filter (where not is_left_out),
    'total', count(*) filter (where not is_left_out)
  )) as link_coverage
from journey_rows
