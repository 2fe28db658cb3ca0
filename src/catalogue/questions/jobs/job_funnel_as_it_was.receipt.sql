-- Receipt of job_funnel_as_it_was: jobs of which something had happened by the day that counts as today.
-- Every job has exactly one outcome: counted (no reason), or the first reason that fits.
-- kept: jobs
with first_changes as (
  select distinct on (row_id) row_id, previous_status
  from journey.status_changes
  where business_id = :business_id
    and source = 'journey.jobs'
  order by row_id, recorded_at, id
),

changed as (
  select row_id, min(happened_on) as happened_on, min(recorded_at) filter (where happened_on is null) as recorded_at
  from journey.status_changes
  where business_id = :business_id
    and source = 'journey.jobs'
    and status is not null
  group by 1
),

outcomes as (
  select
    places.currency,
    case
      when jobs.is_duplicate then 'marked as duplicate'
      when known.day > :as_of or known.day is null then 'not known by the day that counts as today'
      when :branch is not null and jobs.branch_id is distinct from :branch then 'another branch'
      when :sales_person is not null and jobs.sales_person_id is distinct from :sales_person then 'another sales person'
      when :lead_source is not null and not coalesce(
        trim(jobs.referral_source) in (select spelling from journey.lead_source_spellings where business_id = :business_id and lead_source_id = :lead_source),
        false
      ) then 'another lead source'
      when :currency is not null and places.currency <> :currency then 'another currency'
    end as reason,
    count(*) as row_count,
    count(jobs.customer_id) as linked_count
  from journey.jobs as jobs
  join tenancy.businesses as businesses on businesses.id = :business_id
  left join tenancy.branches as branches on branches.business_id = :business_id and branches.id = jobs.branch_id
  left join first_changes on first_changes.row_id = jobs.id
  left join changed on changed.row_id = jobs.id
  cross join lateral (
    select
      coalesce(branches.currency, businesses.currency)::text as currency,
      coalesce(branches.time_zone, businesses.time_zone) as time_zone,
      coalesce(first_changes.previous_status, jobs.opportunity_status) as status
  ) as places
  -- The earliest day on which anything is known of a job: its quote, its booking, its status as it came, a change since.
  cross join lateral (
    select least(
      (least(
        jobs.created_at_utc,
        jobs.booked_at_utc,
        case when places.status = 'CLOSED' then coalesce(jobs.closed_at_utc, jobs.created_at) when places.status is not null then jobs.created_at end,
        changed.recorded_at
      ) at time zone places.time_zone)::date,
      changed.happened_on
    ) as day
  ) as known
  where jobs.business_id = :business_id
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
    'joint', 'job → customer',
    'linked', coalesce(sum(linked_count) filter (where reason is null), 0),
    'total', coalesce(sum(row_count) filter (where reason is null), 0)
  )) as link_coverage
from outcomes
