-- Receipt of customers_to_win_back: booked and closed jobs of customers who have none open and none of late.
-- Every job has exactly one outcome: counted (no reason), or the first reason that fits.
-- kept: jobs
with sorted_jobs as (
  select
    currency,
    customer_id,
    case
      when not is_sold then 'neither booked nor closed'
      when job_date is null then 'no service day'
      when :branch is not null and branch_id is distinct from :branch then 'another branch'
      when :sales_person is not null and sales_person_id is distinct from :sales_person then 'another sales person'
      when :lead_source is not null and lead_source_id is distinct from :lead_source then 'another lead source'
      when :status is not null and status is distinct from :status then 'another status'
      when :currency is not null and currency <> :currency then 'another currency'
      when customer_id is null then 'names no customer'
    end as reason,
    coalesce(bool_or(status = 'QUOTED' or (is_sold and job_date > :as_of - make_interval(months => :months))), false) as is_busy,
    count(*) as row_count
  from catalogue.job_facts
  where business_id = :business_id
  group by 1, 2, 3
),

busy as (
  select distinct customer_id
  from sorted_jobs
  where is_busy
    and customer_id is not null
),

outcomes as (
  select
    sorted_jobs.currency,
    coalesce(
      sorted_jobs.reason,
      case when busy.customer_id is not null then 'customer with a quote open or a job of late' end
    ) as reason,
    sum(sorted_jobs.row_count)::bigint as row_count
  from sorted_jobs
  left join busy on busy.customer_id = sorted_jobs.customer_id
  group by 1, 2
  union all
  select null, 'marked as duplicate', count(*)
  from journey.jobs
  where business_id = :business_id
    and is_duplicate
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
    'joint', 'job → customer',
    'linked', coalesce(sum(row_count) filter (where reason is null), 0),
    'total', coalesce(sum(row_count) filter (where reason is null or reason = 'names no customer'), 0)
  )) as link_coverage
from outcomes
