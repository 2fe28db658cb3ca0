/*
id: won_back_leads
question: Which lost leads came back after all?
theme: leads
grain: one row per reason and currency
definition: >-
  Lost leads, and of these the ones whose customer booked a job after the day of the loss that
  stands booked or closed. A job counts for the last loss before it, so its revenue stands once.
dateBasis: day of the loss
receipt: lost_leads
chart: {type: bar, x: reason, y: [won_back_percent]}
parameters: [date_from, date_to, branch, sales_person, lead_source, currency]
columns:
  - {name: reason, type: text, meaning: "Why it was lost, or (no reason)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: lost_leads, type: integer, unit: leads, meaning: "Lost leads"}
  - {name: known_customers, type: integer, unit: leads, meaning: "Of these with a customer: only they can be seen coming back"}
  - {name: won_back_leads, type: integer, unit: leads, meaning: "Their customer bought afterwards"}
  - {name: won_back_percent, type: percent, meaning: "won back / with a customer"}
  - {name: won_back_revenue, type: money, meaning: "Of the jobs bought afterwards"}
  - {name: median_days, type: number, unit: days, meaning: "From the loss to the first booking after it"}
caveats:
  - "Jobs in another currency than the lost lead count as a return, but their money is in no sum: currencies are not added."
*/
with lost as not materialized (
  select *
  from catalogue.lost_lead_facts
  where business_id = :business_id
    and (:date_from is null or lost_date >= :date_from)
    and (:date_to is null or lost_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

jobs as (
  select id, customer_id, currency, revenue, coalesce((booked_at at time zone time_zone)::date, job_date) as booked_day
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and customer_id is not null
),

-- Each job beside the last loss of its customer before it.
returns as (
  select distinct on (jobs.id) jobs.id as job, lost.id as lost_lead, case when jobs.currency = lost.currency then jobs.revenue end as revenue, jobs.booked_day - lost.lost_date as days
  from jobs
  join lost on lost.customer_id = jobs.customer_id and lost.lost_date < jobs.booked_day
  order by jobs.id, lost.lost_date desc, lost.id
),

won_back as (
  select lost_lead, coalesce(sum(revenue), 0) as revenue, min(days) as days
  from returns
  group by 1
)

select
  lost.reason,
  lost.currency,
  count(*) as lost_leads,
  count(lost.customer_id) as known_customers,
  count(won_back.lost_lead) as won_back_leads,
  round(100.0 * count(won_back.lost_lead) / nullif(count(lost.customer_id), 0), 2) as won_back_percent,
  coalesce(sum(won_back.revenue), 0) as won_back_revenue,
  round(percentile_cont(0.5) within group (order by won_back.days)::numeric, 2) as median_days
from lost
left join won_back on won_back.lost_lead = lost.id
group by 1, 2
order by lost_leads desc, lost.reason, lost.currency
