/*
id: customer_journey_analysis
question: How did each customer come to us, and where do they stand?
theme: customer_behavior
grain: one row per customer and currency
definition: >-
  Customers with a lead of the pool or a job: the first lead, jobs by present status, the path and
  the stage. Leads and jobs are added up apart.
dateBasis: first lead day of the customer, when days are asked for
receipt: customers
rows:
  only: [is_known]
  measures: {first_lead_date: first day}
chart: {type: table}
parameters:
  - date_from
  - date_to
  - customer
  - {name: limit, type: integer, default: 1000, least: 1, most: 1000000, meaning: "At most so many customers"}
columns:
  - {name: customer_id, type: uuid, meaning: "Id, which stays for ever"}
  - {name: customer_name, type: text, meaning: "Name of the customer"}
  - {name: email, type: text, meaning: "E-mail of the customer"}
  - {name: phone, type: text, meaning: "Phone of the customer"}
  - {name: currency, type: text, meaning: "Currency of the jobs; empty without jobs"}
  - {name: first_lead_date, type: date, meaning: "First lead day"}
  - {name: first_job_date, type: date, meaning: "First service day"}
  - {name: last_job_date, type: date, meaning: "Last service day"}
  - {name: total_leads, type: integer, unit: leads, meaning: "Leads of the pool"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: quoted_jobs, type: integer, unit: jobs, meaning: "Standing quoted"}
  - {name: booked_jobs, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_jobs, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: lost_jobs, type: integer, unit: jobs, meaning: "Standing lost"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: lead_to_first_job_days, type: integer, unit: days, meaning: "From first lead day to first service day"}
  - {name: lead_to_first_job_months, type: number, unit: months, meaning: "The same in months of 30.44 days"}
  - {name: acquisition_path, type: text, meaning: "lead_to_customer, lead_only or direct_customer"}
  - {name: customer_type, type: text, meaning: "By booked and closed jobs: no_jobs, one_time, repeat (2 to 5) or loyal"}
  - {name: current_stage, type: text, meaning: "converted (any closed), active (any booked), considering (any quoted), lead_only or unknown"}
  - {name: conversion_rate_percent, type: percent, meaning: "closed / all jobs"}
  - {name: booking_rate_percent, type: percent, meaning: "(booked + closed) / all jobs"}
caveats:
  - The documents cast a span of time to a number, which fails; here a month is 30.44 days.
  - The documents read tables that do not exist; here leads are those of the pool.
  - "Leads name their customer in every row of that customer: do not add them up over currencies."
*/
with leads as (
  select customer_id, count(*) as leads
  from catalogue.lead_facts
  where business_id = :business_id
    and customer_id is not null
  group by 1
),

jobs as (
  select
    customer_id, currency, count(*) as jobs, count(*) filter (where status = 'QUOTED') as quoted, count(*) filter (where status = 'BOOKED') as booked,
    count(*) filter (where status = 'CLOSED') as closed, count(*) filter (where status = 'LOST') as lost, count(*) filter (where is_sold) as sold,
    coalesce(sum(revenue), 0) as revenue, min(job_date) as first_job, max(job_date) as last_job
  from catalogue.job_facts
  where business_id = :business_id
    and customer_id is not null
  group by 1, 2
)

select
  customers.id as customer_id, customers.name as customer_name, customers.email, customers.phone, jobs.currency, customers.first_lead_date,
  jobs.first_job as first_job_date, jobs.last_job as last_job_date, coalesce(leads.leads, 0) as total_leads, coalesce(jobs.jobs, 0) as total_jobs,
  coalesce(jobs.quoted, 0) as quoted_jobs, coalesce(jobs.booked, 0) as booked_jobs, coalesce(jobs.closed, 0) as closed_jobs,
  coalesce(jobs.lost, 0) as lost_jobs, coalesce(jobs.revenue, 0) as total_revenue,
  jobs.first_job - customers.first_lead_date as lead_to_first_job_days,
  round((jobs.first_job - customers.first_lead_date) / 30.44, 2) as lead_to_first_job_months,
  case when leads.leads > 0 and jobs.jobs > 0 then 'lead_to_customer' when leads.leads > 0 then 'lead_only' else 'direct_customer' end as acquisition_path,
  case when coalesce(jobs.sold, 0) = 0 then 'no_jobs' when jobs.sold = 1 then 'one_time' when jobs.sold <= 5 then 'repeat' else 'loyal' end as customer_type,
  case when jobs.closed > 0 then 'converted' when jobs.booked > 0 then 'active' when jobs.quoted > 0 then 'considering' when leads.leads > 0 then 'lead_only' else 'unknown' end as current_stage,
  round(100.0 * jobs.closed / nullif(jobs.jobs, 0), 2) as conversion_rate_percent,
  round(100.0 * jobs.sold / nullif(jobs.jobs, 0), 2) as booking_rate_percent
from leads
full join jobs on jobs.customer_id = leads.customer_id
join customers.customers as customers on customers.business_id = :business_id and customers.id = coalesce(leads.customer_id, jobs.customer_id)
where (:customer is null or customers.id = :customer)
  and (:date_from is null or customers.first_lead_date >= :date_from)
  and (:date_to is null or customers.first_lead_date < :date_to)
order by total_revenue desc, customers.name, customers.id, jobs.currency
limit :limit
