/*
id: marketing_return_by_category
question: What does each kind of marketing cost and return?
theme: profitability
grain: one row per category of lead sources and currency
definition: >-
  Marketing spend, leads of the pool and jobs of each category of lead sources, each added up apart
  and laid side by side. A booking is a job that stands booked or closed; a customer is new when
  their first such job is in the span.
dateBasis: month of the spend, lead day (in the time zone asked for), service day for jobs
receipt: marketing_spend
rows: {keys: {category: lead_source_category}}
chart: {type: bar, x: category, y: [return_percent], series: currency}
parameters: [date_from, date_to, time_zone, branch, lead_source, currency]
columns:
  - {name: category, type: text, meaning: "Category of the lead source, or (no category)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: spend, type: money, meaning: "Spent on marketing; empty when nothing was written down"}
  - {name: leads, type: integer, unit: leads, meaning: "Leads of the pool"}
  - {name: good_leads, type: integer, unit: leads, meaning: "Of these not standing bad"}
  - {name: bookings, type: integer, unit: jobs, meaning: "Jobs standing booked or closed"}
  - {name: new_customers, type: integer, unit: customers, meaning: "Whose first such job is in the span"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: cost_per_lead, type: money, meaning: "spend / leads"}
  - {name: cost_per_good_lead, type: money, meaning: "spend / good leads"}
  - {name: cost_per_booking, type: money, meaning: "spend / bookings"}
  - {name: cost_per_new_customer, type: money, meaning: "spend / new customers: what it costs to win one"}
  - {name: revenue_per_unit_spent, type: number, unit: currency, meaning: "revenue / spend"}
  - {name: return_percent, type: number, unit: "%", meaning: "(revenue - spend) / spend"}
caveats:
  - What was spent is what somebody imported (docs/import.md, Marketing spend). Without it every figure of cost is empty, never a guess.
  - "Ask for whole months: spend counts when the first day of its month is in the span. The receipt counts lines of spend."
  - "Revenue less marketing spend is no profit: wages and trucks are not in it."
*/
with spend as (
  select lead_source_category as source, currency, sum(amount) as amount
  from catalogue.spend_facts
  where business_id = :business_id
    and (:date_from is null or month >= :date_from)
    and (:date_to is null or month < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
  group by 1, 2
),

leads as (
  select lead_source_category as source, currency, count(*) as leads, count(*) filter (where not is_bad) as good_leads
  from catalogue.lead_facts
  where business_id = :business_id
    and (:date_from is null or (received_at at time zone :time_zone)::date >= :date_from)
    and (:date_to is null or (received_at at time zone :time_zone)::date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
  group by 1, 2
),

firsts as (
  select customer_id, min(job_date) as first_day
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and customer_id is not null
  group by 1
),

sales as (
  select
    jobs.lead_source_category as source,
    jobs.currency,
    count(*) as bookings,
    count(distinct jobs.customer_id) filter (where jobs.job_date = firsts.first_day) as new_customers,
    coalesce(sum(jobs.revenue), 0) as revenue
  from catalogue.job_facts as jobs
  left join firsts on firsts.customer_id = jobs.customer_id
  where jobs.business_id = :business_id
    and jobs.is_sold
    and (:date_from is null or jobs.job_date >= :date_from)
    and (:date_to is null or jobs.job_date < :date_to)
    and (:branch is null or jobs.branch_id = :branch)
    and (:lead_source is null or jobs.lead_source_id = :lead_source)
    and (:currency is null or jobs.currency = :currency)
  group by 1, 2
),

sources as (
  select source, currency from spend
  union
  select source, currency from leads
  union
  select source, currency from sales
)

select
  sources.source as category,
  sources.currency,
  spend.amount as spend,
  coalesce(leads.leads, 0) as leads,
  coalesce(leads.good_leads, 0) as good_leads,
  coalesce(sales.bookings, 0) as bookings,
  coalesce(sales.new_customers, 0) as new_customers,
  coalesce(sales.revenue, 0) as total_revenue,
  round(spend.amount / nullif(leads.leads, 0), 2) as cost_per_lead,
  round(spend.amount / nullif(leads.good_leads, 0), 2) as cost_per_good_lead,
  round(spend.amount / nullif(sales.bookings, 0), 2) as cost_per_booking,
  round(spend.amount / nullif(sales.new_customers, 0), 2) as cost_per_new_customer,
  round(coalesce(sales.revenue, 0) / nullif(spend.amount, 0), 2) as revenue_per_unit_spent,
  round(100 * (coalesce(sales.revenue, 0) - spend.amount) / nullif(spend.amount, 0), 2) as return_percent
from sources
left join spend on spend.source = sources.source and spend.currency = sources.currency
left join leads on leads.source = sources.source and leads.currency = sources.currency
left join sales on sales.source = sources.source and sales.currency = sources.currency
order by sources.currency, spend.amount desc nulls last, total_revenue desc, sources.source
