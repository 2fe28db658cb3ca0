/*
id: marketing_spend_by_month
question: What do we spend on marketing each month, and what does a lead cost then?
theme: profitability
grain: one row per month and currency
definition: >-
  Marketing spend by month beside the leads of the pool that came in the month and what became of
  them.
dateBasis: month of the spend, lead day (in the time zone asked for)
receipt: marketing_spend
chart: {type: line, x: month, y: [spend, cost_per_lead], series: currency}
parameters: [date_from, date_to, time_zone, branch, lead_source, currency]
columns:
  - {name: month, type: date, meaning: "First day of the month"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: spend, type: money, meaning: "Spent on marketing; empty when nothing was written down"}
  - {name: sources, type: integer, unit: sources, meaning: "Different sources with spend"}
  - {name: leads, type: integer, unit: leads, meaning: "Leads of the pool of the month"}
  - {name: won_leads, type: integer, unit: leads, meaning: "Of these standing booked or closed"}
  - {name: cost_per_lead, type: money, meaning: "spend / leads"}
  - {name: cost_per_won_lead, type: money, meaning: "spend / won leads"}
  - {name: previous_spend, type: money, meaning: "Of the month before by the calendar"}
  - {name: change_percent, type: number, unit: "%", meaning: "Against it"}
caveats:
  - A month without a line of spend is empty, not free of cost. The receipt counts lines of spend.
*/
with spend as (
  select month, currency, sum(amount) as spend, count(distinct lead_source_name) as sources
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
  select
    date_trunc('month', received_at at time zone :time_zone)::date as month,
    currency,
    count(*) as leads,
    count(*) filter (where is_won) as won_leads
  from catalogue.lead_facts
  where business_id = :business_id
    and received_at is not null
    and (:date_from is null or (received_at at time zone :time_zone)::date >= :date_from)
    and (:date_to is null or (received_at at time zone :time_zone)::date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
  group by 1, 2
),

-- Every month from the first to the last of a currency, also those without spend and leads.
calendar as (
  select spans.currency, steps.month::date as month
  from (
    select currency, min(month) as first_month, max(month) as last_month
    from (select month, currency from spend union select month, currency from leads) as months
    group by 1
  ) as spans
  cross join generate_series(spans.first_month::timestamp, spans.last_month::timestamp, interval '1 month') as steps (month)
),

filled as (
  select calendar.month, calendar.currency, spend.spend, coalesce(spend.sources, 0) as sources, coalesce(leads.leads, 0) as leads, coalesce(leads.won_leads, 0) as won_leads
  from calendar
  left join spend on spend.month = calendar.month and spend.currency = calendar.currency
  left join leads on leads.month = calendar.month and leads.currency = calendar.currency
)

select
  month,
  currency,
  spend,
  sources,
  leads,
  won_leads,
  round(spend / nullif(leads, 0), 2) as cost_per_lead,
  round(spend / nullif(won_leads, 0), 2) as cost_per_won_lead,
  lag(spend) over months as previous_spend,
  round(100 * (spend - lag(spend) over months) / nullif(lag(spend) over months, 0), 2) as change_percent
from filled
window months as (partition by currency order by month)
order by currency, month
