/*
id: customer_relationship_summary
question: What is our whole relationship with each customer?
theme: customers
grain: one row per customer and currency
definition: >-
  Customers with any job, bad lead or opportunity: booked and closed jobs, bad leads with their
  reasons, opportunities. Each table is added up by itself.
dateBasis: none (all rows as they stand)
receipt: relationship_tables
rows:
  keys: {currency: null}
  measures: {total_jobs: null, booked_jobs: null, closed_jobs: null, bad_lead_count: count where is_bad_lead}
chart: {type: table}
parameters:
  - customer
  - currency
  - {name: limit, type: integer, default: 1000, least: 1, most: 1000000, meaning: "At most so many customers"}
columns:
  - {name: customer_id, type: uuid, meaning: "Id, which stays for ever"}
  - {name: customer_name, type: text, meaning: "Name of the customer"}
  - {name: email, type: text, meaning: "E-mail of the customer"}
  - {name: phone, type: text, meaning: "Phone of the customer"}
  - {name: currency, type: text, meaning: "Currency of the money; empty for bad leads alone"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: booked_jobs, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_jobs, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: total_job_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: first_job_date, type: date, meaning: "First service day"}
  - {name: last_job_date, type: date, meaning: "Last service day"}
  - {name: bad_lead_count, type: integer, unit: leads, meaning: "Bad leads of the customer"}
  - {name: bad_lead_reasons, type: text, meaning: "Their reasons"}
  - {name: booked_opportunity_count, type: integer, unit: quotes, meaning: "Opportunities"}
  - {name: total_opportunity_value, type: money, meaning: "Amounts of the standing ones"}
  - {name: first_booking_date, type: date, meaning: "First booking day"}
  - {name: last_booking_date, type: date, meaning: "Last booking day"}
  - {name: customer_type, type: text, meaning: "repeat customer, customer, booked, quoted or bad lead"}
caveats:
  - "Opportunities and jobs of one move are the same money: do not add them."
  - A customer with jobs in two currencies has a row for each; amounts of different currencies are never added.
  - "Bad leads name no currency: they stand in every row of their customer and must not be added up over rows."
*/
with jobs as (
  select
    customer_id, currency, count(*) as jobs, count(*) filter (where status = 'BOOKED') as booked, count(*) filter (where status = 'CLOSED') as closed,
    coalesce(sum(revenue), 0) as revenue, min(job_date) as first_job, max(job_date) as last_job
  from catalogue.job_facts
  where business_id = :business_id
    and customer_id is not null
  group by 1, 2
),

opportunities as (
  select customer_id, currency, count(*) as opportunities, coalesce(sum(amount) filter (where stands), 0) as amount, min(booked_date) as first_booking, max(booked_date) as last_booking
  from catalogue.opportunity_facts
  where business_id = :business_id
    and customer_id is not null
  group by 1, 2
),

money as (
  select
    customer_id, currency, jobs.jobs, booked, closed, revenue, first_job, last_job, opportunities.opportunities, amount, first_booking, last_booking
  from jobs
  full join opportunities using (customer_id, currency)
),

bad as (
  select customer_id, count(*) as bad_leads
  from catalogue.bad_lead_facts
  where business_id = :business_id and customer_id is not null
  group by 1
),

everybody as materialized (
  select
    coalesce(money.customer_id, bad.customer_id) as customer_id, money.currency, money.jobs, money.booked, money.closed, coalesce(money.revenue, 0) as revenue, money.first_job,
    money.last_job, bad.bad_leads, money.opportunities, money.amount, money.first_booking, money.last_booking
  from money
  full join bad on bad.customer_id = money.customer_id
  where (:customer is null or coalesce(money.customer_id, bad.customer_id) = :customer)
    and (:currency is null or money.currency = :currency)
),

-- Only who is listed is looked up by name: whoever has less than the last of them is not. Ties stay.
best as materialized (
  select * from everybody
  where revenue >= coalesce((select revenue from everybody where :limit is not null order by revenue desc offset :limit - 1 limit 1), '-infinity')
),

chosen as materialized (
  select best.*, customers.name, customers.email, customers.phone
  from best
  cross join lateral (select name, email, phone from customers.customers where business_id = :business_id and id = best.customer_id limit 1) as customers
  order by best.revenue desc, customers.name, best.customer_id, best.currency
  limit :limit
),

-- Only of those that are listed: the reasons of all customers took half of the time.
reasons as (
  select customer_id, string_agg(distinct reason, ', ' order by reason) as reasons
  from catalogue.bad_lead_facts
  where business_id = :business_id and customer_id in (select customer_id from chosen)
  group by 1
)

select
  chosen.customer_id, chosen.name as customer_name, chosen.email, chosen.phone, chosen.currency,
  coalesce(chosen.jobs, 0) as total_jobs, coalesce(chosen.booked, 0) as booked_jobs, coalesce(chosen.closed, 0) as closed_jobs,
  chosen.revenue as total_job_revenue, chosen.first_job as first_job_date, chosen.last_job as last_job_date,
  coalesce(chosen.bad_leads, 0) as bad_lead_count, reasons.reasons as bad_lead_reasons,
  coalesce(chosen.opportunities, 0) as booked_opportunity_count, coalesce(chosen.amount, 0) as total_opportunity_value,
  chosen.first_booking as first_booking_date, chosen.last_booking as last_booking_date,
  case
    when chosen.booked + chosen.closed > 1 then 'repeat customer' when chosen.booked + chosen.closed = 1 then 'customer'
    when chosen.opportunities > 0 then 'booked' when chosen.jobs > 0 then 'quoted' else 'bad lead'
  end as customer_type
from chosen
left join reasons on reasons.customer_id = chosen.customer_id
order by total_job_revenue desc, chosen.name, chosen.customer_id, chosen.currency
