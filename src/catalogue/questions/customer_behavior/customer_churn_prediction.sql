/*
id: customer_churn_prediction
question: Which customers have been away for long?
theme: customer_behavior
grain: one row per customer and currency
definition: >-
  Customers with a booked or closed job up to the day that counts as today, by the days since the
  last.
dateBasis: service day (jobs.job_date)
receipt: revenue_jobs
rows:
  only: [has_customer, is_past]
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
  - {name: email, type: text, meaning: "E-mail of the customer"}
  - {name: phone, type: text, meaning: "Phone of the customer"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: last_job_date, type: date, meaning: "Last service day"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: days_since_last_job, type: integer, unit: days, meaning: "From the last service day to the day that counts as today"}
  - {name: churn_status, type: text, meaning: "active (up to 90 days), at_risk_3_months (180), at_risk_6_months (365) or churned"}
  - {name: risk_level, type: text, meaning: "no_risk (up to 90 days), low_risk (180), medium_risk (365) or high_risk"}
  - {name: months_since_last_job, type: number, unit: months, meaning: "The same in months of 30.44 days"}
caveats:
  - "People move house seldom: who is away for a year is not lost as a grocery customer would be."
  - Jobs after the day that counts as today are left out.
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
    max(job_date) as last_job_date
  from jobs
  group by 1, 2
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
  customers.email,
  customers.phone,
  summed.currency,
  last_job_date,
  total_jobs,
  total_revenue,
  avg_job_value,
  :as_of - last_job_date as days_since_last_job,
  case
    when :as_of - last_job_date <= 90 then 'active' when :as_of - last_job_date <= 180 then 'at_risk_3_months'
    when :as_of - last_job_date <= 365 then 'at_risk_6_months' else 'churned'
  end as churn_status,
  case
    when :as_of - last_job_date > 365 then 'high_risk' when :as_of - last_job_date > 180 then 'medium_risk'
    when :as_of - last_job_date > 90 then 'low_risk' else 'no_risk'
  end as risk_level,
  round((:as_of - last_job_date) / 30.44, 2) as months_since_last_job
from best as summed
cross join lateral (select name, email, phone from customers.customers where business_id = :business_id and id = summed.customer_id limit 1) as customers
order by total_revenue desc, customer_name, summed.customer_id
limit :limit
