/*
id: job_funnel_as_it_was
question: Where did our jobs stand on a past day, and how far had they ever come?
theme: jobs
grain: one row per branch
definition: >-
  Jobs quoted up to the day asked for: where they stood at its end, by their quote, their booking
  and the status changes since, and what they had ever reached. Duplicates do not count.
dateBasis: day of each event, in the zone of the branch, up to the day asked for
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

-- What a job says of itself: the days it was quoted, booked, and came to the status it came with.
told as (
  select
    jobs.id,
    jobs.branch_name,
    jobs.time_zone,
    came.status,
    (jobs.quoted_at at time zone jobs.time_zone)::date as quoted_on,
    (jobs.booked_at at time zone jobs.time_zone)::date as booked_on,
    (case when came.status = 'CLOSED' then coalesce(jobs.closed_at, jobs.loaded_at) else jobs.loaded_at end at time zone jobs.time_zone)::date as came_on
  from jobs
  left join first_changes on first_changes.row_id = jobs.id
  cross join lateral (select coalesce(first_changes.previous_status, jobs.status) as status) as came
),

-- Of these, what had happened by then; the later stage counts on the same day.
happened as (
  select
    id, branch_name, time_zone, status,
    case when quoted_on <= :as_of then quoted_on end as quoted_on,
    case when booked_on <= :as_of then booked_on end as booked_on,
    case when came_on <= :as_of and status is not null then came_on end as came_on
  from told
),

followed as (
  select
    happened.id,
    max(days.day) as day,
    (array_agg(changes.status order by days.day desc, changes.recorded_at desc, changes.id desc))[1] as status,
    bool_or(changes.status in ('BOOKED', 'CLOSED')) as was_booked,
    bool_or(changes.status = 'CLOSED') as was_closed
  from journey.status_changes as changes
  join happened on happened.id = changes.row_id
  cross join lateral (select coalesce(changes.happened_on, (changes.recorded_at at time zone happened.time_zone)::date) as day) as days
  where changes.business_id = :business_id
    and changes.source = 'journey.jobs'
    and changes.status is not null
    and days.day <= :as_of
  group by 1
),

standing as (
  select
    happened.branch_name,
    case
      when followed.day >= coalesce(days.last_day, followed.day) then followed.status
      when happened.came_on = days.last_day then happened.status
      when happened.booked_on = days.last_day then 'BOOKED' else 'QUOTED'
    end as status,
    happened.booked_on is not null or (happened.came_on is not null and happened.status in ('BOOKED', 'CLOSED')) or coalesce(followed.was_booked, false) as was_booked,
    (happened.came_on is not null and happened.status = 'CLOSED') or coalesce(followed.was_closed, false) as was_closed
  from happened
  left join followed on followed.id = happened.id
  cross join lateral (select greatest(happened.quoted_on, happened.booked_on, happened.came_on) as last_day) as days
  where days.last_day is not null or followed.day is not null
)

select
  standing.branch_name,
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
group by 1
order by known_jobs desc, standing.branch_name
