/*
id: industry_benchmarks
question: What are our own reference values?
theme: benchmarking
grain: one row per currency
definition: >-
  Jobs by present status; revenue is the actual total, else the estimated total, of booked and
  closed jobs. Jobs marked as duplicates do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: jobs
chart: {type: tile, y: [total_revenue, avg_job_value, booking_rate_percent]}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency]
columns:
  - {name: benchmark_category, type: text, meaning: "company: our own figures, no industry's"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: total_customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: total_branches, type: integer, unit: branches, meaning: "Different branches"}
  - {name: total_sales_people, type: integer, unit: people, meaning: "Different sales people"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: median_job_value, type: money, meaning: "Median of the same"}
  - {name: p25_job_value, type: money, meaning: "A quarter of the same is below"}
  - {name: p75_job_value, type: money, meaning: "A quarter of the same is above"}
  - {name: booked_jobs, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_jobs, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: lost_jobs, type: integer, unit: jobs, meaning: "Standing lost"}
  - {name: quoted_jobs, type: integer, unit: jobs, meaning: "Standing quoted"}
  - {name: booking_rate_percent, type: percent, meaning: "(booked + closed) / all jobs"}
  - {name: closing_rate_percent, type: percent, meaning: "closed / (booked + closed)"}
  - {name: loss_rate_percent, type: percent, meaning: "lost / all jobs"}
  - {name: revenue_per_job, type: money, meaning: "Revenue / sold jobs"}
  - {name: revenue_per_customer, type: money, meaning: "Revenue / customers who bought"}
  - {name: avg_crew_size, type: number, unit: people, meaning: "Mean crew of sold jobs that name one"}
  - {name: avg_trucks_per_job, type: number, unit: trucks, meaning: "Mean trucks of sold jobs that name them"}
caveats:
  - A closed job was booked, so it counts in the booking rate; the rate is of present states, not of quotes ever made.
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
    currency,
    count(*) as total_jobs,
    count(distinct customer_id) as total_customers,
    count(distinct branch_id) as total_branches,
    count(distinct sales_person_id) as total_sales_people,
    coalesce(sum(revenue), 0) as total_revenue,
    round(avg(revenue), 2) as avg_job_value,
    round(percentile_cont(0.5) within group (order by revenue)::numeric, 2) as median_job_value,
    round(percentile_cont(0.25) within group (order by revenue)::numeric, 2) as p25_job_value,
    round(percentile_cont(0.75) within group (order by revenue)::numeric, 2) as p75_job_value,
    count(*) filter (where status = 'BOOKED') as booked_jobs,
    count(*) filter (where status = 'CLOSED') as closed_jobs,
    count(*) filter (where status = 'LOST') as lost_jobs,
    count(*) filter (where status = 'QUOTED') as quoted_jobs,
    count(*) filter (where is_sold) as sold_jobs,
    count(distinct customer_id) filter (where is_sold) as buyers,
    round(avg(crew) filter (where is_sold), 2) as avg_crew_size,
    round(avg(trucks) filter (where is_sold), 2) as avg_trucks_per_job
  from jobs
  group by 1
)

select
  'company' as benchmark_category,
  currency,
  total_jobs,
  total_customers,
  total_branches,
  total_sales_people,
  total_revenue,
  avg_job_value,
  median_job_value,
  p25_job_value,
  p75_job_value,
  booked_jobs,
  closed_jobs,
  lost_jobs,
  quoted_jobs,
  round(100.0 * (booked_jobs + closed_jobs) / nullif(total_jobs, 0), 2) as booking_rate_percent,
  round(100.0 * closed_jobs / nullif((booked_jobs + closed_jobs), 0), 2) as closing_rate_percent,
  round(100.0 * lost_jobs / nullif(total_jobs, 0), 2) as loss_rate_percent,
  round(total_revenue / nullif(sold_jobs, 0), 2) as revenue_per_job,
  round(total_revenue / nullif(buyers, 0), 2) as revenue_per_customer,
  avg_crew_size,
  avg_trucks_per_job
from summed
order by currency
