/*
id: lead_source_mix_by_month
question: Where do our leads come from, month by month?
theme: leads
grain: one row per month and lead source
definition: >-
  Leads of the pool by the month of their lead day and their source; shares are of the leads of the
  month.
dateBasis: lead day (in the time zone asked for)
receipt: leads
rows: {only: [is_dated], measures: {share_percent: share total_leads within month}}
chart: {type: bar, x: month, y: [total_leads], series: lead_source_name}
parameters: [date_from, date_to, time_zone, branch, sales_person, lead_source, status of leads, currency]
columns:
  - {name: month, type: date, meaning: "First day of the month"}
  - {name: lead_source_name, type: text, meaning: "Lead source the text was folded into, or (no source)"}
  - {name: total_leads, type: integer, unit: leads, meaning: "Leads of the pool"}
  - {name: share_percent, type: percent, meaning: "Share of the leads of the month"}
  - {name: won_leads, type: integer, unit: leads, meaning: "Standing booked or closed"}
  - {name: won_percent, type: percent, meaning: "won / leads of the source"}
  - {name: previous_month_leads, type: integer, unit: leads, meaning: "Of the month before by the calendar; 0 when it had none"}
caveats:
  - A source without leads in a month has no row in it.
*/
with leads as (
  select *, (received_at at time zone :time_zone)::date as lead_day
  from catalogue.lead_facts
  where business_id = :business_id
    and received_at is not null
    and (:date_from is null or (received_at at time zone :time_zone)::date >= :date_from)
    and (:date_to is null or (received_at at time zone :time_zone)::date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:status is null or status_group = :status)
    and (:currency is null or currency = :currency)
),

monthly as (
  select date_trunc('month', lead_day::timestamp)::date as month, lead_source_name, count(*) as total_leads, count(*) filter (where is_won) as won_leads
  from leads
  group by 1, 2
)

select
  monthly.month,
  monthly.lead_source_name,
  monthly.total_leads,
  round(100.0 * monthly.total_leads / sum(monthly.total_leads) over (partition by monthly.month), 2) as share_percent,
  monthly.won_leads,
  round(100.0 * monthly.won_leads / monthly.total_leads, 2) as won_percent,
  coalesce(earlier.total_leads, 0) as previous_month_leads
from monthly
left join monthly as earlier
  on earlier.month = (monthly.month - interval '1 month')::date
  and earlier.lead_source_name = monthly.lead_source_name
order by monthly.month, monthly.total_leads desc, monthly.lead_source_name
