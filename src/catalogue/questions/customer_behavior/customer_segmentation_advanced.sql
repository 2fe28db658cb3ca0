/*
id: customer_segmentation_advanced
question: How recent, frequent and valuable are our customers?
theme: customer_behavior
grain: one row per customer and currency
definition: >-
  Recency, frequency and revenue of booked and closed jobs up to the day that counts as today,
  each scored 1 to 5, and the segment that the scores make.
dateBasis: service day (jobs.job_date)
receipt: revenue_jobs
rows:
  measures: {frequency_jobs: count, monetary_value: sum revenue, frequency_months: distinct month}
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
  - {name: recency_days, type: integer, unit: days, meaning: "From the last service day to the day that counts as today"}
  - {name: recency_months, type: number, unit: months, meaning: "The same in months of 30.44 days"}
  - {name: frequency_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: frequency_months, type: integer, unit: months, meaning: "Different months with one"}
  - {name: monetary_value, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: recency_score, type: integer, meaning: "5 up to 30 days, 4 up to 90, 3 up to 180, 2 up to 365, else 1"}
  - {name: frequency_score, type: integer, meaning: "5 from 10 jobs, 4 from 5, 3 from 3, 2 from 2, else 1"}
  - {name: monetary_score, type: integer, meaning: "5 from 5,000, 4 from 2,000, 3 from 1,000, 2 from 500, else 1"}
  - {name: rfm_cell, type: text, meaning: "The three scores side by side"}
  - {name: rfm_segment, type: text, meaning: "Name of the segment, the first that fits"}
caveats:
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
    max(job_date) as last_job_date,
    count(distinct date_trunc('month', job_date::timestamp)) as months
  from jobs
  group by 1, 2
),

scored as (
  select
    *,
    case when :as_of - last_job_date <= 30 then 5 when :as_of - last_job_date <= 90 then 4 when :as_of - last_job_date <= 180 then 3 when :as_of - last_job_date <= 365 then 2 else 1 end as r,
    case when total_jobs >= 10 then 5 when total_jobs >= 5 then 4 when total_jobs >= 3 then 3 when total_jobs >= 2 then 2 else 1 end as f,
    case when total_revenue >= 5000 then 5 when total_revenue >= 2000 then 4 when total_revenue >= 1000 then 3 when total_revenue >= 500 then 2 else 1 end as m
  from summed
),

-- Only who is listed is looked up by name: whoever has less than the last of them is not. Ties stay.
best as materialized (
  select *
  from scored
  where total_revenue >= coalesce((select total_revenue from scored where :limit is not null order by total_revenue desc offset :limit - 1 limit 1), '-infinity')
)

select
  scored.customer_id,
  customers.name as customer_name,
  customers.email,
  customers.phone,
  currency,
  last_job_date,
  :as_of - last_job_date as recency_days,
  round((:as_of - last_job_date) / 30.44, 2) as recency_months,
  total_jobs as frequency_jobs,
  months as frequency_months,
  total_revenue as monetary_value,
  avg_job_value,
  r as recency_score, f as frequency_score,
  m as monetary_score,
  concat(r, f, m) as rfm_cell,
  case
    when r >= 4 and f >= 4 and m >= 4 then 'champions'
    when r >= 3 and f >= 3 and m >= 4 then 'loyal_customers'
    when r >= 4 and f <= 2 and m >= 3 then 'potential_loyalists'
    when r >= 4 and f <= 1 and m <= 2 then 'new_customers'
    when r >= 3 and f >= 3 and m <= 3 then 'promising'
    when r <= 2 and f >= 3 and m >= 3 then 'needs_attention'
    when r <= 2 and f >= 2 and m >= 2 then 'about_to_sleep'
    when r <= 2 and f <= 2 and m >= 3 then 'at_risk'
    when r <= 2 and f <= 2 and m <= 2 then 'lost'
    else 'other'
  end as rfm_segment
from best as scored
cross join lateral (select name, email, phone from customers.customers where business_id = :business_id and id = scored.customer_id limit 1) as customers
order by total_revenue desc, customer_name, scored.customer_id
limit :limit
