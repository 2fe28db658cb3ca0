/*
id: job_status_distribution
question: How many jobs stand at which status, and what are they worth?
theme: jobs
grain: one row per status and currency
definition: >-
  Jobs by present status with the actual total, else the estimated total. Only booked and
  closed jobs are revenue; of the others it is what was quoted. Duplicates do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: jobs
rows:
  measures: {total_revenue: sum worth, revenue_percentage: share total_revenue within currency, avg_value_per_job: mean worth}
chart: {type: bar, x: opportunity_status, y: [job_count], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, currency]
columns:
  - {name: opportunity_status, type: text, meaning: "QUOTED, BOOKED, CLOSED, LOST or CANCELLED; empty when the file gave none"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: job_count, type: integer, unit: jobs, meaning: "Jobs standing at the status"}
  - {name: percentage_of_total, type: percent, meaning: "Share of all jobs of the currency"}
  - {name: total_revenue, type: money, meaning: "Worth of these jobs"}
  - {name: revenue_percentage, type: percent, meaning: "Share of the worth of all jobs of the currency"}
  - {name: avg_value_per_job, type: money, meaning: "Mean of the jobs that have an amount"}
  - {name: counts_as_revenue, type: boolean, meaning: "Whether the worth is revenue (booked and closed)"}
caveats:
  - Shares are within one currency; amounts of different currencies are never added.
  - The sum of total_revenue over the rows that count as revenue equals the revenue of the other questions.
*/
with statuses as (
  select
    status as opportunity_status,
    currency,
    count(*) as job_count,
    count(worth) as valued_count,
    coalesce(sum(worth), 0) as worth
  from catalogue.job_facts
  where business_id = :business_id
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
  group by 1, 2
)

select
  opportunity_status,
  currency,
  job_count,
  round(100.0 * job_count / sum(job_count) over within_currency, 2) as percentage_of_total,
  worth as total_revenue,
  round(100 * worth / nullif(sum(worth) over within_currency, 0), 2) as revenue_percentage,
  round(worth / nullif(valued_count, 0), 2) as avg_value_per_job,
  coalesce(opportunity_status in ('BOOKED', 'CLOSED'), false) as counts_as_revenue
from statuses
window within_currency as (partition by currency)
order by currency, array_position(array['QUOTED', 'BOOKED', 'CLOSED', 'LOST', 'CANCELLED'], opportunity_status)
