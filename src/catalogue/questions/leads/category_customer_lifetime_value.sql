/*
id: category_customer_lifetime_value
question: What are the customers of each category of lead source worth?
theme: leads
grain: one row per category and currency
definition: >-
  Booked and closed jobs per customer, under the category of the first such job of the customer;
  then mean and median over customers.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
rows:
  keys: {category: first_category}
  only: [has_customer]
  measures: {avg_jobs_per_customer: total_jobs per customer_count, avg_lifetime_value: total_revenue per customer_count}
chart: {type: bar, x: category, y: [avg_lifetime_value], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: category, type: text, meaning: "Category of the lead source, or (no category)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: customer_count, type: integer, unit: customers, meaning: "Different customers"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_jobs_per_customer, type: number, unit: jobs, meaning: "Sold jobs / customers who bought"}
  - {name: avg_lifetime_value, type: money, meaning: "Mean revenue per customer"}
  - {name: median_lifetime_value, type: money, meaning: "Median revenue per customer"}
  - {name: avg_customer_lifetime_years, type: number, unit: years, meaning: "Mean of first to last service day"}
  - {name: revenue_per_customer, type: money, meaning: "Revenue / customers who bought"}
caveats:
  - Jobs that name nobody have no customer and are left out; the receipt says how many jobs hang on a customer.
*/
with jobs as not materialized (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and customer_id is not null
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:status is null or status = :status)
    and (:currency is null or currency = :currency)
),

origins as (
  select distinct on (customer_id) customer_id, lead_source_category as category
  from jobs
  order by customer_id, job_date nulls last, id
),

per_customer as (
  select origins.category, jobs.currency, jobs.customer_id, count(*) as jobs, coalesce(sum(jobs.revenue), 0) as revenue, (max(jobs.job_date) - min(jobs.job_date)) / 365.25 as years
  from jobs
  join origins on origins.customer_id = jobs.customer_id
  group by 1, 2, 3
)

select
  category,
  currency,
  count(*) as customer_count,
  sum(jobs)::bigint as total_jobs,
  sum(revenue) as total_revenue,
  round(avg(jobs), 2) as avg_jobs_per_customer,
  round(avg(revenue), 2) as avg_lifetime_value,
  round(percentile_cont(0.5) within group (order by revenue)::numeric, 2) as median_lifetime_value,
  round(avg(years), 2) as avg_customer_lifetime_years,
  round(sum(revenue) / count(*), 2) as revenue_per_customer
from per_customer
group by 1, 2
order by currency, total_revenue desc, category
