/*
id: pricing_optimization
question: Do we bill what we quote, per kind of move and branch?
theme: profitability
grain: one row per kind of move, branch and currency
definition: >-
  Booked and closed jobs; rates are compared over jobs that have both, totals likewise. Duplicates
  do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
rows:
  measures:
    avg_hourly_rate_quoted: mean hourly_rate_quoted
    avg_hourly_rate_billed: mean hourly_rate_billed
    avg_estimated_cost: mean estimated
    avg_actual_cost: mean actual
    p25_hourly_quoted: p25 hourly_rate_quoted
    median_hourly_quoted: median hourly_rate_quoted
    p75_hourly_quoted: p75 hourly_rate_quoted
    p25_hourly_billed: p25 hourly_rate_billed
    median_hourly_billed: median hourly_rate_billed
    p75_hourly_billed: p75 hourly_rate_billed
chart: {type: table}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: job_type, type: text, meaning: "Kind of move, or (no type)"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: avg_hourly_rate_quoted, type: money, meaning: "Mean hourly rate quoted"}
  - {name: avg_hourly_rate_billed, type: money, meaning: "Mean hourly rate billed"}
  - {name: hourly_rate_variance, type: money, meaning: "Mean of billed less quoted, of jobs with both"}
  - {name: hourly_rate_variance_percent, type: number, unit: "%", meaning: "Billed against quoted rates, of jobs with both"}
  - {name: avg_estimated_cost, type: money, meaning: "Mean quoted price"}
  - {name: avg_actual_cost, type: money, meaning: "Mean charged total"}
  - {name: cost_variance, type: money, meaning: "Mean of charged less quoted, of jobs with both"}
  - {name: p25_hourly_quoted, type: money, meaning: "A quarter of the rates quoted is below"}
  - {name: median_hourly_quoted, type: money, meaning: "Median rate quoted"}
  - {name: p75_hourly_quoted, type: money, meaning: "A quarter is above"}
  - {name: p25_hourly_billed, type: money, meaning: "A quarter of the rates billed is below"}
  - {name: median_hourly_billed, type: money, meaning: "Median rate billed"}
  - {name: p75_hourly_billed, type: money, meaning: "A quarter is above"}
  - {name: jobs_over_quoted_rate, type: integer, unit: jobs, meaning: "Billed above the quoted rate"}
  - {name: jobs_under_quoted_rate, type: integer, unit: jobs, meaning: "Billed below the quoted rate"}
  - {name: over_quoted_rate_percent, type: percent, meaning: "Above / jobs with both rates"}
  - {name: jobs_over_estimated_cost, type: integer, unit: jobs, meaning: "Charged above the quote"}
  - {name: jobs_under_estimated_cost, type: integer, unit: jobs, meaning: "Charged below the quote"}
  - {name: over_estimated_cost_percent, type: percent, meaning: "Above / jobs with both totals"}
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
    and (:status is null or status = :status)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

summed as (
  select
    job_type,
    branch_name,
    currency,
    count(*) as total_jobs,
    round(avg(hourly_rate_quoted), 2) as avg_hourly_rate_quoted,
    round(avg(hourly_rate_billed), 2) as avg_hourly_rate_billed,
    round(avg(hourly_rate_billed - hourly_rate_quoted), 2) as hourly_rate_variance,
    round(100 * sum(hourly_rate_billed - hourly_rate_quoted) / nullif(sum(hourly_rate_quoted) filter (where hourly_rate_billed is not null), 0), 2) as hourly_rate_variance_percent,
    round(avg(estimated), 2) as avg_estimated_cost,
    round(avg(actual), 2) as avg_actual_cost,
    round(avg(actual - estimated), 2) as cost_variance,
    round(percentile_cont(0.25) within group (order by hourly_rate_quoted)::numeric, 2) as p25_hourly_quoted,
    round(percentile_cont(0.5) within group (order by hourly_rate_quoted)::numeric, 2) as median_hourly_quoted,
    round(percentile_cont(0.75) within group (order by hourly_rate_quoted)::numeric, 2) as p75_hourly_quoted,
    round(percentile_cont(0.25) within group (order by hourly_rate_billed)::numeric, 2) as p25_hourly_billed,
    round(percentile_cont(0.5) within group (order by hourly_rate_billed)::numeric, 2) as median_hourly_billed,
    round(percentile_cont(0.75) within group (order by hourly_rate_billed)::numeric, 2) as p75_hourly_billed,
    count(*) filter (where hourly_rate_billed > hourly_rate_quoted) as jobs_over_quoted_rate,
    count(*) filter (where hourly_rate_billed < hourly_rate_quoted) as jobs_under_quoted_rate,
    round(100.0 * count(*) filter (where hourly_rate_billed > hourly_rate_quoted) / nullif(count(hourly_rate_billed - hourly_rate_quoted), 0), 2) as over_quoted_rate_percent,
    count(*) filter (where actual > estimated) as jobs_over_estimated_cost,
    count(*) filter (where actual < estimated) as jobs_under_estimated_cost,
    round(100.0 * count(*) filter (where actual > estimated) / nullif(count(actual - estimated), 0), 2) as over_estimated_cost_percent
  from jobs
  group by 1, 2, 3
)

select
  job_type,
  branch_name,
  currency,
  total_jobs,
  avg_hourly_rate_quoted,
  avg_hourly_rate_billed,
  hourly_rate_variance,
  hourly_rate_variance_percent,
  avg_estimated_cost,
  avg_actual_cost,
  cost_variance,
  p25_hourly_quoted,
  median_hourly_quoted,
  p75_hourly_quoted,
  p25_hourly_billed,
  median_hourly_billed,
  p75_hourly_billed,
  jobs_over_quoted_rate,
  jobs_under_quoted_rate,
  over_quoted_rate_percent,
  jobs_over_estimated_cost,
  jobs_under_estimated_cost,
  over_estimated_cost_percent
from summed
order by currency, total_jobs desc, job_type, branch_name
