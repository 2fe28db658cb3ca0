/*
id: customers_to_win_back
question: Whom should we write to, as they moved with us and may move again?
theme: customers
grain: one row per customer and currency
definition: >-
  Customers whose last booked or closed job was at least so many months before the day that counts
  as today, and who have no quote open and no job ahead; the most revenue first.
dateBasis: service day (jobs.job_date)
chart: {type: table}
parameters:
  - as_of
  - branch
  - sales_person
  - lead_source
  - status of sold jobs
  - currency
  - {name: months, type: integer, default: 12, least: 1, most: 240, meaning: "So many months without a job"}
  - limit
columns:
  - {name: customer_id, type: uuid, meaning: "Id, which stays for ever"}
  - {name: customer_name, type: text, meaning: "Name of the customer"}
  - {name: email, type: text, meaning: "E-mail of the customer"}
  - {name: phone, type: text, meaning: "Phone of the customer"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: sold_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: last_job_date, type: date, meaning: "Last service day"}
  - {name: months_since, type: integer, unit: months, meaning: "Whole months since then"}
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and job_date is not null
    and customer_id is not null
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:status is null or status = :status)
    and (:currency is null or currency = :currency)
),

per_customer as (
  select customer_id, currency, count(*) as sold_jobs, coalesce(sum(revenue), 0) as total_revenue, max(job_date) as last_job_date
  from jobs
  group by 1, 2
),

-- Whoever has a quote open, or a job of any currency later than that, needs no letter.
busy as (
  select distinct customer_id
  from catalogue.job_facts
  where business_id = :business_id
    and customer_id is not null
    and (status = 'QUOTED' or (is_sold and job_date > :as_of - make_interval(months => :months)))
)

select
  per_customer.customer_id,
  customers.name as customer_name,
  customers.email,
  customers.phone,
  per_customer.currency,
  per_customer.sold_jobs,
  per_customer.total_revenue,
  per_customer.last_job_date,
  (extract(year from age(:as_of, per_customer.last_job_date)) * 12 + extract(month from age(:as_of, per_customer.last_job_date)))::integer as months_since
from per_customer
join customers.customers as customers on customers.business_id = :business_id and customers.id = per_customer.customer_id
left join busy on busy.customer_id = per_customer.customer_id
where busy.customer_id is null
  and per_customer.last_job_date <= :as_of - make_interval(months => :months)
order by per_customer.total_revenue desc, customers.name, per_customer.customer_id, per_customer.currency
limit :limit
