/*
id: bad_lead_reason_patterns
question: Which kinds of source send which kinds of bad leads?
theme: leads
grain: one row per reason, category of source and provider
definition: >-
  Bad leads by reason, category of their lead source and provider, with the mean days from lead to
  wished move.
dateBasis: lead day, when days are asked for
receipt: bad_leads
rows:
  keys: {lead_bad_reason: reason}
  measures: {percentage_of_bad_leads: share total_bad_leads}
chart: {type: bar, x: lead_bad_reason, y: [total_bad_leads], series: lead_source_category}
parameters: [date_from, date_to, lead_source]
columns:
  - {name: lead_bad_reason, type: text, meaning: "Why it was bad, or (no reason)"}
  - {name: lead_source_category, type: text, meaning: "Category of the lead source, or (no category)"}
  - {name: provider, type: text, meaning: "Who sent the lead, or (no provider)"}
  - {name: total_bad_leads, type: integer, unit: leads, meaning: "Bad leads"}
  - {name: unique_customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: lead_sources_count, type: integer, unit: sources, meaning: "Different lead sources"}
  - {name: first_received, type: date, meaning: "First lead day"}
  - {name: last_received, type: date, meaning: "Last lead day"}
  - {name: avg_days_to_move, type: number, unit: days, meaning: "Mean from lead day to wished move; negative when it was over already"}
  - {name: percentage_of_bad_leads, type: percent, meaning: "Share of all bad leads"}
caveats:
  - The documents took the seconds of a number of days, which fails; here it counts whole days.
*/
with bad as (
  select *
  from catalogue.bad_lead_facts
  where business_id = :business_id
    and (:date_from is null or date_lead_received >= :date_from)
    and (:date_to is null or date_lead_received < :date_to)
    and (:lead_source is null or lead_source_id = :lead_source)
)

select
  reason as lead_bad_reason,
  lead_source_category,
  provider,
  count(*) as total_bad_leads,
  count(distinct customer_id) as unique_customers,
  count(distinct lead_source_id) as lead_sources_count,
  min(date_lead_received) as first_received,
  max(date_lead_received) as last_received,
  round(avg(move_date - date_lead_received), 2) as avg_days_to_move,
  round(100.0 * count(*) / sum(count(*)) over (), 2) as percentage_of_bad_leads
from bad
group by 1, 2, 3
order by total_bad_leads desc, lead_bad_reason, lead_source_category, provider
