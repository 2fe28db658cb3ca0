/*
id: estimate_accuracy
question: How good are the quotes of each sales person?
theme: operational
grain: one row per sales person and currency
definition: >-
  Booked and closed jobs that have both a quote and a charged total; within is up to 10 % to
  either side. Duplicates do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
rows:
  only: [has_both]
  measures:
    within_10: count where is_within_10
    over_10: count where is_over_10
    under_10: count where is_under_10
    within_10_percent: percent within_10 of total_jobs
    over_10_percent: percent over_10 of total_jobs
    under_10_percent: percent under_10 of total_jobs
    mean_miss_percent: mean miss_percent
chart: {type: bar, x: sales_person_name, y: [within_10_percent]}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: sales_person_name, type: text, meaning: "Who sold, or (no sales person)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Jobs with both totals"}
  - {name: total_estimated, type: money, meaning: "Quoted prices of sold jobs"}
  - {name: total_actual, type: money, meaning: "Charged totals of sold jobs"}
  - {name: variance_amount, type: money, meaning: "Charged less quoted, of sold jobs with both"}
  - {name: mean_miss_percent, type: number, unit: "%", meaning: "Mean of the absolute miss of each job, of its quote"}
  - {name: within_10_percent, type: percent, meaning: "Jobs within 10 % of their quote"}
  - {name: over_10_percent, type: percent, meaning: "Charged more than 10 % above"}
  - {name: under_10_percent, type: percent, meaning: "Charged more than 10 % below"}
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and estimated > 0
    and actual is not null
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
    coalesce(sum(estimated) filter (where is_sold), 0) as total_estimated,
    coalesce(sum(actual) filter (where is_sold), 0) as total_actual,
    coalesce(sum(actual - estimated) filter (where is_sold), 0) as variance_amount,
    round(100 * avg(abs(actual - estimated) / estimated), 2) as mean_miss_percent,
    round(100.0 * count(*) filter (where actual between 0.9 * estimated and 1.1 * estimated) / count(*), 2) as within_10_percent,
    round(100.0 * count(*) filter (where actual > 1.1 * estimated) / count(*), 2) as over_10_percent,
    round(100.0 * count(*) filter (where actual < 0.9 * estimated) / count(*), 2) as under_10_percent
  from jobs
  group by 1, 2
)

select
  sales_person_name,
  currency,
  total_jobs,
  total_estimated,
  total_actual,
  variance_amount,
  mean_miss_percent,
  within_10_percent,
  over_10_percent,
  under_10_percent
from summed
order by currency, total_jobs desc, sales_person_name
