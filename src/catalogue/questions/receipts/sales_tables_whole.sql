-- Receipt of questions about sold jobs, opportunities and leads of sellers and customers: all rows as they stand.
-- Every row has exactly one outcome: counted (no reason), or the first reason that fits.
with journey_rows (currency, sales_person_id, customer_id, is_sold) as (
  select currency, sales_person_id, customer_id, is_sold
  from catalogue.job_facts
  where business_id = :business_id
  union all
  select currency, sales_person_id, customer_id, true
  from catalogue.opportunity_facts
  where business_id = :business_id
  union all
  select currency, sales_person_id, customer_id, true
  from catalogue.lead_facts
  where business_id = :business_id
),

outcomes as (
  select
    currency,
    case
      when not is_sold then 'job neither booked nor closed'
      when sales_person_id is null then 'names no sales person'
      when :sales_person is not null and sales_person_id <> :sales_person then 'another sales person'
      when :customer is not null and customer_id <> :customer then 'another customer'
      when :currency is not null and currency <> :currency then 'another currency'
      when customer_id is null then 'names no customer'
    end as reason,
    count(*) as row_count,
    count(customer_id) as linked_count
  from journey_rows
  group by 1, 2
),

excluded as (
  select reason, sum(row_count)::bigint as row_count
  from outcomes
  where reason is not null
  group by 1
)

select
  coalesce(sum(row_count) filter (where reason is null), 0)::bigint as rows_counted,
  coalesce((select jsonb_agg(jsonb_build_object('reason', reason, 'rows', row_count) order by reason) from excluded), '[]') as excluded,
  coalesce(array_agg(distinct currency) filter (where reason is null), '{}') as currencies,
  jsonb_build_array(jsonb_build_object(
    'joint', 'row → customer',
    'linked', coalesce(sum(linked_count) filter (where reason is null), 0),
    'total', coalesce(sum(row_count) filter (where reason is null or reason = 'names no customer'), 0)
  )) as link_coverage
from outcomes
