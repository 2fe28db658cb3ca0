/*
id: customer_segmentation_by_value
question: Which customers are worth most to us?
theme: customers
grain: one row per customer and currency
definition: >-
  Customers by the revenue of their booked and closed jobs; the segment is where they stand among
  all customers of the currency.
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
  - {name: limit, type: integer, default: 1000, least: 1, most: 1000000, meaning: "At most so many customers"}
columns:
  - {name: customer_id, type: uuid, meaning: "Id, which stays for ever"}
  - {name: customer_name, type: text, meaning: "Name of the customer"}
  - {name: email, type: text, meaning: "E-mail of the customer"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: first_job_date, type: date, meaning: "First service day"}
  - {name: last_job_date, type: date, meaning: "Last service day"}
  - {name: clv_segment, type: text, meaning: "VIP from the 90th percentile of revenue, High Value from the 75th, Medium Value from the 50th, Low Value from the 25th, else Very Low Value"}
caveats:
  - A customer with jobs in two currencies has a row for each; amounts of different currencies are never added.
  - Jobs that name nobody have no customer and are left out; the receipt says how many jobs hang on a customer.
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
    max(job_date) as last_job_date
  from jobs
  group by 1, 2
),

quartiles as (
  select currency, percentile_cont(array[0.25, 0.5, 0.75, 0.9]) within group (order by total_revenue) as values
  from summed
  group by 1
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
  summed.currency,
  total_jobs,
  total_revenue,
  first_job_date,
  last_job_date,
  case
    when total_revenue >= quartiles.values[4] then 'VIP'
    when total_revenue >= quartiles.values[3] then 'High Value'
    when total_revenue >= quartiles.values[2] then 'Medium Value'
    when total_revenue >= quartiles.values[1] then 'Low Value'
    else 'Very Low Value'
  end as clv_segment
from best as summed
cross join lateral (select name, email from customers.customers where business_id = :business_id and id = summed.customer_id limit 1) as customers
join quartiles on quartiles.currency = summed.currency
order by total_revenue desc, customer_name, summed.customer_id
limit :limit
