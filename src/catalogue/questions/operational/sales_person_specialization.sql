/*
id: sales_person_specialization
question: What does each sales person specialise in?
theme: operational
grain: one row per sales person and currency
definition: >-
  Booked and closed jobs; opportunities and leads are added up apart and laid beside them.
  Duplicates do not count.
dateBasis: service day for jobs, booking day for opportunities, lead day for leads (in the time zone asked for), when days are asked for
receipt: sold_jobs
rows:
  only: [has_sales_person]
  set: sold_jobs
  measures: {total_leads: null}
chart: {type: table}
parameters: [date_from, date_to, time_zone, currency]
columns:
  - {name: sales_person_name, type: text, meaning: "Who sold, or (no sales person)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: job_types_handled, type: integer, unit: types, meaning: "Different kinds of move"}
  - {name: branches_worked, type: integer, unit: branches, meaning: "Different branches"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: total_customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: total_booked_opportunities, type: integer, unit: quotes, meaning: "Opportunities"}
  - {name: total_leads, type: integer, unit: leads, meaning: "Leads of the pool"}
  - {name: primary_job_type, type: text, meaning: "Most frequent kind of move"}
  - {name: primary_branch, type: text, meaning: "Most frequent branch"}
  - {name: revenue_per_job, type: money, meaning: "Revenue / jobs"}
  - {name: conversion_rate, type: percent, meaning: "Leads standing booked or closed / leads"}
  - {name: specialization_level, type: text, meaning: "highly_specialized (one kind, one branch), specialized (up to 2 and 2), moderately_diverse (4 and 3) or diverse"}
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and sales_person_id is not null
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:currency is null or currency = :currency)
),

sales as (
  select
    sales_person_id, sales_person_name, currency, count(distinct job_type) as types, count(distinct branch_id) as branches, count(*) as jobs,
    count(distinct customer_id) as customers, coalesce(sum(revenue), 0) as revenue,
    mode() within group (order by job_type) as main_type, mode() within group (order by branch_name) as main_branch
  from jobs
  group by 1, 2, 3
),

opportunities as (
  select sales_person_id, currency, count(*) as opportunities
  from catalogue.opportunity_facts
  where business_id = :business_id
    and (:date_from is null or booked_date >= :date_from)
    and (:date_to is null or booked_date < :date_to)
  group by 1, 2
),

leads as (
  select sales_person_id, currency, count(*) as leads, count(*) filter (where is_won) as won
  from catalogue.lead_facts
  where business_id = :business_id
    and (:date_from is null or (received_at at time zone :time_zone)::date >= :date_from)
    and (:date_to is null or (received_at at time zone :time_zone)::date < :date_to)
  group by 1, 2
)

select
  sales.sales_person_name,
  sales.currency,
  sales.types as job_types_handled,
  sales.branches as branches_worked,
  sales.jobs as total_jobs,
  sales.customers as total_customers,
  sales.revenue as total_revenue,
  coalesce(opportunities.opportunities, 0) as total_booked_opportunities,
  coalesce(leads.leads, 0) as total_leads,
  sales.main_type as primary_job_type,
  sales.main_branch as primary_branch,
  round(sales.revenue / sales.jobs, 2) as revenue_per_job,
  round(100.0 * leads.won / nullif(leads.leads, 0), 2) as conversion_rate,
  case
    when sales.types = 1 and sales.branches <= 1 then 'highly_specialized' when sales.types <= 2 and sales.branches <= 2 then 'specialized'
    when sales.types <= 4 and sales.branches <= 3 then 'moderately_diverse' else 'diverse'
  end as specialization_level
from sales
left join opportunities on opportunities.sales_person_id = sales.sales_person_id and opportunities.currency = sales.currency
left join leads on leads.sales_person_id = sales.sales_person_id and leads.currency = sales.currency
order by sales.currency, total_revenue desc, sales.sales_person_name
