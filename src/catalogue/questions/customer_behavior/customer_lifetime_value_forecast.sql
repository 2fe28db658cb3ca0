/*
id: customer_lifetime_value_forecast
question: What may each customer bring in the next years, if they go on as before?
theme: customer_behavior
grain: one row per customer and currency
definition: >-
  Booked and closed jobs up to the day that counts as today. The rate is revenue per month since
  the first job; the projection goes on at that rate.
dateBasis: service day (jobs.job_date)
receipt: returning_jobs
rows:
  measures: {current_ltv: sum revenue}
  only: [is_sold, is_past, repeats_by_then]
chart: {type: table}
parameters:
  - as_of
  - branch
  - sales_person
  - lead_source
  - status of sold jobs
  - currency
  - {name: limit, type: integer, default: 1000, least: 1, most: 1000000, meaning: "At most so many customers"}
columns:
  - {name: customer_id, type: uuid, meaning: "Id, which stays for ever"}
  - {name: customer_name, type: text, meaning: "Name of the customer"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: first_job_date, type: date, meaning: "First service day"}
  - {name: last_job_date, type: date, meaning: "Last service day"}
  - {name: customer_lifetime_days, type: integer, unit: days, meaning: "From the first to the last service day"}
  - {name: customer_lifetime_years, type: number, unit: years, meaning: "The same in years of 365.25 days"}
  - {name: current_ltv, type: money, meaning: "Revenue so far"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: months_active, type: integer, unit: months, meaning: "Different months with a job"}
  - {name: years_active, type: integer, unit: years, meaning: "Different calendar years with a job"}
  - {name: jobs_per_month, type: number, unit: jobs, meaning: "Jobs / months since the first job, at least one"}
  - {name: monthly_revenue_rate, type: money, meaning: "Revenue / these months"}
  - {name: forecasted_ltv_12_months, type: money, meaning: "Revenue so far and twelve months at that rate"}
  - {name: forecasted_ltv_24_months, type: money, meaning: "The same with 24 months"}
  - {name: forecasted_ltv_36_months, type: money, meaning: "The same with 36 months"}
  - {name: projected_growth_12_months, type: money, meaning: "Twelve months at that rate"}
  - {name: projected_growth_24_months, type: money, meaning: "24 months at that rate"}
  - {name: projected_growth_36_months, type: money, meaning: "36 months at that rate"}
caveats:
  - "A straight line through few jobs: an upper bound for people who move once, an order of magnitude for repeat customers."
  - "Only customers with two or more jobs: one job has no rate."
  - A customer with jobs in two currencies has a row for each; amounts of different currencies are never added.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and customer_id is not null
    and job_date <= :as_of
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:status is null or status = :status)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

summed as (
  select
    customer_id, currency,
    count(*) as total_jobs,
    coalesce(sum(revenue), 0) as total_revenue,
    round(avg(revenue), 2) as avg_job_value,
    min(job_date) as first_job_date,
    max(job_date) as last_job_date,
    count(distinct date_trunc('month', job_date::timestamp)) as months_active,
    count(distinct extract(year from job_date)) as years_active,
    greatest(1, (:as_of - min(job_date)) / 30.44) as months_known
  from jobs
  group by 1, 2
  having count(*) > 1
),

-- Only who is listed is looked up by name: whoever has less than the last of them is not. Ties stay.
best as materialized (
  select *
  from summed
  where total_revenue >= coalesce((select total_revenue from summed where :limit is not null order by total_revenue desc offset :limit - 1 limit 1), '-infinity')
)

select
  summed.customer_id,
  customers.name as customer_name,
  summed.currency,
  total_jobs,
  first_job_date,
  last_job_date,
  last_job_date - first_job_date as customer_lifetime_days,
  round((last_job_date - first_job_date) / 365.25, 2) as customer_lifetime_years,
  total_revenue as current_ltv,
  avg_job_value,
  months_active,
  years_active,
  round(total_jobs / months_known, 4) as jobs_per_month,
  round(total_revenue / months_known, 2) as monthly_revenue_rate,
  round(total_revenue * (1 + 12 / months_known), 2) as forecasted_ltv_12_months,
  round(total_revenue * (1 + 24 / months_known), 2) as forecasted_ltv_24_months,
  round(total_revenue * (1 + 36 / months_known), 2) as forecasted_ltv_36_months,
  round(total_revenue * 12 / months_known, 2) as projected_growth_12_months,
  round(total_revenue * 24 / months_known, 2) as projected_growth_24_months,
  round(total_revenue * 36 / months_known, 2) as projected_growth_36_months
from best as summed
cross join lateral (select name from customers.customers where business_id = :business_id and id = summed.customer_id limit 1) as customers
order by total_revenue desc, customer_name, summed.customer_id
limit :limit
