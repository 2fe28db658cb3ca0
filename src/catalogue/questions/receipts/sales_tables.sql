-- Receipt of questions about jobs, opportunities and leads, each by its own day.
-- Every row has exactly one outcome: counted (no reason), or the first reason that fits.
-- Each table is counted by day before they are stacked, and by no day when none is asked for (a third of the time).
with callers as (
  select sales_person_id
  from journey.user_performance
  where business_id = :business_id
    and sales_person_id is not null
),

journey_rows (currency, day, has_sales_person, is_of_caller, row_count, linked_count) as (
  select currency, case when :date_from is not null or :date_to is not null then job_date end, sales_person_id is not null, coalesce(sales_person_id in (select sales_person_id from callers), false), count(*), count(customer_id)
  from catalogue.job_facts
  where business_id = :business_id
  group by 1, 2, 3, 4
  union all
  select currency, case when :date_from is not null or :date_to is not null then booked_date end, sales_person_id is not null, coalesce(sales_person_id in (select sales_person_id from callers), false), count(*), count(customer_id)
  from catalogue.opportunity_facts
  where business_id = :business_id
  group by 1, 2, 3, 4
  union all
  select currency, case when :date_from is not null or :date_to is not null then (received_at at time zone :time_zone)::date end, sales_person_id is not null, coalesce(sales_person_id in (select sales_person_id from callers), false), count(*), count(customer_id)
  from catalogue.lead_facts
  where business_id = :business_id
  group by 1, 2, 3, 4
),

outcomes as (
  select
    currency,
    case
      when day is null and (:date_from is not null or :date_to is not null) then 'no day'
      when day < :date_from or day >= :date_to then 'outside the days asked for'
      when :currency is not null and currency <> :currency then 'another currency'
      -- only has_sales_person: when not has_sales_person then 'names no sales person'
      -- only is_of_caller: when not is_of_caller then 'of nobody in the call report'
    end as reason,
    sum(row_count)::bigint as row_count,
    sum(linked_count)::bigint as linked_count
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
    'total', coalesce(sum(row_count) filter (where reason is null), 0)
  )) as link_coverage
from outcomes
