/*
id: customer_acquisition_cost
question: What does each lead source bring per lead and customer?
theme: customer_behavior
grain: one row per lead source and currency
definition: >-
  Jobs by present status; revenue is the actual total, else the estimated total, of booked and
  closed jobs. Jobs marked as duplicates do not count. Leads and jobs of a source are added up
  apart and laid side by side, so neither multiplies the other.
dateBasis: service day for jobs, lead day for leads (in the time zone asked for), when days are asked for
receipt: jobs
chart: {type: table}
parameters: [date_from, date_to, time_zone, branch, sales_person, lead_source, currency]
columns:
  - {name: lead_source_name, type: text, meaning: "Lead source the text was folded into, or (no source)"}
  - {name: lead_source_id, type: uuid, meaning: "Id of the lead source; empty when the text was not folded into one"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_leads, type: integer, unit: leads, meaning: "Leads of the pool from the source"}
  - {name: unique_customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: booked_jobs, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_jobs, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: lead_to_customer_conversion_rate, type: percent, meaning: "Leads standing booked or closed / leads"}
  - {name: jobs_per_lead, type: number, unit: jobs, meaning: "Jobs / leads"}
  - {name: revenue_per_lead, type: number, unit: currency, meaning: "Revenue / leads"}
  - {name: revenue_per_customer, type: money, meaning: "Revenue / customers who bought"}
  - {name: booking_rate_percent, type: percent, meaning: "(booked + closed) / all jobs"}
  - {name: closing_rate_percent, type: percent, meaning: "closed / (booked + closed)"}
caveats:
  - The documents read tables that do not exist; here leads are those of the pool.
  - The name is that of the documents; what it costs to win a customer is told by marketing_return_by_source, from imported spend.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

sales as (
  select
    lead_source_name as source, currency, count(*) as total_jobs, count(distinct customer_id) as unique_customers,
    count(*) filter (where status = 'BOOKED') as booked_jobs, count(*) filter (where status = 'CLOSED') as closed_jobs,
    coalesce(sum(revenue), 0) as total_revenue, coalesce(sum(revenue) filter (where status = 'BOOKED'), 0) as booked_revenue,
    coalesce(sum(revenue) filter (where status = 'CLOSED'), 0) as closed_revenue, round(avg(revenue), 2) as avg_job_value,
    count(distinct customer_id) filter (where is_sold) as buyers, min(lead_source_id::text)::uuid as lead_source_id
  from jobs
  group by 1, 2
),

leads as (
  select
    lead_source_name as source, currency, count(*) as total_leads, count(*) filter (where is_won) as won_leads, count(distinct customer_id) as lead_people, min(lead_source_id::text)::uuid as lead_source_id
  from catalogue.lead_facts
  where business_id = :business_id
    and (:date_from is null or (received_at at time zone :time_zone)::date >= :date_from)
    and (:date_to is null or (received_at at time zone :time_zone)::date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
  group by 1, 2
)

select
  coalesce(sales.source, leads.source) as lead_source_name,
  coalesce(sales.lead_source_id, leads.lead_source_id) as lead_source_id,
  coalesce(sales.currency, leads.currency) as currency,
  coalesce(leads.total_leads, 0) as total_leads,
  coalesce(sales.unique_customers, 0) as unique_customers,
  coalesce(sales.total_jobs, 0) as total_jobs,
  coalesce(sales.total_revenue, 0) as total_revenue,
  sales.avg_job_value,
  coalesce(sales.booked_jobs, 0) as booked_jobs,
  coalesce(sales.closed_jobs, 0) as closed_jobs,
  round(100.0 * leads.won_leads / nullif(leads.total_leads, 0), 2) as lead_to_customer_conversion_rate,
  round(sales.total_jobs::numeric / nullif(leads.total_leads, 0), 2) as jobs_per_lead,
  round(sales.total_revenue / nullif(leads.total_leads, 0), 2) as revenue_per_lead,
  round(sales.total_revenue / nullif(sales.buyers, 0), 2) as revenue_per_customer,
  round(100.0 * (sales.booked_jobs + sales.closed_jobs) / nullif(sales.total_jobs, 0), 2) as booking_rate_percent,
  round(100.0 * sales.closed_jobs / nullif(sales.booked_jobs + sales.closed_jobs, 0), 2) as closing_rate_percent
from sales
full join leads on leads.source = sales.source and leads.currency = sales.currency
order by 3, total_revenue desc, 1
