-- Receipt of customer_retention_rate: rows are jobs. Each job has exactly one outcome:
-- counted (0), or the first reason that fits.
-- kept: jobs
with outcomes as (
  select
    case
      when is_duplicate then 1
      when opportunity_status is null or opportunity_status not in ('BOOKED', 'CLOSED') then 2
      when job_date is null and (:date_from is not null or :date_to is not null) then 3
      when job_date < :date_from or job_date >= :date_to then 4
      when :branch is not null and branch_id is distinct from :branch then 5
      when customer_id is null then 6
      else 0
    end as reason,
    count(*) as row_count
  from journey.jobs
  where business_id = :business_id
  group by 1
),

reasons (reason, wording) as (
  values
    (1, 'marked as duplicate'),
    (2, 'neither booked nor closed'),
    (3, 'no service day'),
    (4, 'outside the days asked for'),
    (5, 'another branch'),
    (6, 'no customer')
)

select
  coalesce(sum(outcomes.row_count) filter (where outcomes.reason = 0), 0)::bigint as rows_counted,
  coalesce(
    jsonb_agg(jsonb_build_object('reason', reasons.wording, 'rows', outcomes.row_count) order by reasons.reason)
      filter (where reasons.reason is not null),
    '[]'
  ) as excluded,
  '{}'::text[] as currencies,
  jsonb_build_array(jsonb_build_object(
    'joint', 'job → customer',
    'linked', coalesce(sum(outcomes.row_count) filter (where outcomes.reason = 0), 0),
    'total', coalesce(sum(outcomes.row_count) filter (where outcomes.reason in (0, 6)), 0)
  )) as link_coverage
from outcomes
left join reasons on reasons.reason = outcomes.reason
