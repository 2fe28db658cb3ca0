/*
id: customer_bad_lead_analysis
question: What became of people whose lead was marked bad?
theme: customers
grain: one row per bad lead that has a customer
definition: >-
  Bad leads with a customer, and what that customer bought: booked and closed jobs, opportunities,
  and the lead the bad lead was found to be.
dateBasis: lead day, when days are asked for
receipt: bad_leads
rows:
  keys: {bad_lead_id: id, lead_bad_reason: reason}
  only: [has_customer]
chart: {type: table}
parameters:
  - date_from
  - date_to
  - lead_source
  - {name: limit, type: integer, default: 1000, least: 1, most: 1000000, meaning: "At most so many leads"}
columns:
  - {name: bad_lead_id, type: uuid, meaning: "Id of the bad lead here"}
  - {name: provider, type: text, meaning: "Who sent the lead, or (no provider)"}
  - {name: customer_name, type: text, meaning: "Name of the customer"}
  - {name: customer_email, type: text, meaning: "E-mail of the customer"}
  - {name: customer_phone, type: text, meaning: "Phone of the customer"}
  - {name: move_date, type: date, meaning: "Wished day of the move"}
  - {name: date_lead_received, type: date, meaning: "Lead day"}
  - {name: lead_bad_reason, type: text, meaning: "Why it was bad, or (no reason)"}
  - {name: customer_id, type: uuid, meaning: "Id, which stays for ever"}
  - {name: total_customer_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs of the customer"}
  - {name: booked_jobs, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_jobs, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: total_customer_revenue, type: money, meaning: "Revenue of these"}
  - {name: first_customer_job_date, type: date, meaning: "First service day"}
  - {name: last_customer_job_date, type: date, meaning: "Last service day"}
  - {name: booked_opportunity_count, type: integer, unit: quotes, meaning: "Opportunities of the customer"}
  - {name: total_opportunity_value, type: money, meaning: "Amounts of the standing ones"}
  - {name: first_booking_date, type: date, meaning: "First booking day"}
  - {name: linked_quote_number, type: text, meaning: "Quote number of the lead it was found to be"}
  - {name: linked_lead_status, type: text, meaning: "Status of that lead"}
  - {name: linked_sales_person, type: text, meaning: "Who had that lead"}
  - {name: linked_branch_name, type: text, meaning: "Branch of that lead"}
  - {name: conversion_status, type: text, meaning: "converted (has a booked or closed job), booked_not_customer (only an opportunity) or not_converted"}
  - {name: days_to_conversion, type: integer, unit: days, meaning: "From lead day to first service day; negative when they were a customer before"}
caveats:
  - The documents read the seller from a column that these tables lack; here it is the sales person a row was linked to.
  - "Every row stands once: the jobs of its customer are added up beside it, not joined to it."
  - Revenue is empty when the jobs of the customer are in several currencies.
*/
with chosen as materialized (
  select *
  from catalogue.bad_lead_facts
  where business_id = :business_id
    and customer_id is not null
    and (:date_from is null or date_lead_received >= :date_from)
    and (:date_to is null or date_lead_received < :date_to)
    and (:lead_source is null or lead_source_id = :lead_source)
  order by date_lead_received desc nulls last, id
  limit :limit
)

select
  chosen.id as bad_lead_id, chosen.provider, customers.name as customer_name, customers.email as customer_email, customers.phone as customer_phone,
  chosen.move_date, chosen.date_lead_received, chosen.reason as lead_bad_reason, chosen.customer_id,
  coalesce(sales.jobs, 0) as total_customer_jobs, coalesce(sales.booked, 0) as booked_jobs, coalesce(sales.closed, 0) as closed_jobs,
  sales.revenue as total_customer_revenue, sales.first_day as first_customer_job_date, sales.last_day as last_customer_job_date,
  coalesce(bookings.opportunities, 0) as booked_opportunity_count, bookings.amount as total_opportunity_value, bookings.first_day as first_booking_date,
  leads.quote_number as linked_quote_number, leads.status as linked_lead_status, leads.sales_person_name as linked_sales_person, leads.branch_name as linked_branch_name,
  case when sales.jobs > 0 then 'converted' when bookings.opportunities > 0 then 'booked_not_customer' else 'not_converted' end as conversion_status,
  sales.first_day - chosen.date_lead_received as days_to_conversion
from chosen
join customers.customers as customers on customers.business_id = :business_id and customers.id = chosen.customer_id
left join catalogue.lead_facts as leads on leads.business_id = :business_id and leads.id = chosen.lead_status_id
left join lateral (
  select
    count(*) as jobs, count(*) filter (where status = 'BOOKED') as booked, count(*) filter (where status = 'CLOSED') as closed,
    case when count(distinct currency) < 2 then coalesce(sum(revenue), 0) end as revenue, min(job_date) as first_day, max(job_date) as last_day
  from catalogue.job_facts
  where business_id = :business_id
    and customer_id = chosen.customer_id
    and is_sold
) as sales on chosen.customer_id is not null
left join lateral (
  select count(*) as opportunities, case when count(distinct currency) < 2 then sum(amount) filter (where stands) end as amount, min(booked_date) as first_day
  from catalogue.opportunity_facts
  where business_id = :business_id
    and customer_id = chosen.customer_id
) as bookings on true
order by chosen.date_lead_received desc nulls last, chosen.id
