/*
id: roi_by_referral_source
question: What does each lead source bring per lead, job and customer?
theme: profitability
grain: one row per lead source and currency
definition: >-
  Jobs by present status; revenue is the actual total, else the estimated total, of booked and
  closed jobs. Jobs marked as duplicates do not count. Leads, jobs and marketing spend of a source
  are added up apart and laid side by side, so none multiplies another.
dateBasis: service day for jobs, lead day for leads (in the time zone asked for), month of the spend, when days are asked for
receipt: jobs
rows:
  keys: {referral_source: lead_source_name}
chart: {type: bar, x: referral_source, y: [total_revenue], series: currency}
parameters: [date_from, date_to, time_zone, branch, sales_person, lead_source, currency]
columns:
  - {name: referral_source, type: text, meaning: "Lead source the text was folded into, or (no source)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: unique_customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: booked_jobs, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_jobs, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: booked_revenue, type: money, meaning: "Of jobs that stand booked"}
  - {name: closed_revenue, type: money, meaning: "Of closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: revenue_per_job, type: money, meaning: "Revenue / sold jobs"}
  - {name: revenue_per_customer, type: money, meaning: "Revenue / customers who bought"}
  - {name: booking_rate_percent, type: percent, meaning: "(booked + closed) / all jobs"}
  - {name: closing_rate_percent, type: percent, meaning: "closed / (booked + closed)"}
  - {name: total_leads, type: integer, unit: leads, meaning: "Leads of the pool from the source"}
  - {name: revenue_per_lead, type: number, unit: currency, meaning: "Revenue / leads"}
  - {name: lead_to_customer_conversion_rate, type: percent, meaning: "Leads standing booked or closed / leads"}
  - {name: marketing_spend, type: money, meaning: "Spent on the source; empty when nothing was written down"}
  - {name: cost_per_lead, type: money, meaning: "spend / leads"}
  - {name: roi_percent, type: number, unit: "%", meaning: "(revenue - spend) / spend"}
caveats:
  - The documents read tables that do not exist; here leads are those of the pool.
  - A closed job was booked, so it counts in the booking rate; the rate is of present states, not of quotes ever made.
  - What was spent is what somebody imported (docs/import.md, Marketing spend), by the first day of its month. Without it, or when one sales person is asked for, every figure of cost is empty, never a guess.
  - "Revenue less marketing spend is no profit: wages and trucks are not in it."
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
    count(distinct customer_id) filter (where is_sold) as buyers
  from jobs
  group by 1, 2
),

leads as (
  select
    lead_source_name as source, currency, count(*) as total_leads, count(*) filter (where is_won) as won_leads, count(distinct customer_id) as lead_people
  from catalogue.lead_facts
  where business_id = :business_id
    and (:date_from is null or (received_at at time zone :time_zone)::date >= :date_from)
    and (:date_to is null or (received_at at time zone :time_zone)::date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
  group by 1, 2
),

spend as (
  select lead_source_name as source, currency, sum(amount) as amount
  from catalogue.spend_facts
  where business_id = :business_id and :sales_person is null
    and (:date_from is null or month >= :date_from) and (:date_to is null or month < :date_to)
    and (:branch is null or branch_id = :branch) and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
  group by 1, 2
),

sources as (
  select source, currency from sales union select source, currency from leads union select source, currency from spend
)

select
  sources.source as referral_source,
  sources.currency as currency,
  coalesce(sales.total_jobs, 0) as total_jobs,
  coalesce(sales.unique_customers, 0) as unique_customers,
  coalesce(sales.booked_jobs, 0) as booked_jobs,
  coalesce(sales.closed_jobs, 0) as closed_jobs,
  coalesce(sales.total_revenue, 0) as total_revenue,
  coalesce(sales.booked_revenue, 0) as booked_revenue,
  coalesce(sales.closed_revenue, 0) as closed_revenue,
  sales.avg_job_value,
  round(sales.total_revenue / nullif(sales.booked_jobs + sales.closed_jobs, 0), 2) as revenue_per_job,
  round(sales.total_revenue / nullif(sales.buyers, 0), 2) as revenue_per_customer,
  round(100.0 * (sales.booked_jobs + sales.closed_jobs) / nullif(sales.total_jobs, 0), 2) as booking_rate_percent,
  round(100.0 * sales.closed_jobs / nullif(sales.booked_jobs + sales.closed_jobs, 0), 2) as closing_rate_percent,
  coalesce(leads.total_leads, 0) as total_leads,
  round(sales.total_revenue / nullif(leads.total_leads, 0), 2) as revenue_per_lead,
  round(100.0 * leads.won_leads / nullif(leads.total_leads, 0), 2) as lead_to_customer_conversion_rate,
  spend.amount as marketing_spend,
  round(spend.amount / nullif(leads.total_leads, 0), 2) as cost_per_lead,
  round(100 * (coalesce(sales.total_revenue, 0) - spend.amount) / nullif(spend.amount, 0), 2) as roi_percent
from sources
left join sales on sales.source = sources.source and sales.currency = sources.currency
left join leads on leads.source = sources.source and leads.currency = sources.currency
left join spend on spend.source = sources.source and spend.currency = sources.currency
order by sources.currency, total_revenue desc, sources.source
