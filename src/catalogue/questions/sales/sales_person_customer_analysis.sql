/*
id: sales_person_customer_analysis
question: Which sales person looks after which customer?
theme: sales
grain: one row per sales person, customer and currency
definition: >-
  Jobs (booked and closed), opportunities and leads of each sales person and customer, each table
  added up by itself.
dateBasis: none (all rows as they stand); lead days in the time zone asked for
receipt: sales_tables_whole
rows:
  measures:
    customer_job_count: count where is_sold
    customer_revenue: sum revenue
    opportunity_count: count where is_opportunity
    opportunity_revenue: sum amount
    lead_count: count where is_lead
    first_customer_job_date: first day where is_sold
    last_customer_job_date: last day where is_sold
    first_opportunity_date: first day where is_opportunity
    first_lead_date: first day where is_lead
chart: {type: table}
parameters:
  - time_zone
  - sales_person
  - customer
  - currency
  - {name: limit, type: integer, default: 1000, least: 1, most: 1000000, meaning: "At most so many customers"}
columns:
  - {name: sales_person_name, type: text, meaning: "Who sold, or (no sales person)"}
  - {name: customer_id, type: uuid, meaning: "Id, which stays for ever"}
  - {name: customer_name, type: text, meaning: "Name of the customer"}
  - {name: customer_email, type: text, meaning: "E-mail of the customer"}
  - {name: customer_phone, type: text, meaning: "Phone of the customer"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: customer_job_count, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: customer_revenue, type: money, meaning: "Revenue of these"}
  - {name: first_customer_job_date, type: date, meaning: "First service day"}
  - {name: last_customer_job_date, type: date, meaning: "Last service day"}
  - {name: opportunity_count, type: integer, unit: quotes, meaning: "Opportunities"}
  - {name: opportunity_revenue, type: money, meaning: "Amounts of standing ones"}
  - {name: first_opportunity_date, type: date, meaning: "First booking day"}
  - {name: lead_count, type: integer, unit: leads, meaning: "Leads of the pool"}
  - {name: first_lead_date, type: date, meaning: "First lead day"}
  - {name: customer_relationship_type, type: text, meaning: "Repeat Customer, Customer, Booked, Not Yet Customer or Lead"}
  - {name: total_customer_value, type: money, meaning: "Job revenue; of opportunities when there is no job"}
  - {name: days_from_lead_to_customer, type: integer, unit: days, meaning: "From first lead to first service day"}
caveats:
  - The documents read the seller from a column that these tables lack; here it is the sales person a row was linked to.
  - Opportunities and jobs of one move are the same money, so total_customer_value takes the jobs where there are any.
  - A customer with jobs in two currencies has a row for each; amounts of different currencies are never added.
*/
with stacked (sales_person_id, customer_id, currency, jobs, revenue, day, opportunities, amount, booked_day, leads, lead_day) as (
  select sales_person_id, customer_id, currency, 1, revenue, job_date, 0, 0::numeric, null::date, 0, null::date
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
  union all
  select sales_person_id, customer_id, currency, 0, 0, null, 1, case when stands then amount end, booked_date, 0, null
  from catalogue.opportunity_facts
  where business_id = :business_id
  union all
  select sales_person_id, customer_id, currency, 0, 0, null, 0, 0, null, 1, (received_at at time zone :time_zone)::date
  from catalogue.lead_facts
  where business_id = :business_id
),

summed as (
  select
    sales_person_id, customer_id, currency, sum(jobs)::bigint as jobs, coalesce(sum(revenue), 0) as revenue, min(day) as first_day, max(day) as last_day,
    sum(opportunities)::bigint as opportunities, coalesce(sum(amount), 0) as amount, min(booked_day) as first_booking, sum(leads)::bigint as leads, min(lead_day) as first_lead
  from stacked
  where sales_person_id is not null
    and customer_id is not null
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:customer is null or customer_id = :customer)
    and (:currency is null or currency = :currency)
  group by 1, 2, 3
),

valued as materialized (
  select *, case when jobs > 0 then revenue else amount end as total_customer_value
  from summed
),

-- Only who is listed is looked up by name: whoever is worth less than the last of them is not. Ties stay.
best as materialized (
  select *
  from valued
  where total_customer_value >= coalesce((select total_customer_value from valued where :limit is not null order by total_customer_value desc offset :limit - 1 limit 1), '-infinity')
)

select
  people.name as sales_person_name, summed.customer_id, customers.name as customer_name, customers.email as customer_email, customers.phone as customer_phone,
  summed.currency, jobs as customer_job_count, revenue as customer_revenue, first_day as first_customer_job_date, last_day as last_customer_job_date,
  opportunities as opportunity_count, amount as opportunity_revenue, first_booking as first_opportunity_date, leads as lead_count, first_lead as first_lead_date,
  case when jobs > 1 then 'Repeat Customer' when jobs = 1 then 'Customer' when opportunities > 0 then 'Booked, Not Yet Customer' else 'Lead' end as customer_relationship_type,
  total_customer_value,
  first_day - first_lead as days_from_lead_to_customer
from best as summed
join journey.sales_persons as people on people.business_id = :business_id and people.id = summed.sales_person_id
cross join lateral (select name, email, phone from customers.customers where business_id = :business_id and id = summed.customer_id limit 1) as customers
order by total_customer_value desc, people.name, customers.name, summed.customer_id, summed.currency
limit :limit
