-- Receipt of questions about all jobs as they stand, without days.
-- Every job has exactly one outcome: counted, or the first reason that fits.
with business as (
  select currency
  from tenancy.businesses
  where id = :business_id
),

sorted_jobs as (
  select
    jobs.branch_id,
    case
      when jobs.is_duplicate then 1
      when :branch is not null and jobs.branch_id is distinct from :branch then 5
      when :sales_person is not null and jobs.sales_person_id is distinct from :sales_person then 6
    end as reason,
    count(*) as row_count,
    count(jobs.customer_id) as linked_count
  from journey.jobs as jobs
  where jobs.business_id = :business_id
  group by 1, 2
),

outcomes as (
  select
    coalesce(branches.currency, business.currency) as currency,
    coalesce(
      sorted_jobs.reason,
      case when :currency is not null and coalesce(branches.currency, business.currency) <> :currency then 7 end,
      0
    ) as reason,
    sum(sorted_jobs.row_count)::bigint as row_count,
    sum(sorted_jobs.linked_count)::bigint as linked_count
  from sorted_jobs
  cross join business
  left join tenancy.branches as branches
    on branches.business_id = :business_id
    and branches.id = sorted_jobs.branch_id
  group by 1, 2
),

reasons (reason, wording) as (
  values
    (1, 'marked as duplicate'),
    (2, 'neither booked nor closed'),
    (3, 'no service day'),
    (4, 'outside the days asked for'),
    (5, 'another branch'),
    (6, 'another sales person'),
    (7, 'another currency')
),

excluded as (
  select reasons.reason, reasons.wording, sum(outcomes.row_count)::bigint as row_count
  from outcomes
  join reasons on reasons.reason = outcomes.reason
  group by 1, 2
)

select
  coalesce(sum(row_count) filter (where reason = 0), 0)::bigint as rows_counted,
  coalesce(
    (select jsonb_agg(jsonb_build_object('reason', wording, 'rows', row_count) order by reason) from excluded),
    '[]'
  ) as excluded,
  coalesce(array_agg(distinct currency::text) filter (where reason = 0), '{}') as currencies,
  jsonb_build_array(jsonb_build_object(
    'joint', 'job → customer',
    'linked', coalesce(sum(linked_count) filter (where reason = 0), 0),
    'total', coalesce(sum(row_count) filter (where reason = 0), 0)
  )) as link_coverage
from outcomes
