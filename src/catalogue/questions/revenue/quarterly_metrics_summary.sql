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
  - Quarters are of the calendar. A quarter without jobs has no row.
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

summed as (
  select
    date_trunc('quarter', job_date::timestamp)::date as quarter,
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
  group by 1, 2
)

select
  quarter,
  extract(year from quarter)::integer as year,
  extract(quarter from quarter)::integer as quarter_number,
  currency,
  total_jobs,
  quoted_jobs,
  booked_jobs,
  closed_jobs,
  lost_jobs,
  cancelled_jobs,
  total_revenue,
  avg_job_value,
  unique_customers,
  active_branches,
  active_sales_people,
  round(100.0 * (booked_jobs + closed_jobs) / nullif(total_jobs, 0), 2) as booking_rate_percent
from summed
order by currency, quarter
