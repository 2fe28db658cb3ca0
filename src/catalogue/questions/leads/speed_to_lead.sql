/*
id: speed_to_lead
question: How fast do we call, per lead source and branch?
theme: leads
grain: one row per lead source and branch
definition: >-
  Leads of the pool: how many have a time to first contact, its median and ninth decile, and how
  many were called within 5 minutes and an hour.
dateBasis: lead day (in the time zone asked for), when days are asked for
receipt: leads
rows:
  measures:
    median_minutes: median response_minutes
    p90_minutes: p90 response_minutes
    within_5: count where within_5_minutes
    within_60: count where within_an_hour
    within_5_minutes_percent: percent within_5 of timed_leads
    within_an_hour_percent: percent within_60 of timed_leads
chart: {type: bar, x: lead_source_name, y: [median_minutes]}
parameters: [date_from, date_to, time_zone, branch, sales_person, lead_source, status of leads, currency, limit]
columns:
  - {name: lead_source_name, type: text, meaning: "Lead source the text was folded into, or (no source)"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: total_leads, type: integer, unit: leads, meaning: "Leads of the pool"}
  - {name: leads_with_a_time, type: integer, unit: leads, meaning: "The report gives a time"}
  - {name: median_minutes, type: number, unit: minutes, meaning: "Half are called faster"}
  - {name: p90_minutes, type: number, unit: minutes, meaning: "Nine of ten are called faster"}
  - {name: within_5_minutes_percent, type: percent, meaning: "Of leads with a time"}
  - {name: within_an_hour_percent, type: percent, meaning: "Of leads with a time"}
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
    and (:status is null or status_group = :status)
    and (:currency is null or currency = :currency)
)

select
  lead_source_name,
  branch_name,
  count(*) as total_leads,
  count(response_minutes) as leads_with_a_time,
  round(percentile_cont(0.5) within group (order by response_minutes)::numeric, 2) as median_minutes,
  round(percentile_cont(0.9) within group (order by response_minutes)::numeric, 2) as p90_minutes,
  round(100.0 * count(*) filter (where response_minutes <= 5) / nullif(count(response_minutes), 0), 2) as within_5_minutes_percent,
  round(100.0 * count(*) filter (where response_minutes <= 60) / nullif(count(response_minutes), 0), 2) as within_an_hour_percent
from leads
group by 1, 2
order by total_leads desc, lead_source_name, branch_name
limit :limit
