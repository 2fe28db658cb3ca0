/*
id: booked_backlog
question: How much work and money is booked ahead?
theme: operational
grain: one row per month, branch and currency
definition: >-
  Jobs that stand booked with a service day from the day that counts as today on, by month; those
  without a day stand apart.
dateBasis: service day (jobs.job_date)
receipt: jobs_ahead
chart: {type: bar, x: month, y: [booked_revenue], series: branch_name}
parameters: [as_of, branch, sales_person, lead_source, currency]
columns:
  - {name: month, type: date, meaning: "First day of the month; empty when there is no service day yet"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: booked_jobs, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: booked_revenue, type: money, meaning: "Of these"}
  - {name: jobs_without_amount, type: integer, unit: jobs, meaning: "Of these without an amount"}
  - {name: cumulative_revenue, type: money, meaning: "Of this month and those before it, in the branch"}
caveats:
  - A month without a booked job has no row.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and status = 'BOOKED'
    and (job_date is null or job_date >= :as_of)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
)

select
  date_trunc('month', job_date::timestamp)::date as month,
  branch_name,
  currency,
  count(*) as booked_jobs,
  coalesce(sum(revenue), 0) as booked_revenue,
  count(*) filter (where revenue is null) as jobs_without_amount,
  coalesce(
    sum(sum(revenue)) over (partition by branch_name, currency order by date_trunc('month', job_date::timestamp) nulls last), 0
  ) as cumulative_revenue
from jobs
group by date_trunc('month', job_date::timestamp), 2, 3
order by currency, branch_name, month nulls last
