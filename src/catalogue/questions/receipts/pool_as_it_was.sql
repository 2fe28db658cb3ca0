-- Receipt of questions about the lead pool as it was on the day that counts as today.
-- Every row has exactly one outcome: counted (no reason), or the first reason that fits.
with outcomes as (
  select
    currency,
    case
      -- only is_open: when status_group is distinct from 'open' then 'not open'
      when received_at is null then 'no lead day'
      when (received_at at time zone :time_zone)::date > :as_of then 'after the day that counts as today'
      when :branch is not null and branch_id is distinct from :branch then 'another branch'
      when :sales_person is not null and sales_person_id is distinct from :sales_person then 'another sales person'
      when :lead_source is not null and lead_source_id is distinct from :lead_source then 'another lead source'
      when :currency is not null and currency <> :currency then 'another currency'
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
