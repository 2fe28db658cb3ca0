/*
id: job_funnel_as_it_was
question: Where did our jobs stand on a past day, and how far had they ever come?
theme: jobs
grain: one row per branch
definition: >-
  Jobs quoted up to the day asked for: where they stood at its end, by their quote, their booking
  and the status changes since, and what they had ever reached. Duplicates do not count.
dateBasis: day of each event, in the zone of the branch, up to the day asked for
receipt: present_jobs
chart: {type: bar, x: branch_name, y: [ever_booked, ever_closed]}
parameters: [as_of, branch, sales_person, lead_source, currency]
columns:
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: known_jobs, type: integer, unit: jobs, meaning: "Quoted, booked or otherwise seen by then"}
  - {name: stood_quoted, type: integer, unit: jobs, meaning: "Stood quoted"}
  - {name: stood_booked, type: integer, unit: jobs, meaning: "Stood booked"}
  - {name: stood_closed, type: integer, unit: jobs, meaning: "Stood closed"}
  - {name: stood_lost, type: integer, unit: jobs, meaning: "Stood lost"}
  - {name: stood_cancelled, type: integer, unit: jobs, meaning: "Stood cancelled"}
  - {name: ever_booked, type: integer, unit: jobs, meaning: "Booked or closed at some time by then"}
  - {name: ever_closed, type: integer, unit: jobs, meaning: "Closed at some time by then"}
  - {name: ever_booked_percent, type: percent, meaning: "ever_booked / known"}
caveats:
  - "A job stands as it came from the day it was closed, else from the day of its import, until a later import changed it: before that only quotes and bookings are known."
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

-- The status a job came with: the one before its first change, else the one it has.
first_changes as (
  select distinct on (row_id) row_id, previous_status
  from journey.status_changes
  where business_id = :business_id
    and source = 'journey.jobs'
  order by row_id, recorded_at, id
),

came as (
  select jobs.id, jobs.time_zone, details.created_at, details.closed_at_utc as closed_at, coalesce(first_changes.previous_status, jobs.status) as status
  from jobs
  join journey.jobs as details on details.business_id = :business_id and details.id = jobs.id
  left join first_changes on first_changes.row_id = jobs.id
),

events as (
  select id, (quoted_at at time zone time_zone)::date as day, 1 as place, 'QUOTED' as status from jobs where quoted_at is not null
  union all
  select id, (booked_at at time zone time_zone)::date, 2, 'BOOKED' from jobs where booked_at is not null
  union all
  select id, (case when status = 'CLOSED' then coalesce(closed_at, created_at) else created_at end at time zone time_zone)::date, 3, status
  from came
  where status is not null
  union all
  select jobs.id, coalesce(changes.happened_on, (changes.recorded_at at time zone jobs.time_zone)::date), 4, changes.status
  from jobs
  join journey.status_changes as changes on changes.business_id = :business_id and changes.source = 'journey.jobs' and changes.row_id = jobs.id
  where changes.status is not null
),

standing as (
  select id, (array_agg(status order by day desc, place desc))[1] as status, bool_or(status in ('BOOKED', 'CLOSED')) as was_booked, bool_or(status = 'CLOSED') as was_closed
  from events
  where day <= :as_of
  group by id
)

select
  jobs.branch_name,
  count(*) as known_jobs,
  count(*) filter (where standing.status = 'QUOTED') as stood_quoted,
  count(*) filter (where standing.status = 'BOOKED') as stood_booked,
  count(*) filter (where standing.status = 'CLOSED') as stood_closed,
  count(*) filter (where standing.status = 'LOST') as stood_lost,
  count(*) filter (where standing.status = 'CANCELLED') as stood_cancelled,
  count(*) filter (where standing.was_booked) as ever_booked,
  count(*) filter (where standing.was_closed) as ever_closed,
  round(100.0 * count(*) filter (where standing.was_booked) / count(*), 2) as ever_booked_percent
from standing
join jobs on jobs.id = standing.id
group by 1
order by known_jobs desc, jobs.branch_name
