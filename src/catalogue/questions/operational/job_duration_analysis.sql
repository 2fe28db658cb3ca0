/*
id: job_duration_analysis
question: How long from quote to booking and from booking to the move?
theme: operational
grain: one row per kind of move, branch and currency
definition: >-
  Booked and closed jobs: hours from quote to booking, days from booking to the service day, over
  the jobs that have both. Duplicates do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
rows:
  measures:
    avg_hours_to_book: mean hours_to_book
    median_hours_to_book: median hours_to_book
    avg_days_booking_to_job: mean days_to_job
    median_days_booking_to_job: median days_to_job
chart: {type: table}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: job_type, type: text, meaning: "Kind of move, or (no type)"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: avg_hours_to_book, type: number, unit: hours, meaning: "Mean from quote to booking"}
  - {name: median_hours_to_book, type: number, unit: hours, meaning: "Median of the same"}
  - {name: avg_days_booking_to_job, type: number, unit: days, meaning: "Mean from booking to service day"}
  - {name: median_days_booking_to_job, type: number, unit: days, meaning: "Median of the same"}
  - {name: avg_crew_size, type: number, unit: people, meaning: "Mean crew of sold jobs that name one"}
  - {name: avg_trucks_used, type: number, unit: trucks, meaning: "Mean trucks of sold jobs that name them"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: booked_within_24h, type: integer, unit: jobs, meaning: "Booked within 24 hours"}
  - {name: booked_within_48h, type: integer, unit: jobs, meaning: "Booked within 48 hours"}
  - {name: jobs_within_7_days, type: integer, unit: jobs, meaning: "Moved within 7 days of booking"}
  - {name: jobs_within_14_days, type: integer, unit: jobs, meaning: "Moved within 14 days of booking"}
  - {name: booking_within_24h_percent, type: percent, meaning: "Of jobs with both moments"}
  - {name: jobs_within_7_days_percent, type: percent, meaning: "Of jobs with booking and service day"}
caveats:
  - The days of the documents are 3,600 times too large; here they are counted by the calendar.
  - "Jobs whose booking precedes their quote, or whose service day precedes their booking, are not timed: the clock of one of them is wrong."
*/
with sold as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:status is null or status = :status)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

-- Put aside once: spans of time are counted in five columns, and reckoned anew in each otherwise.
jobs as materialized (
  select
    job_type, branch_name, currency, is_sold, crew, trucks, revenue,
    case when booked_at >= quoted_at then extract(epoch from booked_at - quoted_at) / 3600 end as hours_to_book,
    case when job_date - (booked_at at time zone time_zone)::date >= 0 then job_date - (booked_at at time zone time_zone)::date end as days_to_job,
    case when job_date - (quoted_at at time zone time_zone)::date >= 0 then job_date - (quoted_at at time zone time_zone)::date end as days_cycle
  from sold
),

summed as (
  select
    job_type,
    branch_name,
    currency,
    count(*) as total_jobs,
    round(avg(hours_to_book), 2) as avg_hours_to_book,
    round(percentile_cont(0.5) within group (order by hours_to_book)::numeric, 2) as median_hours_to_book,
    round(avg(days_to_job), 2) as avg_days_booking_to_job,
    round(percentile_cont(0.5) within group (order by days_to_job)::numeric, 2) as median_days_booking_to_job,
    round(avg(crew) filter (where is_sold), 2) as avg_crew_size,
    round(avg(trucks) filter (where is_sold), 2) as avg_trucks_used,
    round(avg(revenue), 2) as avg_job_value,
    count(*) filter (where hours_to_book <= 24) as booked_within_24h,
    count(*) filter (where hours_to_book <= 48) as booked_within_48h,
    count(*) filter (where days_to_job <= 7) as jobs_within_7_days,
    count(*) filter (where days_to_job <= 14) as jobs_within_14_days,
    round(100.0 * count(*) filter (where hours_to_book <= 24) / nullif(count(hours_to_book), 0), 2) as booking_within_24h_percent,
    round(100.0 * count(*) filter (where days_to_job <= 7) / nullif(count(days_to_job), 0), 2) as jobs_within_7_days_percent
  from jobs
  group by 1, 2, 3
)

select
  job_type,
  branch_name,
  currency,
  total_jobs,
  avg_hours_to_book,
  median_hours_to_book,
  avg_days_booking_to_job,
  median_days_booking_to_job,
  avg_crew_size,
  avg_trucks_used,
  avg_job_value,
  booked_within_24h,
  booked_within_48h,
  jobs_within_7_days,
  jobs_within_14_days,
  booking_within_24h_percent,
  jobs_within_7_days_percent
from summed
order by currency, total_jobs desc, job_type, branch_name
