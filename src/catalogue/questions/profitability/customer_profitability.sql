/*
id: customer_profitability
question: Which customers bring most, and how do charges compare with quotes?
theme: profitability
grain: one row per customer and currency
definition: >-
  Booked and closed jobs per customer; variance compares charged with quoted over jobs that have
  both.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
rows: {only: [has_customer]}
chart: {type: table}
parameters:
  - date_from
  - date_to
  - branch
  - sales_person
  - lead_source
  - status of sold jobs
  - currency
  - {name: limit, type: integer, default: 500, least: 1, most: 1000000, meaning: "At most so many customers"}
columns:
  - {name: customer_id, type: uuid, meaning: "Id, which stays for ever"}
  - {name: customer_name, type: text, meaning: "Name of the customer"}
  - {name: email, type: text, meaning: "E-mail of the customer"}
  - {name: phone, type: text, meaning: "Phone of the customer"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: total_estimated, type: money, meaning: "Quoted prices of sold jobs"}
  - {name: total_actual, type: money, meaning: "Charged totals of sold jobs"}
  - {name: variance_amount, type: money, meaning: "Charged less quoted, of sold jobs with both"}
  - {name: variance_percent, type: number, unit: "%", meaning: "variance_amount / quoted, of the same jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: revenue_per_job, type: money, meaning: "Revenue / sold jobs"}
  - {name: first_job_date, type: date, meaning: "First service day"}
  - {name: last_job_date, type: date, meaning: "Last service day"}
  - {name: customer_lifetime_days, type: integer, unit: days, meaning: "From the first to the last service day"}
  - {name: branches_used, type: integer, unit: branches, meaning: "Different branches"}
  - {name: job_types_used, type: integer, unit: types, meaning: "Different kinds of move"}
  - {name: profitability_segment, type: text, meaning: "By revenue: high (5,000 or more), medium (2,000), low (500) or minimal"}
caveats:
  - A customer with jobs in two currencies has a row for each; amounts of different currencies are never added.
  - Jobs that name nobody have no customer and are left out; the receipt says how many jobs hang on a customer.
  - No costs are known, so this is revenue, not profit.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and customer_id is not null
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
    customer_id, currency,
    count(*) as total_jobs,
    coalesce(sum(revenue), 0) as total_revenue,
    round(avg(revenue), 2) as avg_job_value,
    min(job_date) as first_job_date,
    max(job_date) as last_job_date,
    coalesce(sum(estimated), 0) as total_estimated,
    coalesce(sum(actual), 0) as total_actual,
    coalesce(sum(actual - estimated), 0) as variance_amount,
    sum(estimated) filter (where actual is not null) as compared_estimate,
    count(distinct branch_id) as branches_used,
    count(distinct job_type) as job_types_used
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
  total_jobs,
  total_revenue,
  total_estimated,
  total_actual,
  variance_amount,
  round(100 * variance_amount / nullif(compared_estimate, 0), 2) as variance_percent,
  avg_job_value,
  round(total_revenue / total_jobs, 2) as revenue_per_job,
  first_job_date,
  last_job_date,
  last_job_date - first_job_date as customer_lifetime_days,
  branches_used,
  job_types_used,
  case when total_revenue >= 5000 then 'high' when total_revenue >= 2000 then 'medium' when total_revenue >= 500 then 'low' else 'minimal' end as profitability_segment
from best as summed
cross join lateral (select name, email, phone from customers.customers where business_id = :business_id and id = summed.customer_id limit 1) as customers
order by total_revenue desc, customer_name, summed.customer_id
limit :limit
