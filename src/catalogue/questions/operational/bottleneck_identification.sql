/*
id: bottleneck_identification
question: Where do quoted and booked jobs get stuck?
theme: operational
grain: one row per kind of move, branch and status
definition: >-
  Jobs that stand quoted or booked, by how long they have stood so at the end of the day that
  counts as today. Duplicates do not count.
dateBasis: none (jobs as they stand), timed to the end of the day that counts as today
receipt: open_jobs
chart: {type: table}
parameters: [as_of, branch, sales_person, lead_source, currency]
columns:
  - {name: job_type, type: text, meaning: "Kind of move, or (no type)"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: opportunity_status, type: text, meaning: "QUOTED, BOOKED, CLOSED, LOST or CANCELLED; empty when the file gave none"}
  - {name: job_count, type: integer, unit: jobs, meaning: "Jobs standing so"}
  - {name: avg_hours_quoted, type: number, unit: hours, meaning: "Mean since the quote"}
  - {name: p75_hours_quoted, type: number, unit: hours, meaning: "A quarter stands longer"}
  - {name: p95_hours_quoted, type: number, unit: hours, meaning: "One of twenty stands longer"}
  - {name: avg_days_booked, type: number, unit: days, meaning: "Mean since the booking"}
  - {name: p75_days_booked, type: number, unit: days, meaning: "A quarter stands longer"}
  - {name: p95_days_booked, type: number, unit: days, meaning: "One of twenty stands longer"}
  - {name: jobs_stuck_in_quoted, type: integer, unit: jobs, meaning: "Quoted for more than 48 hours"}
  - {name: jobs_stuck_in_booked, type: integer, unit: jobs, meaning: "Booked for more than 30 days"}
  - {name: quoted_over_7_days, type: integer, unit: jobs, meaning: "Quoted for more than 7 days"}
  - {name: booked_over_30_days, type: integer, unit: jobs, meaning: "Booked for more than 30 days"}
  - {name: stuck_quoted_percent, type: percent, meaning: "Stuck / jobs standing quoted"}
  - {name: stuck_booked_percent, type: percent, meaning: "Stuck / jobs standing booked"}
  - {name: bottleneck_status, type: text, meaning: "quoted_bottleneck or booked_bottleneck when more than half are stuck, else normal"}
caveats:
  - Statuses are those of the last import, whatever day is asked for.
*/
with open_jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and status in ('QUOTED', 'BOOKED')
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

jobs as (
  select
    *,
    case when status = 'QUOTED' and quoted_at <= moment then extract(epoch from moment - quoted_at) / 3600 end as hours_quoted,
    case when status = 'BOOKED' and booked_at <= moment then extract(epoch from moment - booked_at) / 86400 end as days_booked
  from open_jobs
  -- The day that counts as today is over: its end, in the zone of the branch.
  cross join lateral (select (:as_of + 1)::timestamp at time zone open_jobs.time_zone as moment) as today
),

summed as (
  select
    job_type,
    branch_name,
    status as opportunity_status,
    count(*) as job_count,
    round(avg(hours_quoted), 2) as avg_hours_quoted,
    round(percentile_cont(0.75) within group (order by hours_quoted)::numeric, 2) as p75_hours_quoted,
    round(percentile_cont(0.95) within group (order by hours_quoted)::numeric, 2) as p95_hours_quoted,
    round(avg(days_booked), 2) as avg_days_booked,
    round(percentile_cont(0.75) within group (order by days_booked)::numeric, 2) as p75_days_booked,
    round(percentile_cont(0.95) within group (order by days_booked)::numeric, 2) as p95_days_booked,
    count(*) filter (where hours_quoted > 48) as jobs_stuck_in_quoted,
    count(*) filter (where days_booked > 30) as jobs_stuck_in_booked,
    count(*) filter (where hours_quoted > 168) as quoted_over_7_days,
    count(*) filter (where days_booked > 30) as booked_over_30_days,
    round(100.0 * count(*) filter (where hours_quoted > 48) / nullif(count(*) filter (where status = 'QUOTED'), 0), 2) as stuck_quoted_percent,
    round(100.0 * count(*) filter (where days_booked > 30) / nullif(count(*) filter (where status = 'BOOKED'), 0), 2) as stuck_booked_percent
  from jobs
  group by 1, 2, 3
)

select
  job_type,
  branch_name,
  opportunity_status,
  job_count,
  avg_hours_quoted,
  p75_hours_quoted,
  p95_hours_quoted,
  avg_days_booked,
  p75_days_booked,
  p95_days_booked,
  jobs_stuck_in_quoted,
  jobs_stuck_in_booked,
  quoted_over_7_days,
  booked_over_30_days,
  stuck_quoted_percent,
  stuck_booked_percent,
  case when jobs_stuck_in_quoted > 0.5 * job_count then 'quoted_bottleneck' when jobs_stuck_in_booked > 0.5 * job_count then 'booked_bottleneck' else 'normal' end as bottleneck_status
from summed
order by job_count desc, job_type, branch_name, opportunity_status
