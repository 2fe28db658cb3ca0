-- Receipt of questions about leads of the pool.
-- Every row has exactly one outcome: counted (no reason), or the first reason that fits.
with outcomes as (
  select
    currency,
    case
      -- only is_dated: when received_at is null then 'no lead day'
      when (received_at at time zone :time_zone)::date is null and (:date_from is not null or :date_to is not null) then 'no lead day'
      when (received_at at time zone :time_zone)::date < :date_from or (received_at at time zone :time_zone)::date >= :date_to then 'outside the days asked for'
      when :branch is not null and branch_id is distinct from :branch then 'another branch'
      when :sales_person is not null and sales_person_id is distinct from :sales_person then 'another sales person'
      when :lead_source is not null and lead_source_id is distinct from :lead_source then 'another lead source'
      when :status is not null and status_group is distinct from :status then 'another status'
      when :currency is not null and currency <> :currency then 'another currency'
      -- only has_time: when response_minutes is null then 'no time to first contact'
    end as reason,
    count(*) as row_count,
    count(customer_id) as linked_count
  from catalogue.lead_facts
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
    'joint', 'lead → customer',
    'linked', coalesce(sum(linked_count) filter (where reason is null), 0),
    'total', coalesce(sum(row_count) filter (where reason is null), 0)
  )) as link_coverage
from outcomes
