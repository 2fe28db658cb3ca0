/*
id: revenue_by_job_status
question: How is the worth of our jobs spread over their statuses?
theme: revenue
grain: one row per status and currency
definition: >-
  Jobs by present status with the actual total, else the estimated total. Only booked and closed
  jobs are revenue; of the others it is what was quoted. Duplicates do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: jobs
rows:
  measures:
    total_revenue: sum worth
    revenue_percentage: share total_revenue within currency
    avg_job_value: mean worth
    median_job_value: median worth
    min_job_value: least worth
    max_job_value: most worth
chart: {type: bar, x: opportunity_status, y: [total_revenue], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, currency]
columns:
  - {name: opportunity_status, type: text, meaning: "QUOTED, BOOKED, CLOSED, LOST or CANCELLED; empty when the file gave none"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: job_count, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: total_revenue, type: money, meaning: "Worth of these jobs; revenue only where booked or closed"}
  - {name: avg_job_value, type: money, meaning: "Mean of the jobs that have an amount"}
  - {name: min_job_value, type: money, meaning: "Least of them"}
  - {name: max_job_value, type: money, meaning: "Most of them"}
  - {name: median_job_value, type: money, meaning: "Median of them"}
  - {name: revenue_percentage, type: percent, meaning: "Share of the worth of all jobs of the currency"}
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

summed as (
  select
    status as opportunity_status,
    currency,
    count(*) as job_count,
    coalesce(sum(worth), 0) as total_revenue,
    round(avg(worth), 2) as avg_job_value,
    min(worth) as min_job_value,
    max(worth) as max_job_value,
    round(percentile_cont(0.5) within group (order by worth)::numeric, 2) as median_job_value
  from jobs
  group by 1, 2
)

select
  opportunity_status,
  currency,
  job_count,
  total_revenue,
  avg_job_value,
  min_job_value,
  max_job_value,
  median_job_value,
  round(100 * total_revenue / nullif(sum(total_revenue) over (partition by currency), 0), 2) as revenue_percentage
from summed
order by currency, array_position(array['QUOTED', 'BOOKED', 'CLOSED', 'LOST', 'CANCELLED'], opportunity_status)
