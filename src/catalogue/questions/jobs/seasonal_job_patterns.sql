/*
id: seasonal_job_patterns
question: Which months of the year are busy?
theme: jobs
grain: one row per calendar month and currency
definition: >-
  Jobs by present status; revenue is the actual total, else the estimated total, of booked and
  closed jobs. Jobs marked as duplicates do not count.
dateBasis: service day (jobs.job_date)
receipt: dated_jobs
rows:
  measures: {percentage_of_year: share total_jobs within currency}
chart: {type: bar, x: month_name, y: [total_jobs], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency]
columns:
  - {name: month_number, type: integer, meaning: "1 to 12"}
  - {name: month_name, type: text, meaning: "Name of the month"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: booked_jobs, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_jobs, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: percentage_of_year, type: percent, meaning: "Share of all jobs"}
  - {name: overall_monthly_avg, type: number, unit: jobs, meaning: "All jobs / 12"}
  - {name: deviation_from_avg, type: number, unit: jobs, meaning: "Jobs of the month less that mean"}
caveats:
  - "All years together: when they do not begin in January and end in December, some months were counted once more than others. Ask for whole years."
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and job_date is not null
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:status is null or status = :status)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

monthly as (
  select
    extract(month from job_date)::integer as month_number,
    currency,
    count(*) as total_jobs,
    count(*) filter (where status = 'BOOKED') as booked_jobs,
    count(*) filter (where status = 'CLOSED') as closed_jobs,
    coalesce(sum(revenue), 0) as total_revenue
  from jobs
  group by 1, 2
),

calendar as (
  select currencies.currency, steps.month_number
  from (select distinct currency from monthly) as currencies
  cross join generate_series(1, 12) as steps (month_number)
)

select
  calendar.month_number,
  (array['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'])[calendar.month_number] as month_name,
  calendar.currency,
  coalesce(monthly.total_jobs, 0) as total_jobs,
  coalesce(monthly.booked_jobs, 0) as booked_jobs,
  coalesce(monthly.closed_jobs, 0) as closed_jobs,
  coalesce(monthly.total_revenue, 0) as total_revenue,
  round(100.0 * coalesce(monthly.total_jobs, 0) / sum(monthly.total_jobs) over within_currency, 2) as percentage_of_year,
  round(sum(monthly.total_jobs) over within_currency / 12.0, 2) as overall_monthly_avg,
  round(coalesce(monthly.total_jobs, 0) - sum(monthly.total_jobs) over within_currency / 12.0, 2) as deviation_from_avg
from calendar
left join monthly on monthly.month_number = calendar.month_number and monthly.currency = calendar.currency
window within_currency as (partition by calendar.currency)
order by calendar.currency, calendar.month_number
