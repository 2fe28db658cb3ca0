/*
id: customer_lead_journey
question: At which stage is each quote of the journey?
theme: customers
grain: one row per quote number, and per bad lead without one
definition: >-
  Every quote number of leads, opportunities and lost leads once, and bad leads that are not in
  the pool, with its customer and the first stage that fits: converted (the customer has a booked
  or closed job), Lost, Bad, booked (an opportunity), else Active Lead.
dateBasis: none (all rows as they stand)
receipt: quote_tables
rows:
  keys: {branch_name: null, customer_id: null}
chart: {type: table}
parameters:
  - customer
  - {name: limit, type: integer, default: 1000, least: 1, most: 1000000, meaning: "At most so many rows"}
columns:
  - {name: quote_number, type: text, meaning: "Quote number; empty for bad leads"}
  - {name: lead_status, type: text, meaning: "Status as written; of bad leads the reason"}
  - {name: sales_person, type: text, meaning: "Who has it"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: referral_source, type: text, meaning: "Lead source the text was folded into, or (no source)"}
  - {name: time_to_contact, type: text, meaning: "As the report writes it"}
  - {name: source_module, type: text, meaning: "lead_status, booked_opportunities, lost_leads or bad_leads: the first that has it"}
  - {name: customer_id, type: uuid, meaning: "Id, which stays for ever"}
  - {name: customer_name, type: text, meaning: "Name of the customer"}
  - {name: email, type: text, meaning: "E-mail of the customer"}
  - {name: phone, type: text, meaning: "Phone of the customer"}
  - {name: conversion_date, type: date, meaning: "First booking of the customer"}
  - {name: booking_status, type: text, meaning: "Status of the opportunity as written"}
  - {name: converted_job_count, type: integer, unit: jobs, meaning: "Booked and closed jobs of the customer"}
  - {name: first_customer_job_date, type: date, meaning: "First service day"}
  - {name: last_customer_job_date, type: date, meaning: "Last service day"}
  - {name: journey_stage, type: text, meaning: "Converted to Customer, Lost, Bad, Booked or Active Lead"}
caveats:
  - The documents read the seller from a column that these tables lack; here it is the sales person a row was linked to.
  - "Every row stands once: the jobs of its customer are added up beside it, not joined to it."
*/
with quotes as (
  select
    coalesce(leads.quote_number, opportunities.quote_number, lost.quote_number) as quote_number,
    leads.status as lead_status, coalesce(leads.sales_person_name, opportunities.sales_person_name) as sales_person,
    coalesce(leads.branch_name, opportunities.branch_name, lost.branch_name) as branch_name,
    coalesce(leads.lead_source_name, opportunities.lead_source_name, lost.lead_source_name) as referral_source,
    leads.time_to_contact, coalesce(leads.customer_id, opportunities.customer_id, lost.customer_id) as customer_id,
    opportunities.booked_date, opportunities.status as booking_status, lost.id is not null or coalesce(leads.is_lost, false) as is_lost,
    coalesce(leads.is_bad, false) as is_bad,
    case when leads.id is not null then 'lead_status' when opportunities.id is not null then 'booked_opportunities' else 'lost_leads' end as source_module
  from (select * from catalogue.lead_facts where business_id = :business_id) as leads
  full join (select * from catalogue.opportunity_facts where business_id = :business_id) as opportunities
    on opportunities.quote_number = leads.quote_number
  full join (select * from catalogue.lost_lead_facts where business_id = :business_id) as lost
    on lost.quote_number = coalesce(leads.quote_number, opportunities.quote_number)
  union all
  select null, reason, null, null, lead_source_name, null, customer_id, null, null, false, true, 'bad_leads'
  from catalogue.bad_lead_facts
  where business_id = :business_id
    and lead_status_id is null
),

chosen as materialized (
  select *
  from quotes
  where :customer is null or customer_id = :customer
  order by quote_number nulls last, customer_id
  limit :limit
)

select
  chosen.quote_number, chosen.lead_status, chosen.sales_person, chosen.branch_name, chosen.referral_source, chosen.time_to_contact, chosen.source_module,
  chosen.customer_id, customers.name as customer_name, customers.email, customers.phone, customers.conversion_date, chosen.booking_status,
  coalesce(sales.jobs, 0) as converted_job_count, sales.first_day as first_customer_job_date, sales.last_day as last_customer_job_date,
  case
    when sales.jobs > 0 then 'Converted to Customer' when chosen.is_lost then 'Lost' when chosen.is_bad then 'Bad'
    when chosen.source_module = 'booked_opportunities' or chosen.booking_status is not null then 'Booked' else 'Active Lead'
  end as journey_stage
from chosen
left join customers.customers as customers on customers.business_id = :business_id and customers.id = chosen.customer_id
left join lateral (
  select
    count(*) as jobs, count(*) filter (where status = 'BOOKED') as booked, count(*) filter (where status = 'CLOSED') as closed,
    case when count(distinct currency) < 2 then coalesce(sum(revenue), 0) end as revenue, min(job_date) as first_day, max(job_date) as last_day
  from catalogue.job_facts
  where business_id = :business_id
    and customer_id = chosen.customer_id
    and is_sold
) as sales on chosen.customer_id is not null
order by chosen.quote_number nulls last, chosen.customer_id
