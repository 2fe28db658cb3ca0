-- Receipt of questions about jobs. The rows are put in by read-receipt.ts: each of the
-- catalogue's job receipts only sorts the jobs, into counted (no reason) or the first reason that
-- fits, per branch; the currency is the branch's, else the business's. The lines below that say
-- `only` are further reasons: a question whose rows are those with a flag (`only:` in its header)
-- has the lines of its flags put in after the reasons of its receipt, in this order.
--   only is_dated: when jobs.job_date is null then 30
--   only is_past: when jobs.job_date > :as_of then 43
--   only is_coming: when jobs.job_date < :as_of then 41
--   only is_whole_month: when jobs.job_date >= date_trunc('month', :as_of::timestamp) then 44
--   only is_compared: when jobs.job_date >= :as_of or jobs.job_date < (select catalogue.period_start(:as_of, 'year', week_start, fiscal_year_start_month) - interval '1 year' from tenancy.businesses where id = :business_id) then 45
--   only is_cancelled: when jobs.opportunity_status is distinct from 'CANCELLED' then 80
--   only has_affiliate: when nullif(trim(jobs.affiliate_name), '') is null then 81
--   only has_sales_person: when jobs.sales_person_id is null then 82
--   only has_places: when jobs.origin_city is null or jobs.destination_city is null then 83
--   only has_origin: when jobs.origin_city is null then 84
--   only has_destination: when jobs.destination_city is null then 85
--   only has_totals: when jobs.total_estimated_cost is null or jobs.total_actual_cost is null then 86
--   only has_both: when coalesce(jobs.total_estimated_cost, 0) <= 0 or jobs.total_actual_cost is null then 87
--   only is_timed: when not coalesce(jobs.booked_at_utc >= jobs.created_at_utc, false) then 88
--   only has_customer: when jobs.customer_id is null then 99
with business as (
  select currency
  from tenancy.businesses
  where id = :business_id
),

outcomes as (
  select
    coalesce(branches.currency, business.currency) as currency,
    coalesce(
      case when sorted_jobs.reason < 99 then sorted_jobs.reason end,
      case when :currency is not null and coalesce(branches.currency, business.currency) <> :currency then 70 end,
      sorted_jobs.reason,
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
    (43, 'after the day that counts as today'),
    (44, 'in a month that is not over'),
    (45, 'neither this year to date nor the year before'),
    (46, 'beyond the days asked for'),
    (47, 'beyond the months asked for'),
    (50, 'another branch'),
    (60, 'another sales person'),
    (61, 'another lead source'),
    (62, 'another status'),
    (70, 'another currency'),
    (80, 'not cancelled'),
    (81, 'no affiliate'),
    (82, 'no sales person'),
    (83, 'origin or destination not known'),
    (84, 'origin not known'),
    (85, 'destination not known'),
    (86, 'no estimated or no actual total'),
    (87, 'no estimated total above zero, or no actual one'),
    (88, 'not both moments, or booked before it was quoted'),
    (90, 'customer shares no phone and no e-mail'),
    (91, 'not known by the day that counts as today'),
    (99, 'names no customer')
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
    'total', coalesce(sum(row_count) filter (where reason in (0, 99)), 0)
  )) as link_coverage
from outcomes
