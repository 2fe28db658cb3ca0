/*
id: lead_status_to_customer
question: Which leads became opportunities, customers and jobs?
theme: linkage
grain: one row per lead of the pool
definition: >-
  Leads of the pool with the opportunity of the same quote number, their customer, and what the
  customer bought.
dateBasis: lead day (in the time zone asked for), when days are asked for
receipt: leads
rows:
  keys: {lead_status_id: id}
chart: {type: table}
parameters:
  - date_from
  - date_to
  - time_zone
  - branch
  - sales_person
  - lead_source
  - status of leads
  - currency
  - {name: limit, type: integer, default: 1000, least: 1, most: 1000000, meaning: "At most so many leads"}
columns:
  - {name: lead_status_id, type: uuid, meaning: "Id of the lead here"}
  - {name: quote_number, type: text, meaning: "Quote number"}
  - {name: lead_status, type: text, meaning: "Status as written"}
  - {name: lead_status_sales_person, type: text, meaning: "Who has the lead"}
  - {name: lead_status_branch_name, type: text, meaning: "Branch of the lead"}
  - {name: lead_status_referral_source, type: text, meaning: "Source of the lead"}
  - {name: time_to_contact, type: text, meaning: "As the report writes it"}
  - {name: booked_opportunity_id, type: uuid, meaning: "The opportunity of the same quote; empty without one"}
  - {name: booked_opportunity_status, type: text, meaning: "Status as written"}
  - {name: booked_date, type: date, meaning: "Booking day"}
  - {name: booked_opportunity_sales_person, type: text, meaning: "Who sold"}
  - {name: booked_opportunity_branch_name, type: text, meaning: "Branch of the opportunity"}
  - {name: booked_opportunity_referral_source, type: text, meaning: "Source of the opportunity"}
  - {name: customer_id, type: uuid, meaning: "Id, which stays for ever"}
  - {name: customer_name, type: text, meaning: "Name of the customer"}
  - {name: email, type: text, meaning: "E-mail of the customer"}
  - {name: phone, type: text, meaning: "Phone of the customer"}
  - {name: total_customer_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs of the customer"}
  - {name: total_customer_revenue, type: money, meaning: "Revenue of these"}
  - {name: first_customer_job_date, type: date, meaning: "First service day"}
  - {name: last_customer_job_date, type: date, meaning: "Last service day"}
  - {name: conversion_status, type: text, meaning: "Converted to Customer (has a booked or closed job), Booked, Not Yet Customer, or Not Converted"}
  - {name: days_from_booking_to_customer, type: integer, unit: days, meaning: "From booking day to first service day"}
caveats:
  - The documents read the seller from a column that these tables lack; here it is the sales person a row was linked to.
  - "Every row stands once: the jobs of its customer are added up beside it, not joined to it."
  - Revenue is empty when the jobs of the customer are in several currencies.
*/
with chosen as materialized (
  select *
  from catalogue.lead_facts
  where business_id = :business_id
    and (:date_from is null or (received_at at time zone :time_zone)::date >= :date_from)
    and (:date_to is null or (received_at at time zone :time_zone)::date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:status is null or status_group = :status)
    and (:currency is null or currency = :currency)
  order by received_at desc nulls last, quote_number
  limit :limit
)

select
  chosen.id as lead_status_id, chosen.quote_number, chosen.status as lead_status, chosen.sales_person_name as lead_status_sales_person,
  chosen.branch_name as lead_status_branch_name, chosen.lead_source_name as lead_status_referral_source, chosen.time_to_contact,
  opportunities.id as booked_opportunity_id, opportunities.status as booked_opportunity_status, opportunities.booked_date,
  opportunities.sales_person_name as booked_opportunity_sales_person, opportunities.branch_name as booked_opportunity_branch_name,
  opportunities.lead_source_name as booked_opportunity_referral_source,
  customers.id as customer_id, customers.name as customer_name, customers.email, customers.phone,
  coalesce(sales.jobs, 0) as total_customer_jobs,
  sales.revenue as total_customer_revenue,
  sales.first_day as first_customer_job_date,
  sales.last_day as last_customer_job_date,
  case
    when sales.jobs > 0 then 'Converted to Customer' when opportunities.id is not null then 'Booked, Not Yet Customer' else 'Not Converted'
  end as conversion_status,
  sales.first_day - opportunities.booked_date as days_from_booking_to_customer
from chosen
left join catalogue.opportunity_facts as opportunities on opportunities.business_id = :business_id and opportunities.quote_number = chosen.quote_number
left join customers.customers as customers
  on customers.business_id = :business_id
  and customers.id = coalesce(chosen.customer_id, opportunities.customer_id)
left join lateral (
  select
    count(*) as jobs, count(*) filter (where status = 'BOOKED') as booked, count(*) filter (where status = 'CLOSED') as closed,
    case when count(distinct currency) < 2 then coalesce(sum(revenue), 0) end as revenue, min(job_date) as first_day, max(job_date) as last_day
  from catalogue.job_facts
  where business_id = :business_id
    and customer_id = customers.id
    and is_sold
) as sales on customers.id is not null
order by chosen.received_at desc nulls last, chosen.quote_number
