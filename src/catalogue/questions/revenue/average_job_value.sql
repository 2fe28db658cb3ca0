/*
id: average_job_value
question: What is a job worth, in all, per branch, sales person and kind of move?
theme: revenue
grain: one row per dimension, value and currency
definition: >-
  Mean and median of the actual total, else the estimated total, of booked and closed jobs.
  Duplicates do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
rows:
  split: {on: dimension, by: {overall: {}, branch: {dimension_value: branch_name}, sales_person: {dimension_value: sales_person_name}, job_type: {dimension_value: job_type}}}
chart: {type: bar, x: dimension_value, y: [avg_job_value], series: dimension}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: dimension, type: text, meaning: "overall, branch, sales_person or job_type"}
  - {name: dimension_value, type: text, meaning: "Which one"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: job_count, type: integer, unit: jobs, meaning: "Booked and closed jobs that have an amount"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: median_job_value, type: money, meaning: "Median of the same"}
caveats:
  - "Every job stands once in each dimension: do not add dimensions up."
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
)

select
  case
    when grouping(branch_name) = 0 then 'branch'
    when grouping(sales_person_name) = 0 then 'sales_person'
    when grouping(job_type) = 0 then 'job_type'
    else 'overall'
  end as dimension,
  coalesce(branch_name, sales_person_name, job_type, 'all') as dimension_value,
  currency,
  count(revenue) as job_count,
  round(avg(revenue), 2) as avg_job_value,
  round(percentile_cont(0.5) within group (order by revenue)::numeric, 2) as median_job_value
from jobs
group by grouping sets ((currency), (branch_name, currency), (sales_person_name, currency), (job_type, currency))
order by array_position(array['overall', 'branch', 'sales_person', 'job_type'], (
  case
    when grouping(branch_name) = 0 then 'branch'
    when grouping(sales_person_name) = 0 then 'sales_person'
    when grouping(job_type) = 0 then 'job_type'
    else 'overall'
  end
)), currency, avg(revenue) desc nulls last, dimension_value
