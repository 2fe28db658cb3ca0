-- Receipt of questions about customers with their jobs, opportunities and bad leads: all rows as they stand.
-- A bad lead has no currency: asked for one, it counts when its customer has a job or an opportunity in it.
-- Each table is counted before they are stacked.
with customers_of_currency as (
  select customer_id from catalogue.job_facts where business_id = :business_id and currency = :currency
  union
  select customer_id from catalogue.opportunity_facts where business_id = :business_id and currency = :currency
),

journey_rows (currency, reason, row_count) as (
  select
    currency,
    case
      when customer_id is null then 'names no customer' when :customer is not null and customer_id <> :customer then 'another customer'
      when :currency is not null and currency <> :currency then 'another currency'
    end,
    count(*)
  from catalogue.job_facts
  where business_id = :business_id
  group by 1, 2
  union all
  select
    currency,
    case
      when customer_id is null then 'names no customer' when :customer is not null and customer_id <> :customer then 'another customer'
      when :currency is not null and currency <> :currency then 'another currency'
    end,
    count(*)
  from catalogue.opportunity_facts
  where business_id = :business_id
  group by 1, 2
  union all
  select
    null::text,
    case
      when customer_id is null then 'names no customer' when :customer is not null and customer_id <> :customer then 'another customer'
      when :currency is not null and customer_id not in (select customer_id from customers_of_currency where customer_id is not null) then 'another currency'
    end,
    count(*)
  from catalogue.bad_lead_facts
  where business_id = :business_id
  group by 1, 2
),

excluded as (
  select reason, sum(row_count)::bigint as row_count
  from journey_rows
  where reason is not null
  group by 1
)

select
  coalesce(sum(row_count) filter (where reason is null), 0)::bigint as rows_counted,
  coalesce((select jsonb_agg(jsonb_build_object('reason', reason, 'rows', row_count) order by reason) from excluded), '[]') as excluded,
  coalesce(array_agg(distinct currency) filter (where reason is null and currency is not null), '{}') as currencies,
  jsonb_build_array(jsonb_build_object(
    'joint', 'row → customer',
    'linked', coalesce(sum(row_count) filter (where reason is null), 0)::bigint,
    'total', coalesce(sum(row_count) filter (where reason is null or reason = 'names no customer'), 0)::bigint
  )) as link_coverage
from journey_rows
