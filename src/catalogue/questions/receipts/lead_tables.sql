-- Receipt of questions about leads, lost and bad leads, each by its own day.
-- Every row has exactly one outcome: counted (no reason), or the first reason that fits.
-- Each table is counted by day before they are stacked: 0.7 s for all rows in one stack, a third of it so.
with journey_rows (currency, day, row_count, linked_count) as (
  select currency, case when :date_from is not null or :date_to is not null then (received_at at time zone :time_zone)::date end, count(*), count(customer_id)
  from catalogue.lead_facts
  where business_id = :business_id
  group by 1, 2
  union all
  select currency, case when :date_from is not null or :date_to is not null then (received_at at time zone :time_zone)::date end, count(*), count(customer_id)
  from catalogue.lost_lead_facts
  where business_id = :business_id
  group by 1, 2
  union all
  select businesses.currency::text, case when :date_from is not null or :date_to is not null then facts.date_lead_received end, count(*), count(facts.customer_id)
  from catalogue.bad_lead_facts as facts
  join tenancy.businesses as businesses on businesses.id = facts.business_id
  where facts.business_id = :business_id
  group by 1, 2
),

outcomes as (
  select
    currency,
    case
      when day is null and (:date_from is not null or :date_to is not null) then 'no day'
      when day < :date_from or day >= :date_to then 'outside the days asked for'
      when :currency is not null and currency <> :currency then 'another currency'
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
