-- Receipt of questions about jobs, opportunities, leads, lost and bad leads, each by its own day.
-- Every row has exactly one outcome: counted (no reason), or the first reason that fits.
-- Each table is counted by day before they are stacked, and by no day when none is asked for (a third of the time).
with journey_rows (source, currency, day, has_customer, row_count) as (
  select case when is_sold then 'sold job' else 'other job' end, currency, case when :date_from is not null or :date_to is not null then job_date end, customer_id is not null, count(*)
  from catalogue.job_facts
  where business_id = :business_id
  group by 1, 2, 3, 4
  union all
  select 'opportunity', currency, case when :date_from is not null or :date_to is not null then booked_date end, customer_id is not null, count(*)
  from catalogue.opportunity_facts
  where business_id = :business_id
  group by 1, 2, 3, 4
  union all
  select 'lead', currency, case when :date_from is not null or :date_to is not null then (received_at at time zone :time_zone)::date end, customer_id is not null, count(*)
  from catalogue.lead_facts
  where business_id = :business_id
  group by 1, 2, 3, 4
  union all
  select 'lost lead', currency, case when :date_from is not null or :date_to is not null then lost_date end, customer_id is not null, count(*)
  from catalogue.lost_lead_facts
  where business_id = :business_id
  group by 1, 2, 3, 4
  union all
  select 'bad lead', businesses.currency::text, case when :date_from is not null or :date_to is not null then facts.date_lead_received end, facts.customer_id is not null, count(*)
  from catalogue.bad_lead_facts as facts
  join tenancy.businesses as businesses on businesses.id = facts.business_id
  where facts.business_id = :business_id
  group by 1, 2, 3, 4
),

outcomes as (
  select
    currency,
    case
      when day is null and (:date_from is not null or :date_to is not null) then 'no day'
      when day < :date_from or day >= :date_to then 'outside the days asked for'
      when :currency is not null and currency <> :currency then 'another currency'
      -- only is_sold_or_no_job: when source = 'other job' then 'job neither booked nor closed'
      -- only is_no_opportunity: when source = 'opportunity' then 'opportunity, which is not asked about'
      -- only has_customer: when not has_customer then 'names no customer'
    end as reason,
    sum(row_count)::bigint as row_count,
    coalesce(sum(row_count) filter (where has_customer), 0)::bigint as linked_count
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
