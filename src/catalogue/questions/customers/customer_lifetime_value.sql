/*
id: customer_lifetime_value
question: What has each repeat customer brought us so far?
theme: customers
grain: one row per customer and currency
definition: >-
  Customers with more than one booked or closed job: their span, revenue, and revenue per year of
  the span.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: returning_jobs
rows:
  only: [repeats]
  measures: {customer_lifetime_value: sum revenue, total_jobs: count where is_sold, first_job_date: first job_date where is_sold, last_job_date: last job_date where is_sold, branches_used: distinct branch_id where is_sold, years_active: distinct year where is_sold}
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
  - {name: phone, type: text, meaning: "Phone of the customer"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: first_job_date, type: date, meaning: "First service day"}
  - {name: last_job_date, type: date, meaning: "Last service day"}
  - {name: customer_lifetime_days, type: integer, unit: days, meaning: "From the first to the last service day"}
  - {name: customer_lifetime_years, type: number, unit: years, meaning: "The same in years of 365.25 days"}
  - {name: customer_lifetime_value, type: money, meaning: "Revenue of these jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: branches_used, type: integer, unit: branches, meaning: "Different branches"}
  - {name: years_active, type: integer, unit: years, meaning: "Different calendar years with a job"}
  - {name: booked_revenue, type: money, meaning: "Of jobs that stand booked"}
  - {name: closed_revenue, type: money, meaning: "Of closed jobs"}
  - {name: booked_jobs, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_jobs, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: lost_jobs, type: integer, unit: jobs, meaning: "Standing lost"}
  - {name: quoted_jobs, type: integer, unit: jobs, meaning: "Standing quoted"}
  - {name: annual_revenue_rate, type: money, meaning: "Lifetime value / lifetime years; empty when all jobs were on one day"}
caveats:
  - A customer with jobs in two currencies has a row for each; amounts of different currencies are never added.
  - Jobs that name nobody have no customer and are left out; the receipt says how many jobs hang on a customer.
  - In the documents lost_jobs and quoted_jobs are always 0, as such jobs were left out before; here they are counted.
*/
with jobs as not materialized (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and customer_id is not null
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:status is null or status = :status)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

-- Who came once is left out before years and branches are told apart.
repeated as (
  select customer_id, currency
  from jobs
  where is_sold
  group by 1, 2
  having count(*) > 1
),

summed as (
  select
    customer_id, currency,
    count(*) filter (where is_sold) as total_jobs,
    coalesce(sum(revenue), 0) as total_revenue,
    round(avg(revenue), 2) as avg_job_value,
    min(job_date) filter (where is_sold) as first_job_date,
    max(job_date) filter (where is_sold) as last_job_date,
    count(distinct branch_id) filter (where is_sold) as branches_used,
    count(distinct extract(year from job_date)) filter (where is_sold) as years_active,
    coalesce(sum(revenue) filter (where status = 'BOOKED'), 0) as booked_revenue,
    coalesce(sum(revenue) filter (where status = 'CLOSED'), 0) as closed_revenue,
    count(*) filter (where status = 'BOOKED') as booked_jobs,
    count(*) filter (where status = 'CLOSED') as closed_jobs,
    count(*) filter (where status = 'LOST') as lost_jobs,
    count(*) filter (where status = 'QUOTED') as quoted_jobs
  from jobs
  join repeated using (customer_id, currency)
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
  total_jobs, first_job_date, last_job_date,
  last_job_date - first_job_date as customer_lifetime_days,
  round((last_job_date - first_job_date) / 365.25, 2) as customer_lifetime_years,
  total_revenue as customer_lifetime_value,
  avg_job_value,
  branches_used,
  years_active,
  booked_revenue, closed_revenue, booked_jobs, closed_jobs, lost_jobs, quoted_jobs,
  round(total_revenue / nullif((last_job_date - first_job_date) / 365.25, 0), 2) as annual_revenue_rate
from best as summed
cross join lateral (select name, email, phone from customers.customers where business_id = :business_id and id = summed.customer_id limit 1) as customers
order by total_revenue desc, customer_name, summed.customer_id
limit :limit
