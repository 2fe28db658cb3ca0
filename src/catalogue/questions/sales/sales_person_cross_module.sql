/*
id: sales_person_cross_module
question: How does the CRM's sales report compare with jobs, opportunities and leads?
theme: sales
grain: one row per sales person
definition: >-
  Sales people with a row in the sales performance report, a job, an opportunity or a lead; each
  table is added up by itself, by the person that names were found to be.
dateBasis: service day for jobs, booking day for opportunities, lead day for leads (in the time zone asked for), when days are asked for; the report has no days
receipt: sales_tables
rows: {only: [has_sales_person], measures: {total_customer_jobs: count where is_job, total_job_revenue: null, unique_customers_from_jobs: distinct customer_id where is_job, total_booked_opportunities: count where is_opportunity, total_leads_from_lead_status: count where is_lead, unique_customers_from_opportunities: distinct customer_id where is_opportunity, branches_worked: distinct branch_id where is_job, referral_sources: distinct lead_source_id where is_lead}}
chart: {type: table}
parameters: [date_from, date_to, time_zone, currency]
columns:
  - {name: sales_person_name, type: text, meaning: "Who sold, or (no sales person)"}
  - {name: sales_performance_name, type: text, meaning: "Names of the report that were found to be this person"}
  - {name: leads_received, type: integer, meaning: "As reported"}
  - {name: bad, type: integer, meaning: "As reported"}
  - {name: percent_bad, type: percent, meaning: "Of leads received"}
  - {name: sent, type: integer, meaning: "As reported"}
  - {name: percent_sent, type: percent, meaning: "Of leads received"}
  - {name: pending, type: integer, meaning: "As reported"}
  - {name: percent_pending, type: percent, meaning: "Of leads received"}
  - {name: booked, type: integer, meaning: "As reported"}
  - {name: percent_booked, type: percent, meaning: "Of leads received"}
  - {name: lost, type: integer, meaning: "As reported"}
  - {name: percent_lost, type: percent, meaning: "Of leads received"}
  - {name: cancelled, type: integer, meaning: "As reported"}
  - {name: percent_cancelled, type: percent, meaning: "Of leads received"}
  - {name: booked_total, type: money, meaning: "As reported"}
  - {name: average_booking, type: money, meaning: "As reported"}
  - {name: total_customer_jobs, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: booked_jobs, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_jobs, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: lost_jobs, type: integer, unit: jobs, meaning: "Standing lost"}
  - {name: quoted_jobs, type: integer, unit: jobs, meaning: "Standing quoted"}
  - {name: total_job_revenue, type: money, meaning: "Of booked and closed jobs; empty when in several currencies"}
  - {name: unique_customers_from_jobs, type: integer, unit: customers, meaning: "Different customers of jobs"}
  - {name: total_booked_opportunities, type: integer, unit: quotes, meaning: "Opportunities"}
  - {name: booked_opportunities_with_customers, type: integer, unit: quotes, meaning: "Of these with a customer"}
  - {name: total_opportunity_revenue, type: money, meaning: "Amounts of standing ones; empty when in several currencies"}
  - {name: unique_customers_from_opportunities, type: integer, unit: customers, meaning: "Different customers of opportunities"}
  - {name: total_leads_from_lead_status, type: integer, unit: leads, meaning: "Leads of the pool"}
  - {name: branches_worked, type: integer, unit: branches, meaning: "Different branches"}
  - {name: referral_sources, type: integer, unit: sources, meaning: "Different lead sources of the leads"}
  - {name: total_unique_customers, type: integer, unit: customers, meaning: "Different customers of jobs and opportunities together"}
caveats:
  - The documents read the seller from a column that these tables lack; here it is the sales person a row was linked to.
  - "Opportunities and jobs of one move are the same money: do not add them. The sum over all modules of the documents did, and is gone."
*/
with jobs as (
  select
    sales_person_id, count(*) as jobs, count(*) filter (where status = 'BOOKED') as booked, count(*) filter (where status = 'CLOSED') as closed,
    count(*) filter (where status = 'LOST') as lost, count(*) filter (where status = 'QUOTED') as quoted,
    case when count(distinct currency) filter (where is_sold) < 2 then coalesce(sum(revenue), 0) end as revenue,
    count(distinct customer_id) as customers, count(distinct branch_id) as branches
  from catalogue.job_facts
  where business_id = :business_id
    and (:date_from is null or job_date >= :date_from) and (:date_to is null or job_date < :date_to) and (:currency is null or currency = :currency)
  group by 1
),

opportunities as (
  select
    sales_person_id, count(*) as opportunities, count(customer_id) as with_customer,
    case when count(distinct currency) filter (where stands) < 2 then coalesce(sum(amount) filter (where stands), 0) end as amount,
    count(distinct customer_id) as customers
  from catalogue.opportunity_facts
  where business_id = :business_id
    and (:date_from is null or booked_date >= :date_from) and (:date_to is null or booked_date < :date_to)
    and (:currency is null or currency = :currency)
  group by 1
),

leads as (
  select sales_person_id, count(*) as leads, count(distinct lead_source_id) as sources
  from catalogue.lead_facts
  where business_id = :business_id
    and (:date_from is null or (received_at at time zone :time_zone)::date >= :date_from)
    and (:date_to is null or (received_at at time zone :time_zone)::date < :date_to)
    and (:currency is null or currency = :currency)
  group by 1
),

dealt as (
  select sales_person_id, count(distinct customer_id) as customers
  from (
    select sales_person_id, customer_id, currency, job_date as day from catalogue.job_facts where business_id = :business_id
    union all
    select sales_person_id, customer_id, currency, booked_date from catalogue.opportunity_facts where business_id = :business_id
  ) as dealings
  where (:date_from is null or day >= :date_from) and (:date_to is null or day < :date_to) and (:currency is null or currency = :currency)
  group by 1
),

reports as (
  select sales_person_id, string_agg(name, ', ' order by name) as names, sum(leads_received) as leads_received, sum(bad) as bad, sum(sent) as sent, sum(pending) as pending, sum(booked) as booked, sum(lost) as lost, sum(cancelled) as cancelled, sum(booked_total) as booked_total
  from journey.sales_performance where business_id = :business_id
  group by 1
)

select
  people.name as sales_person_name, reports.names as sales_performance_name,
  reports.leads_received::bigint, reports.bad::bigint, round(100.0 * reports.bad / nullif(reports.leads_received, 0), 2) as percent_bad, reports.sent::bigint, round(100.0 * reports.sent / nullif(reports.leads_received, 0), 2) as percent_sent, reports.pending::bigint, round(100.0 * reports.pending / nullif(reports.leads_received, 0), 2) as percent_pending, reports.booked::bigint, round(100.0 * reports.booked / nullif(reports.leads_received, 0), 2) as percent_booked, reports.lost::bigint, round(100.0 * reports.lost / nullif(reports.leads_received, 0), 2) as percent_lost, reports.cancelled::bigint, round(100.0 * reports.cancelled / nullif(reports.leads_received, 0), 2) as percent_cancelled, reports.booked_total, round(reports.booked_total / nullif(reports.booked, 0), 2) as average_booking,
  coalesce(jobs.jobs, 0) as total_customer_jobs, coalesce(jobs.booked, 0) as booked_jobs, coalesce(jobs.closed, 0) as closed_jobs,
  coalesce(jobs.lost, 0) as lost_jobs, coalesce(jobs.quoted, 0) as quoted_jobs, jobs.revenue as total_job_revenue,
  coalesce(jobs.customers, 0) as unique_customers_from_jobs, coalesce(opportunities.opportunities, 0) as total_booked_opportunities,
  coalesce(opportunities.with_customer, 0) as booked_opportunities_with_customers, opportunities.amount as total_opportunity_revenue,
  coalesce(opportunities.customers, 0) as unique_customers_from_opportunities,
  coalesce(leads.leads, 0) as total_leads_from_lead_status, coalesce(jobs.branches, 0) as branches_worked, coalesce(leads.sources, 0) as referral_sources,
  coalesce(dealt.customers, 0) as total_unique_customers
from journey.sales_persons as people
left join reports on reports.sales_person_id = people.id
left join jobs on jobs.sales_person_id = people.id
left join opportunities on opportunities.sales_person_id = people.id
left join leads on leads.sales_person_id = people.id
left join dealt on dealt.sales_person_id = people.id
where people.business_id = :business_id
  and (reports.sales_person_id is not null or jobs.jobs > 0 or opportunities.opportunities > 0 or leads.leads > 0)
order by total_customer_jobs desc, sales_person_name
