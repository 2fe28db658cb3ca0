-- Receipt of questions about customers.
-- Every row has exactly one outcome: counted (no reason), or the first reason that fits.
with outcomes as (
  select
    null::text as currency,
    case
      when not is_primary_record then 'merged into another customer'
      when first_lead_date is null and (:date_from is not null or :date_to is not null) then 'no first lead day'
      when first_lead_date < :date_from or first_lead_date >= :date_to then 'outside the days asked for'
      -- only is_known: when :customer is not null and id <> :customer then 'another customer'
      -- only is_known: when not (id in (select customer_id from catalogue.lead_facts where business_id = :business_id and customer_id is not null) or id in (select customer_id from catalogue.job_facts where business_id = :business_id and customer_id is not null)) then 'no lead of the pool and no job'
      -- only has_city: when origin_city is null and destination_city is null then 'no city known'
    end as reason,
    count(*) as row_count,
    count(first_lead_date) as linked_count
  from customers.customers
  where business_id = :business_id
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
  coalesce(array_agg(distinct currency) filter (where reason is null and currency is not null), '{}') as currencies,
  jsonb_build_array(jsonb_build_object(
    'joint', 'customer → lead',
    'linked', coalesce(sum(linked_count) filter (where reason is null), 0),
    'total', coalesce(sum(row_count) filter (where reason is null), 0)
  )) as link_coverage
from outcomes
