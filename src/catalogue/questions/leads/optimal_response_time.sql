/*
id: optimal_response_time
question: How fast should we call?
theme: leads
grain: one row per response window
definition: >-
  Leads of the pool with a time to first contact, by window. A lead is converted when it stands
  booked or closed.
dateBasis: lead day (in the time zone asked for), when days are asked for
receipt: leads
rows:
  keys: {response_window: response_window}
  only: [has_time]
  measures: {non_converted_leads: count where is_not_won, percentage_of_leads: share total_leads}
chart: {type: bar, x: response_window, y: [conversion_rate]}
parameters: [date_from, date_to, time_zone, branch, sales_person, lead_source, currency]
columns:
  - {name: response_window, type: text, meaning: "Time to first contact"}
  - {name: total_leads, type: integer, unit: leads, meaning: "Leads called in the window"}
  - {name: converted_leads, type: integer, unit: leads, meaning: "Standing booked or closed"}
  - {name: non_converted_leads, type: integer, unit: leads, meaning: "The others"}
  - {name: conversion_rate, type: percent, meaning: "converted / leads"}
  - {name: percentage_of_leads, type: percent, meaning: "Share of the leads with a time"}
  - {name: performance_category, type: text, meaning: "By conversion: optimal (30 % or more), good (20), acceptable (10) or poor"}
caveats:
  - The documents read the number and ignore its unit, so that hours land among minutes.
  - Leads without a time are not listed.
  - "The time is read with its unit: 2h is 120 minutes."
*/
with leads as (
  select *
  from catalogue.lead_facts
  where business_id = :business_id
    and response_minutes is not null
    and (:date_from is null or (received_at at time zone :time_zone)::date >= :date_from)
    and (:date_to is null or (received_at at time zone :time_zone)::date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

windowed as (
  select
    case
      when response_minutes <= 5 then 1 when response_minutes <= 15 then 2 when response_minutes <= 30 then 3 when response_minutes <= 60 then 4
      when response_minutes <= 120 then 5 when response_minutes <= 240 then 6 when response_minutes <= 480 then 7 else 8
    end as place,
    count(*) as total_leads,
    count(*) filter (where is_won) as converted_leads
  from leads
  group by 1
)

select
  (array['0-5 minutes', '6-15 minutes', '16-30 minutes', '31-60 minutes', '1-2 hours', '2-4 hours', '4-8 hours', '8+ hours'])[place] as response_window,
  total_leads,
  converted_leads,
  total_leads - converted_leads as non_converted_leads,
  round(100.0 * converted_leads / total_leads, 2) as conversion_rate,
  round(100.0 * total_leads / sum(total_leads) over (), 2) as percentage_of_leads,
  case when converted_leads >= 0.3 * total_leads then 'optimal' when converted_leads >= 0.2 * total_leads then 'good' when converted_leads >= 0.1 * total_leads then 'acceptable' else 'poor' end as performance_category
from windowed
order by place
