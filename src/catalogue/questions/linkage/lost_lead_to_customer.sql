/*
id: lost_lead_to_customer
question: Which lost leads came back and bought?
theme: linkage
grain: one row per lost lead
definition: >-
  Lost leads with the lead and the opportunity of the same quote number, their customer, and what
  the customer bought.
dateBasis: day of the loss, when days are asked for
receipt: lost_leads
rows:
  keys: {lost_lead_id: id}
chart: {type: table}
parameters:
  - date_from
  - date_to
  - branch
  - sales_person
  - lead_source
  - currency
  - {name: limit, type: integer, default: 1000, least: 1, most: 1000000, meaning: "At most so many leads"}
columns:
  - {name: lost_lead_id, type: uuid, meaning: "Id of the lost lead here"}
  - {name: quote_number, type: text, meaning: "Quote number"}
  - {name: lost_lead_name, type: text, meaning: "Name in the report"}
  - {name: lost_date, type: date, meaning: "Day of the loss"}
  - {name: move_date, type: date, meaning: "Wished day of the move"}
  - {name: reason, type: text, meaning: "Why it was lost"}
  - {name: date_received, type: instant, meaning: "When the lead came"}
  - {name: time_to_first_contact, type: text, meaning: "As the report writes it"}
  - {name: lead_status_id, type: uuid, meaning: "The lead of the same quote"}
  - {name: lead_status_status, type: text, meaning: "Its status as written"}
  - {name: lead_status_sales_person, type: text, meaning: "Who has it"}
  - {name: lead_status_branch_name, type: text, meaning: "Its branch"}
  - {name: time_to_contact, type: text, meaning: "As its report writes it"}
  - {name: booked_opportunity_id, type: uuid, meaning: "The opportunity of the same quote"}
  - {name: booked_opportunity_status, type: text, meaning: "Its status as written"}
  - {name: booked_date, type: date, meaning: "Booking day"}
  - {name: booked_opportunity_sales_person, type: text, meaning: "Who sold"}
  - {name: booked_opportunity_branch_name, type: text, meaning: "Its branch"}
  - {name: booked_opportunity_referral_source, type: text, meaning: "Its source"}
  - {name: customer_id, type: uuid, meaning: "Id, which stays for ever"}
  - {name: customer_name, type: text, meaning: "Name of the customer"}
  - {name: email, type: text, meaning: "E-mail of the customer"}
  - {name: phone, type: text, meaning: "Phone of the customer"}
  - {name: total_customer_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs of the customer"}
  - {name: total_customer_revenue, type: money, meaning: "Revenue of these"}
  - {name: first_customer_job_date, type: date, meaning: "First service day"}
  - {name: last_customer_job_date, type: date, meaning: "Last service day"}
  - {name: conversion_status, type: text, meaning: "Converted to Customer, Booked, Not Yet Customer, Booked Once (cancelled or lost again) or Lost"}
  - {name: days_to_lost, type: integer, unit: days, meaning: "From lead day to loss"}
  - {name: days_from_lost_to_customer, type: integer, unit: days, meaning: "From loss to first service day; negative when they were a customer before"}
caveats:
  - The documents read the seller from a column that these tables lack; here it is the sales person a row was linked to.
  - "Every row stands once: the jobs of its customer are added up beside it, not joined to it."
  - Revenue is empty when the jobs of the customer are in several currencies.
*/
with chosen as materialized (
  select *
  from catalogue.lost_lead_facts
  where business_id = :business_id
    and (:date_from is null or lost_date >= :date_from)
    and (:date_to is null or lost_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
  order by lost_date desc nulls last, quote_number
  limit :limit
)

select
  chosen.id as lost_lead_id, chosen.quote_number, chosen.name as lost_lead_name, chosen.lost_date, chosen.move_date, chosen.reason,
  chosen.received_at as date_received, chosen.time_to_first_contact,
  leads.id as lead_status_id, leads.status as lead_status_status, leads.sales_person_name as lead_status_sales_person,
  leads.branch_name as lead_status_branch_name, leads.time_to_contact,
  opportunities.id as booked_opportunity_id, opportunities.status as booked_opportunity_status, opportunities.booked_date,
  opportunities.sales_person_name as booked_opportunity_sales_person, opportunities.branch_name as booked_opportunity_branch_name,
  opportunities.lead_source_name as booked_opportunity_referral_source,
  customers.id as customer_id, customers.name as customer_name, customers.email, customers.phone,
  coalesce(sales.jobs, 0) as total_customer_jobs,
  sales.revenue as total_customer_revenue,
  sales.first_day as first_customer_job_date,
  sales.last_day as last_customer_job_date,
  case
    when sales.jobs > 0 then 'Converted to Customer' when opportunities.stands then 'Booked, Not Yet Customer'
    when opportunities.id is not null then 'Booked Once' else 'Lost'
  end as conversion_status,
  chosen.lost_date - (chosen.received_at at time zone chosen.time_zone)::date as days_to_lost,
  sales.first_day - chosen.lost_date as days_from_lost_to_customer
from chosen
left join catalogue.lead_facts as leads on leads.business_id = :business_id and leads.quote_number = chosen.quote_number
left join catalogue.opportunity_facts as opportunities on opportunities.business_id = :business_id and opportunities.quote_number = chosen.quote_number
left join customers.customers as customers
  on customers.business_id = :business_id
  and customers.id = coalesce(chosen.customer_id, leads.customer_id, opportunities.customer_id)
left join lateral (
  select
    count(*) as jobs, count(*) filter (where status = 'BOOKED') as booked, count(*) filter (where status = 'CLOSED') as closed,
    case when count(distinct currency) < 2 then coalesce(sum(revenue), 0) end as revenue, min(job_date) as first_day, max(job_date) as last_day
  from catalogue.job_facts
  where business_id = :business_id
    and customer_id = customers.id
    and is_sold
) as sales on customers.id is not null
order by chosen.lost_date desc nulls last, chosen.quote_number
