-- Receipt of questions about jobs of customers who came back: two or more that stand booked or closed among those
-- asked for, in one currency. Every job has exactly one outcome: counted (no reason), or the first reason that fits.
-- kept: jobs
with sorted_jobs as (
  select
    currency,
    customer_id,
    is_sold,
    case
      -- only is_sold: when not is_sold then 'neither booked nor closed'
      when job_date is null and (:date_from is not null or :date_to is not null) then 'no service day'
      -- only is_dated: when job_date is null then 'no service day'
      when job_date < :date_from or job_date >= :date_to then 'outside the days asked for'
      -- only is_past: when job_date is null then 'no service day'
      -- only is_past: when job_date > :as_of then 'after the day that counts as today'
      when :branch is not null and branch_id is distinct from :branch then 'another branch'
      when :sales_person is not null and sales_person_id is distinct from :sales_person then 'another sales person'
      when :lead_source is not null and lead_source_id is distinct from :lead_source then 'another lead source'
      when :status is not null and status is distinct from :status then 'another status'
      when :currency is not null and currency <> :currency then 'another currency'
      when customer_id is null then 'names no customer'
    end as reason,
    count(*) as row_count
  from catalogue.job_facts
  where business_id = :business_id
  group by 1, 2, 3, 4
),

told_apart as (
  select
    currency,
    row_count,
    case
      when reason is not null then reason
      -- only repeats: when coalesce(sum(row_count) filter (where is_sold) over of_currency, 0) < 2 then 'customer without two such jobs'
      -- only repeats_dated: when coalesce(sum(row_count) filter (where is_sold) over of_currency, 0) < 2 then 'customer without two such jobs'
      -- only repeats_by_then: when coalesce(sum(row_count) filter (where is_sold) over of_currency, 0) < 2 then 'customer without two such jobs'
      -- only repeats_dated_anywhere: when coalesce(sum(row_count) filter (where is_sold) over anywhere, 0) < 2 then 'customer without two such jobs'
    end as reason
  from sorted_jobs
  window of_currency as (partition by customer_id, currency, reason is null), anywhere as (partition by customer_id, reason is null)
),

outcomes as (
  select currency, reason, sum(row_count)::bigint as row_count
  from told_apart
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
