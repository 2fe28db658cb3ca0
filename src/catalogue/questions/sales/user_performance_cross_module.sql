/*
id: user_performance_cross_module
question: How do calls compare with jobs and opportunities?
theme: sales
grain: one row per telephone user
definition: >-
  Users of the call report with the jobs, opportunities and leads of the sales person they were
  found to be; each table is added up by itself.
dateBasis: service day for jobs, booking day for opportunities, lead day for leads (in the time zone asked for), when days are asked for; the report has no days
receipt: sales_tables
rows:
  only: [is_of_caller]
  keys: {user_name: sales_person_name}
  measures:
    total_customer_jobs: count where is_job
    unique_customers_from_jobs: distinct customer_id where is_job
    total_booked_opportunities: count where is_opportunity
    total_leads_handled: count where is_lead
    unique_customers_from_opportunities: distinct customer_id where is_opportunity
    branches_worked: distinct branch_id where is_job
chart: {type: table}
parameters: [date_from, date_to, time_zone, currency]
columns:
  - {name: user_name, type: text, meaning: "Who is meant; empty when nobody was found"}
  - {name: user_performance_name, type: text, meaning: "As the call report spells it"}
  - {name: user_status, type: text, meaning: "As reported"}
  - {name: total_calls, type: integer, unit: calls, meaning: "As reported"}
  - {name: avg_calls_per_day, type: number, unit: calls, meaning: "As reported"}
  - {name: inbound_count, type: integer, unit: calls, meaning: "As reported"}
  - {name: outbound_count, type: integer, unit: calls, meaning: "As reported"}
  - {name: missed_percent, type: percent, meaning: "As reported"}
  - {name: avg_handle_time, type: text, meaning: "As reported"}
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
  - {name: total_leads_handled, type: integer, unit: leads, meaning: "Leads of the pool"}
  - {name: branches_worked, type: integer, unit: branches, meaning: "Different branches"}
  - {name: total_unique_customers, type: integer, unit: customers, meaning: "Different customers of jobs and opportunities together"}
  - {name: jobs_per_call_percent, type: number, unit: "%", meaning: "Jobs / calls"}
  - {name: opportunities_per_call_percent, type: number, unit: "%", meaning: "Opportunities / calls"}
caveats:
  - The documents read the seller from a column that these tables lack; here it is the sales person a row was linked to.
  - The call report covers its own weeks; ask for the same days, or the shares say little. Two telephone names of one person each show all jobs of the person.
*/
with jobs as (
  select
    sales_person_id, count(*) as jobs, count(*) filter (where status = 'BOOKED') as booked, count(*) filter (where status = 'CLOSED') as closed,
    count(*) filter (where status = 'LOST') as lost, count(*) filter (where status = 'QUOTED') as quoted,
    case when count(distinct currency) filter (where is_sold) < 2 then coalesce(sum(revenue), 0) end as revenue,
    count(distinct customer_id) as customers, count(distinct branch_id) as branches
  from catalogue.job_facts
  where business_id = :business_id
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:currency is null or currency = :currency)
  group by 1
),

opportunities as (
  select
    sales_person_id, count(*) as opportunities, count(customer_id) as with_customer,
    case when count(distinct currency) filter (where stands) < 2 then coalesce(sum(amount) filter (where stands), 0) end as amount,
    count(distinct customer_id) as customers
  from catalogue.opportunity_facts
  where business_id = :business_id
    and (:date_from is null or booked_date >= :date_from)
    and (:date_to is null or booked_date < :date_to)
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
)

select
  people.name as user_name, calls.name as user_performance_name, calls.user_status, calls.total_calls, calls.avg_calls_per_day, calls.inbound_count,
  calls.outbound_count, calls.missed_percent, calls.avg_handle_time,
  coalesce(jobs.jobs, 0) as total_customer_jobs, coalesce(jobs.booked, 0) as booked_jobs, coalesce(jobs.closed, 0) as closed_jobs,
  coalesce(jobs.lost, 0) as lost_jobs, coalesce(jobs.quoted, 0) as quoted_jobs, jobs.revenue as total_job_revenue,
  coalesce(jobs.customers, 0) as unique_customers_from_jobs, coalesce(opportunities.opportunities, 0) as total_booked_opportunities,
  coalesce(opportunities.with_customer, 0) as booked_opportunities_with_customers, opportunities.amount as total_opportunity_revenue,
  coalesce(opportunities.customers, 0) as unique_customers_from_opportunities,
  coalesce(leads.leads, 0) as total_leads_handled, coalesce(jobs.branches, 0) as branches_worked,
  coalesce(dealt.customers, 0) as total_unique_customers,
  round(100.0 * jobs.jobs / nullif(calls.total_calls, 0), 2) as jobs_per_call_percent,
  round(100.0 * opportunities.opportunities / nullif(calls.total_calls, 0), 2) as opportunities_per_call_percent
from journey.user_performance as calls
left join journey.sales_persons as people on people.business_id = :business_id and people.id = calls.sales_person_id
left join jobs on jobs.sales_person_id = calls.sales_person_id
left join opportunities on opportunities.sales_person_id = calls.sales_person_id
left join leads on leads.sales_person_id = calls.sales_person_id
left join dealt on dealt.sales_person_id = calls.sales_person_id
where calls.business_id = :business_id
order by calls.total_calls desc nulls last, calls.name
