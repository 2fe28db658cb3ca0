/*
id: affiliate_customer_lifetime_value
question: What are the customers of each affiliate worth?
theme: referrals
grain: one row per affiliate and currency
definition: >-
  Booked and closed jobs that name an affiliate, per customer and affiliate; then mean and median
  over customers. Duplicates do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
rows:
  only: [has_affiliate, has_customer]
  measures: {avg_jobs_per_customer: total_jobs per customer_count, avg_lifetime_value: total_revenue per customer_count}
chart: {type: bar, x: affiliate_name, y: [total_revenue], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: affiliate_name, type: text, meaning: "Affiliate as written"}
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
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and affiliate_name is not null
    and customer_id is not null
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:status is null or status = :status)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

per_customer as (
  select
    affiliate_name, currency, customer_id, count(*) as jobs, coalesce(sum(revenue), 0) as revenue,
    (max(job_date) - min(job_date)) / 365.25 as years
  from jobs
  group by 1, 2, 3
)

select
  affiliate_name,
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
order by currency, total_revenue desc, affiliate_name
