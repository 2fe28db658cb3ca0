-- Receipt of questions about jobs. The rows are put in by read-receipt.ts: each of the
-- catalogue's job receipts only sorts the jobs, into counted (no reason) or the first reason that
-- fits, per branch; the currency is the branch's, else the business's.
with business as (
  select currency
  from tenancy.businesses
  where id = :business_id
),

outcomes as (
  select
    coalesce(branches.currency, business.currency) as currency,
    coalesce(
      sorted_jobs.reason,
      case when :currency is not null and coalesce(branches.currency, business.currency) <> :currency then 70 end,
      0
    ) as reason,
    sum(sorted_jobs.row_count)::bigint as row_count,
    sum(sorted_jobs.linked_count)::bigint as linked_count
  from :rows as sorted_jobs
  cross join business
  left join tenancy.branches as branches
    on branches.business_id = :business_id
    and branches.id = sorted_jobs.branch_id
  group by 1, 2
),

reasons (reason, wording) as (
  values
    (10, 'marked as duplicate'),
    (11, 'not marked as duplicate'),
    (20, 'neither booked nor closed'),
    (21, 'neither quoted nor booked'),
    (22, 'no day of the quote'),
    (23, 'not standing quoted'),
    (24, 'never booked'),
    (25, 'not standing booked'),
    (30, 'no service day'),
    (40, 'outside the days asked for'),
    (41, 'before the day that counts as today'),
    (42, 'not before the day that counts as today'),
    (50, 'another branch'),
    (60, 'another sales person'),
    (61, 'another lead source'),
    (62, 'another status'),
    (70, 'another currency')
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
