-- Receipt of questions about bad leads.
-- Every row has exactly one outcome: counted (no reason), or the first reason that fits.
with outcomes as (
  select
    null::text as currency,
    case
      when date_lead_received is null and (:date_from is not null or :date_to is not null) then 'no lead day'
      when date_lead_received < :date_from or date_lead_received >= :date_to then 'outside the days asked for'
      when :lead_source is not null and lead_source_id is distinct from :lead_source then 'another lead source'
      -- only has_customer: when customer_id is null then 'names no customer'
    end as reason,
    count(*) as row_count,
    count(customer_id) as linked_count
  from catalogue.bad_lead_facts
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
    'joint', 'bad lead → customer',
    'linked', coalesce(sum(linked_count) filter (where reason is null), 0),
    'total', coalesce(sum(row_count) filter (where reason is null or reason = 'names no customer'), 0)
  )) as link_coverage
from outcomes
