/*
id: cost_efficiency_metrics
question: What do we earn per job, customer, crew hour and lead?
theme: profitability
grain: one row per currency
definition: >-
  Jobs by present status; revenue is the actual total, else the estimated total, of booked and
  closed jobs. Jobs marked as duplicates do not count. Leads are those of the pool.
dateBasis: service day for jobs, lead day for leads (in the time zone asked for), month of the spend, when days are asked for
receipt: jobs
rows:
  measures: {avg_estimated_cost_per_job: mean estimated where is_sold}
chart: {type: table}
parameters: [date_from, date_to, time_zone, branch, sales_person, lead_source, currency]
columns:
  - {name: metric_category, type: text, meaning: "overall"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: unique_customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: revenue_per_job, type: money, meaning: "Revenue / sold jobs"}
  - {name: revenue_per_customer, type: money, meaning: "Revenue / customers who bought"}
  - {name: revenue_per_crew_hour, type: money, meaning: "Revenue of the jobs with crew hours / these hours"}
  - {name: revenue_per_truck_hour, type: money, meaning: "Revenue of the jobs with truck hours / these hours"}
  - {name: avg_estimated_cost_per_job, type: money, meaning: "Mean quoted price of sold jobs"}
  - {name: total_leads, type: integer, unit: leads, meaning: "Leads of the pool in the currency"}
  - {name: lead_conversion_rate, type: percent, meaning: "Leads that stand booked or closed / all leads"}
  - {name: marketing_spend, type: money, meaning: "Spent on marketing; empty when nothing was written down"}
  - {name: new_customers, type: integer, unit: customers, meaning: "Whose first booked or closed job is in the span"}
  - {name: cost_per_job, type: money, meaning: "spend / sold jobs"}
  - {name: cost_per_customer_acquisition, type: money, meaning: "spend / new customers"}
caveats:
  - The documents read tables that do not exist; here leads are those of the pool.
  - "No costs of jobs are known: what the documents call cost is revenue here, and the costs per job and per customer won are those of marketing."
  - What was spent is what somebody imported (docs/import.md, Marketing spend), by the first day of its month. Without it, or when one sales person is asked for, every figure of cost is empty, never a guess.
  - "Head counts are not hours: hours are the crew (or trucks) times the hours worked, of jobs that name both; empty when no job does."
*/
with firsts as (
  select customer_id, min(job_date) as first_day
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and customer_id is not null
  group by 1
),

jobs as (
  select jobs.*, coalesce(jobs.is_sold and jobs.job_date = firsts.first_day, false) as is_first
  from catalogue.job_facts as jobs
  left join firsts on firsts.customer_id = jobs.customer_id
  where jobs.business_id = :business_id
    and (:date_from is null or jobs.job_date >= :date_from) and (:date_to is null or jobs.job_date < :date_to)
    and (:branch is null or jobs.branch_id = :branch) and (:sales_person is null or jobs.sales_person_id = :sales_person)
    and (:lead_source is null or jobs.lead_source_id = :lead_source)
    and (:currency is null or jobs.currency = :currency)
),

leads as (
  select currency, count(*) as total_leads, count(*) filter (where is_won) as won_leads
  from catalogue.lead_facts
  where business_id = :business_id
    and (:date_from is null or (received_at at time zone :time_zone)::date >= :date_from) and (:date_to is null or (received_at at time zone :time_zone)::date < :date_to)
    and (:branch is null or branch_id = :branch) and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
  group by 1
),

spend as (
  select currency, sum(amount) as amount
  from catalogue.spend_facts
  where business_id = :business_id and :sales_person is null
    and (:date_from is null or month >= :date_from) and (:date_to is null or month < :date_to)
    and (:branch is null or branch_id = :branch) and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
  group by 1
),

summed as (
  select
    currency,
    count(*) as total_jobs,
    count(distinct customer_id) as unique_customers,
    coalesce(sum(revenue), 0) as total_revenue,
    count(*) filter (where is_sold) as sold_jobs,
    count(distinct customer_id) filter (where is_sold) as buyers,
    count(distinct customer_id) filter (where is_first) as new_customers,
    sum(revenue) filter (where crew * hours > 0) as crew_hour_revenue,
    sum(crew * hours) filter (where is_sold) as total_crew_hours,
    sum(revenue) filter (where trucks * hours > 0) as truck_hour_revenue,
    sum(trucks * hours) filter (where is_sold) as total_truck_hours,
    round(avg(estimated) filter (where is_sold), 2) as avg_estimated_cost_per_job
  from jobs
  group by 1
)

select
  'overall' as metric_category,
  summed.currency,
  total_jobs,
  unique_customers,
  total_revenue,
  round(total_revenue / nullif(sold_jobs, 0), 2) as revenue_per_job,
  round(total_revenue / nullif(buyers, 0), 2) as revenue_per_customer,
  round(crew_hour_revenue / nullif(total_crew_hours, 0), 2) as revenue_per_crew_hour,
  round(truck_hour_revenue / nullif(total_truck_hours, 0), 2) as revenue_per_truck_hour,
  avg_estimated_cost_per_job,
  coalesce((select leads.total_leads from leads where leads.currency = summed.currency), 0) as total_leads,
  (select round(100.0 * leads.won_leads / leads.total_leads, 2) from leads where leads.currency = summed.currency) as lead_conversion_rate,
  spend.amount as marketing_spend,
  new_customers,
  round(spend.amount / nullif(sold_jobs, 0), 2) as cost_per_job,
  round(spend.amount / nullif(new_customers, 0), 2) as cost_per_customer_acquisition
from summed
left join spend on spend.currency = summed.currency
order by summed.currency
