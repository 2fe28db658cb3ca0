/*
id: job_type_distribution
question: Which kinds of move do we do, and what do they bring?
theme: jobs
grain: one row per kind of move and currency
definition: >-
  Jobs by present status; revenue is the actual total, else the estimated total, of booked and
  closed jobs. Jobs marked as duplicates do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: jobs
chart: {type: bar, x: job_type, y: [job_count], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency]
columns:
  - {name: job_type, type: text, meaning: "Kind of move, or (no type)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: job_count, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: booked_count, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_count, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: percentage_of_total, type: percent, meaning: "Share of the jobs of the currency"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: avg_crew_size, type: number, unit: people, meaning: "Mean crew of sold jobs that name one"}
  - {name: avg_trucks_used, type: number, unit: trucks, meaning: "Mean trucks of sold jobs that name them"}
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
    job_type,
    currency,
    count(*) as job_count,
    count(*) filter (where status = 'BOOKED') as booked_count,
    count(*) filter (where status = 'CLOSED') as closed_count,
    coalesce(sum(revenue), 0) as total_revenue,
    round(avg(revenue), 2) as avg_job_value,
    round(avg(crew) filter (where is_sold), 2) as avg_crew_size,
    round(avg(trucks) filter (where is_sold), 2) as avg_trucks_used
  from jobs
  group by 1, 2
)

select
  job_type,
  currency,
  job_count,
  booked_count,
  closed_count,
  round(100 * job_count / sum(job_count) over (partition by currency), 2) as percentage_of_total,
  total_revenue,
  avg_job_value,
  avg_crew_size,
  avg_trucks_used
from summed
order by currency, job_count desc, job_type
