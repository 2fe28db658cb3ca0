/*
id: lead_response_performance
question: Who answers fast, and does it pay?
theme: leads
grain: one row per sales person, branch and lead source
definition: >-
  Leads of the pool; fast is up to 15 minutes, slow more than 60. A lead is converted when it
  stands booked or closed.
dateBasis: lead day (in the time zone asked for), when days are asked for
receipt: leads
rows:
  measures:
    fast_response_leads: count where within_15_minutes
    slow_response_leads: count where over_an_hour
    avg_response_minutes: mean response_minutes
    fast_response_rate: percent fast_response_leads of timed_leads
    slow_response_rate: percent slow_response_leads of timed_leads
chart: {type: table}
parameters: [date_from, date_to, time_zone, branch, sales_person, lead_source, currency, limit]
columns:
  - {name: sales_person_name, type: text, meaning: "Who sold, or (no sales person)"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: lead_source_name, type: text, meaning: "Lead source the text was folded into, or (no source)"}
  - {name: total_leads, type: integer, unit: leads, meaning: "Leads of the pool"}
  - {name: converted_leads, type: integer, unit: leads, meaning: "Standing booked or closed"}
  - {name: fast_response_leads, type: integer, unit: leads, meaning: "Called within 15 minutes"}
  - {name: slow_response_leads, type: integer, unit: leads, meaning: "Called after more than 60 minutes"}
  - {name: avg_response_minutes, type: number, unit: minutes, meaning: "Mean of leads with a time"}
  - {name: conversion_rate, type: percent, meaning: "converted / all"}
  - {name: fast_response_rate, type: percent, meaning: "fast / leads with a time"}
  - {name: slow_response_rate, type: percent, meaning: "slow / leads with a time"}
*/
with leads as (
  select *
  from catalogue.lead_facts
  where business_id = :business_id
    and (:date_from is null or (received_at at time zone :time_zone)::date >= :date_from)
    and (:date_to is null or (received_at at time zone :time_zone)::date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
)

select
  sales_person_name,
  branch_name,
  lead_source_name,
  count(*) as total_leads,
  count(*) filter (where is_won) as converted_leads,
  count(*) filter (where response_minutes <= 15) as fast_response_leads,
  count(*) filter (where response_minutes > 60) as slow_response_leads,
  round(avg(response_minutes), 2) as avg_response_minutes,
  round(100.0 * count(*) filter (where is_won) / count(*), 2) as conversion_rate,
  round(100.0 * count(*) filter (where response_minutes <= 15) / nullif(count(response_minutes), 0), 2) as fast_response_rate,
  round(100.0 * count(*) filter (where response_minutes > 60) / nullif(count(response_minutes), 0), 2) as slow_response_rate
from leads
group by 1, 2, 3
order by total_leads desc, sales_person_name, branch_name, lead_source_name
limit :limit
