/*
id: true_conversion
question: Of all jobs we ever quoted, how many were booked?
theme: jobs
grain: one row per month of the quote and branch
definition: >-
  Jobs by the month of their quote, in the zone of the branch. Booked are those that stand booked
  or closed, and those cancelled after a booking; lost and quoted ones are not.
dateBasis: day of the quote, in the zone of the branch
receipt: quoted_jobs
rows:
  keys: {month: quote_month}
  measures:
    quoted_jobs: count
    ever_booked: count where was_booked
    still_booked: count where is_sold
    ever_booked_percent: percent ever_booked of quoted_jobs
    still_booked_percent: percent still_booked of quoted_jobs
chart: {type: line, x: month, y: [ever_booked_percent], series: branch_name}
parameters: [date_from, date_to, branch, sales_person, lead_source, currency]
columns:
  - {name: month, type: date, meaning: "First day of the month"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: quoted_jobs, type: integer, unit: jobs, meaning: "Quotes made in the month"}
  - {name: ever_booked, type: integer, unit: jobs, meaning: "Booked at some time"}
  - {name: still_booked, type: integer, unit: jobs, meaning: "Standing booked or closed"}
  - {name: ever_booked_percent, type: percent, meaning: "ever_booked / quoted; empty in a month without a quote"}
  - {name: still_booked_percent, type: percent, meaning: "still_booked / quoted; empty in a month without a quote"}
caveats:
  - "Young months are not ripe: their quotes may still be booked."
*/
with jobs as (
  select *, (quoted_at at time zone time_zone)::date as quote_day
  from catalogue.job_facts
  where business_id = :business_id
    and quoted_at is not null
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

monthly as (
  select
    date_trunc('month', quote_day::timestamp)::date as month,
    branch_name,
    count(*) as quoted_jobs,
    count(*) filter (where is_sold or (status = 'CANCELLED' and booked_at is not null)) as ever_booked,
    count(*) filter (where is_sold) as still_booked
  from jobs
  where (:date_from is null or quote_day >= :date_from)
    and (:date_to is null or quote_day < :date_to)
  group by 1, 2
),

-- Every month from the first to the last of a branch, also those without a quote.
calendar as (
  select spans.branch_name, steps.month::date as month
  from (select branch_name, min(month) as first_month, max(month) as last_month from monthly group by 1) as spans
  cross join generate_series(spans.first_month::timestamp, spans.last_month::timestamp, interval '1 month') as steps (month)
)

select
  calendar.month,
  calendar.branch_name,
  coalesce(monthly.quoted_jobs, 0) as quoted_jobs,
  coalesce(monthly.ever_booked, 0) as ever_booked,
  coalesce(monthly.still_booked, 0) as still_booked,
  round(100.0 * monthly.ever_booked / monthly.quoted_jobs, 2) as ever_booked_percent,
  round(100.0 * monthly.still_booked / monthly.quoted_jobs, 2) as still_booked_percent
from calendar
left join monthly on monthly.month = calendar.month and monthly.branch_name = calendar.branch_name
order by calendar.month, calendar.branch_name
