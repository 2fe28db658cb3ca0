/*
id: quarterly_metrics_summary
question: How did each quarter go?
theme: revenue
grain: one row per quarter and currency
definition: >-
  Jobs by present status; revenue is the actual total, else the estimated total, of booked and
  closed jobs. Jobs marked as duplicates do not count.
dateBasis: service day (jobs.job_date)
receipt: dated_jobs
rows: {keys: {quarter: fiscal_quarter, year: null, quarter_number: null}}
chart: {type: line, x: quarter, y: [total_revenue], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency]
columns:
  - {name: quarter, type: date, meaning: "First day of the quarter"}
  - {name: year, type: integer, meaning: "Calendar year"}
  - {name: quarter_number, type: integer, meaning: "1 to 4"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: quoted_jobs, type: integer, unit: jobs, meaning: "Standing quoted"}
  - {name: booked_jobs, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_jobs, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: lost_jobs, type: integer, unit: jobs, meaning: "Standing lost"}
  - {name: cancelled_jobs, type: integer, unit: jobs, meaning: "Standing cancelled"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: unique_customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: active_branches, type: integer, unit: branches, meaning: "Different branches"}
  - {name: active_sales_people, type: integer, unit: people, meaning: "Different sales people"}
  - {name: booking_rate_percent, type: percent, meaning: "(booked + closed) / all jobs"}
caveats:
  - A closed job was booked, so it counts in the booking rate; the rate is of present states, not of quotes ever made.
  - Quarters are those of the fiscal year that the business has set, called by the year it ends in; by default they are the calendar's.
  - A quarter without jobs between two others is a row of zeros with an empty mean and rate.
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

business as (select week_start, fiscal_year_start_month from tenancy.businesses where id = :business_id),

summed as (
  select
    catalogue.period_start(job_date, 'quarter', business.week_start, business.fiscal_year_start_month) as quarter,
    currency,
    count(*) as total_jobs,
    count(*) filter (where status = 'QUOTED') as quoted_jobs,
    count(*) filter (where status = 'BOOKED') as booked_jobs,
    count(*) filter (where status = 'CLOSED') as closed_jobs,
    count(*) filter (where status = 'LOST') as lost_jobs,
    count(*) filter (where status = 'CANCELLED') as cancelled_jobs,
    coalesce(sum(revenue), 0) as total_revenue,
    round(avg(revenue), 2) as avg_job_value,
    count(distinct customer_id) as unique_customers,
    count(distinct branch_id) as active_branches,
    count(distinct sales_person_id) as active_sales_people
  from jobs
  cross join business
  group by 1, 2
),

-- Every quarter from the first to the last of a currency, also those without jobs.
calendar as (
  select spans.currency, steps.quarter::date as quarter
  from (select currency, min(quarter) as first_quarter, max(quarter) as last_quarter from summed group by 1) as spans
  cross join generate_series(spans.first_quarter::timestamp, spans.last_quarter::timestamp, interval '3 months') as steps (quarter)
)

select
  calendar.quarter,
  catalogue.fiscal_year(calendar.quarter, business.fiscal_year_start_month) as year,
  ((extract(month from calendar.quarter)::integer - business.fiscal_year_start_month + 12) % 12) / 3 + 1 as quarter_number,
  calendar.currency,
  coalesce(summed.total_jobs, 0) as total_jobs,
  coalesce(summed.quoted_jobs, 0) as quoted_jobs,
  coalesce(summed.booked_jobs, 0) as booked_jobs,
  coalesce(summed.closed_jobs, 0) as closed_jobs,
  coalesce(summed.lost_jobs, 0) as lost_jobs,
  coalesce(summed.cancelled_jobs, 0) as cancelled_jobs,
  coalesce(summed.total_revenue, 0) as total_revenue,
  summed.avg_job_value,
  coalesce(summed.unique_customers, 0) as unique_customers,
  coalesce(summed.active_branches, 0) as active_branches,
  coalesce(summed.active_sales_people, 0) as active_sales_people,
  round(100.0 * (summed.booked_jobs + summed.closed_jobs) / nullif(summed.total_jobs, 0), 2) as booking_rate_percent
from calendar
cross join business
left join summed on summed.quarter = calendar.quarter and summed.currency = calendar.currency
order by calendar.currency, calendar.quarter
