/*
id: merge_method_performance
question: What have merged customers bought, by how they were merged?
theme: data_quality
grain: one row per method and currency
definition: >-
  Customers that others were merged into, under the method of the latest merge, with their booked
  and closed jobs and opportunities, each added up by itself.
dateBasis: none (all rows as they stand)
receipt: merges
chart: {type: table}
parameters: []
columns:
  - {name: merge_method, type: text, meaning: "Method of the latest merge"}
  - {name: currency, type: text, meaning: "Currency of the jobs; empty without jobs"}
  - {name: customers_merged, type: integer, unit: customers, meaning: "Customers that others were merged into"}
  - {name: avg_confidence, type: number, meaning: "Mean, 0 to 1"}
  - {name: median_confidence, type: number, meaning: "Median, 0 to 1"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: total_booked_opportunities, type: integer, unit: quotes, meaning: "Opportunities in the currency"}
  - {name: avg_jobs_per_customer, type: number, unit: jobs, meaning: "Sold jobs / customers who bought"}
  - {name: avg_revenue_per_customer, type: money, meaning: "Revenue / customers who bought"}
  - {name: revenue_per_job, type: money, meaning: "Revenue / jobs"}
caveats:
  - "Customers merged stand in the row of every currency of theirs: do not add them up."
*/
with merged as (
  select distinct on (customer_id) customer_id, method, confidence
  from customers.merge_history
  where business_id = :business_id
  order by customer_id, "timestamp" desc
),

methods as (
  select
    method, count(*) as customers, round(avg(confidence), 4) as mean_confidence,
    round(percentile_cont(0.5) within group (order by confidence)::numeric, 4) as median_confidence
  from merged
  group by 1
),

sales as (
  select merged.method, jobs.currency, count(*) as jobs, coalesce(sum(jobs.revenue), 0) as revenue, count(distinct jobs.customer_id) as customers
  from catalogue.job_facts as jobs
  join merged on merged.customer_id = jobs.customer_id
  where jobs.business_id = :business_id
    and jobs.is_sold
  group by 1, 2
),

opportunities as (
  select merged.method, facts.currency, count(*) as opportunities
  from catalogue.opportunity_facts as facts
  join merged on merged.customer_id = facts.customer_id
  where facts.business_id = :business_id
  group by 1, 2
)

select
  methods.method as merge_method,
  sales.currency,
  methods.customers as customers_merged,
  methods.mean_confidence as avg_confidence,
  methods.median_confidence,
  coalesce(sales.jobs, 0) as total_jobs,
  coalesce(sales.revenue, 0) as total_revenue,
  coalesce(opportunities.opportunities, 0) as total_booked_opportunities,
  round(sales.jobs::numeric / sales.customers, 2) as avg_jobs_per_customer,
  round(sales.revenue / sales.customers, 2) as avg_revenue_per_customer,
  round(sales.revenue / sales.jobs, 2) as revenue_per_job
from methods
left join sales on sales.method = methods.method
left join opportunities on opportunities.method = sales.method and opportunities.currency = sales.currency
order by total_revenue desc, merge_method, sales.currency
