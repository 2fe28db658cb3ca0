-- Receipt of data_quality_metrics: jobs by service day, and all customers.
-- Every row has exactly one outcome: counted (no reason), or the first reason that fits.
-- kept: jobs
with outcomes as (
  select
    case
      when jobs.is_duplicate then 'job marked as duplicate'
      when jobs.job_date is null and (:date_from is not null or :date_to is not null) then 'job without a service day'
      when jobs.job_date < :date_from or jobs.job_date >= :date_to then 'job outside the days asked for'
    end as reason,
    count(*) as row_count,
    count(jobs.customer_id) as linked_count,
    count(*) as total_count
  from journey.jobs as jobs
  where jobs.business_id = :business_id
  group by 1
  union all
  select case when not is_primary_record then 'customer merged into another' end, count(*), 0, 0
  from customers.customers
  where business_id = :business_id
  group by 1
),

excluded as (
  select reason, row_count
  from outcomes
  where reason is not null
)

select
  coalesce(sum(row_count) filter (where reason is null), 0)::bigint as rows_counted,
  coalesce((select jsonb_agg(jsonb_build_object('reason', reason, 'rows', row_count) order by reason) from excluded), '[]') as excluded,
  '{}'::text[] as currencies,
  jsonb_build_array(jsonb_build_object(
    'joint', 'job → customer',
    'linked', coalesce(sum(linked_count) filter (where reason is null), 0),
    'total', coalesce(sum(total_count) filter (where reason is null), 0)
  )) as link_coverage
from outcomes
