/*
id: bad_leads_analysis
question: Why are leads bad, and who sends them?
theme: leads
grain: one row per provider and reason
definition: >-
  Bad leads by provider and reason.
dateBasis: lead day, when days are asked for
receipt: bad_leads
rows:
  keys: {lead_bad_reason: reason}
  measures: {bad_lead_count: count, earliest_lead: first date_lead_received, latest_lead: last date_lead_received}
chart: {type: bar, x: lead_bad_reason, y: [bad_lead_count], series: provider}
parameters: [date_from, date_to, lead_source]
columns:
  - {name: provider, type: text, meaning: "Who sent the lead, or (no provider)"}
  - {name: lead_bad_reason, type: text, meaning: "Why it was bad, or (no reason)"}
  - {name: bad_lead_count, type: integer, unit: leads, meaning: "Bad leads"}
  - {name: unique_customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: unique_emails, type: integer, meaning: "Different e-mails"}
  - {name: earliest_lead, type: date, meaning: "First lead day"}
  - {name: latest_lead, type: date, meaning: "Last lead day"}
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
  provider,
  reason as lead_bad_reason,
  count(*) as bad_lead_count,
  count(distinct customer_id) as unique_customers,
  count(distinct lower(customer_email)) as unique_emails,
  min(date_lead_received) as earliest_lead,
  max(date_lead_received) as latest_lead
from bad
group by 1, 2
order by bad_lead_count desc, provider, lead_bad_reason
