/*
measures:
  known_jobs: count
*/
-- Rows of job_funnel_as_it_was: jobs of which something had happened by the day that counts as today: their
-- quote, their booking, their status as it came, or a change since.
-- frame: jobs
with first_changes as (
  select distinct on (row_id) row_id, previous_status
  from journey.status_changes
  where business_id = :business_id
    and source = 'journey.jobs'
  order by row_id, recorded_at, id
)

select job_rows.*
from job_rows
join journey.jobs as details on details.business_id = :business_id and details.id = job_rows.id
left join first_changes on first_changes.row_id = job_rows.id
cross join lateral (select coalesce(first_changes.previous_status, job_rows.status) as status) as came
where (
    (job_rows.quoted_at at time zone job_rows.time_zone)::date <= :as_of
    or (job_rows.booked_at at time zone job_rows.time_zone)::date <= :as_of
    or (
      came.status is not null
      and ((case when came.status = 'CLOSED' then coalesce(details.closed_at_utc, details.created_at) else details.created_at end) at time zone job_rows.time_zone)::date <= :as_of
    )
    or exists (
      select
      from journey.status_changes as changes
      where changes.business_id = :business_id
        and changes.source = 'journey.jobs'
        and changes.row_id = job_rows.id
        and changes.status is not null
        and coalesce(changes.happened_on, (changes.recorded_at at time zone job_rows.time_zone)::date) <= :as_of
    )
  )
  and (:branch is null or job_rows.branch_id = :branch)
  and (:sales_person is null or job_rows.sales_person_id = :sales_person)
  and (:lead_source is null or job_rows.lead_source_id = :lead_source)
  and (:currency is null or job_rows.currency = :currency)
