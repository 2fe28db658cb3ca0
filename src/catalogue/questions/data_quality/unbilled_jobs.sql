/*
id: unbilled_jobs
question: How much of our revenue is only an estimate?
theme: data_quality
grain: one row per branch, status and currency
definition: >-
  Booked and closed jobs with an actual total, with an estimate only, and without any amount.
  Revenue takes the estimate where the actual total is missing.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
rows: {keys: {status: status}}
chart: {type: bar, x: branch_name, y: [estimated_only_percent], series: status}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: status, type: text, meaning: "BOOKED or CLOSED"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: sold_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: billed_jobs, type: integer, unit: jobs, meaning: "With an actual total"}
  - {name: billed_amount, type: money, meaning: "Of these"}
  - {name: estimated_only_jobs, type: integer, unit: jobs, meaning: "With an estimate only"}
  - {name: estimated_only_amount, type: money, meaning: "Of these"}
  - {name: without_amount, type: integer, unit: jobs, meaning: "Without any amount: they count as no revenue"}
  - {name: estimated_only_percent, type: percent, meaning: "Share of the revenue that is an estimate"}
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:status is null or status = :status)
    and (:currency is null or currency = :currency)
)

select
  branch_name,
  status,
  currency,
  count(*) as sold_jobs,
  count(actual) as billed_jobs,
  coalesce(sum(actual), 0) as billed_amount,
  count(*) filter (where actual is null and estimated is not null) as estimated_only_jobs,
  coalesce(sum(estimated) filter (where actual is null), 0) as estimated_only_amount,
  count(*) filter (where revenue is null) as without_amount,
  round(100 * coalesce(sum(estimated) filter (where actual is null), 0) / nullif(sum(revenue), 0), 2) as estimated_only_percent
from jobs
group by 1, 2, 3
order by currency, branch_name, status
