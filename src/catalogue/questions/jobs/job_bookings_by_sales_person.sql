/*
id: job_bookings_by_sales_person
question: How many jobs does each sales person book, close, lose and cancel?
theme: jobs
grain: one row per sales person and currency
definition: >-
  Jobs by present status; revenue is the actual total, else the estimated total, of booked and
  closed jobs. Jobs marked as duplicates do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: jobs
chart: {type: bar, x: sales_person_name, y: [total_revenue], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency]
columns:
  - {name: sales_person_name, type: text, meaning: "Who sold, or (no sales person)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: booked_jobs, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_jobs, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: quoted_jobs, type: integer, unit: jobs, meaning: "Standing quoted"}
  - {name: lost_jobs, type: integer, unit: jobs, meaning: "Standing lost"}
  - {name: cancelled_jobs, type: integer, unit: jobs, meaning: "Standing cancelled"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: booked_revenue, type: money, meaning: "Of jobs that stand booked"}
  - {name: closed_revenue, type: money, meaning: "Of closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: booking_rate_percent, type: percent, meaning: "(booked + closed) / all jobs"}
  - {name: branches_worked, type: integer, unit: branches, meaning: "Different branches"}
caveats:
  - A closed job was booked, so it counts in the booking rate; the rate is of present states, not of quotes ever made.
  - Spellings that were folded into one person are one row.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
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
    sales_person_name,
    currency,
    count(*) as total_jobs,
    count(*) filter (where status = 'BOOKED') as booked_jobs,
    count(*) filter (where status = 'CLOSED') as closed_jobs,
    count(*) filter (where status = 'QUOTED') as quoted_jobs,
    count(*) filter (where status = 'LOST') as lost_jobs,
    count(*) filter (where status = 'CANCELLED') as cancelled_jobs,
    coalesce(sum(revenue), 0) as total_revenue,
    coalesce(sum(revenue) filter (where status = 'BOOKED'), 0) as booked_revenue,
    coalesce(sum(revenue) filter (where status = 'CLOSED'), 0) as closed_revenue,
    round(avg(revenue), 2) as avg_job_value,
    count(distinct branch_id) as branches_worked
  from jobs
  group by 1, 2
)

select
  sales_person_name,
  currency,
  total_jobs,
  booked_jobs,
  closed_jobs,
  quoted_jobs,
  lost_jobs,
  cancelled_jobs,
  total_revenue,
  booked_revenue,
  closed_revenue,
  avg_job_value,
  round(100.0 * (booked_jobs + closed_jobs) / nullif(total_jobs, 0), 2) as booking_rate_percent,
  branches_worked
from summed
order by currency, total_revenue desc, sales_person_name
