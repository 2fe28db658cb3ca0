/*
id: response_time_impact
question: How does the time to first contact tell on what becomes of a lead?
theme: leads
grain: one row per time bucket
definition: >-
  Leads of the pool with a time to first contact, by bucket, and how they stand now. A lead is
  converted when it stands booked or closed.
dateBasis: lead day (in the time zone asked for), when days are asked for
receipt: leads
rows:
  keys: {time_bucket: time_bucket}
  only: [has_time]
  measures: {loss_rate: percent lost_leads of total_leads, bad_lead_rate: percent bad_leads of total_leads}
chart: {type: bar, x: time_bucket, y: [conversion_rate, loss_rate, bad_lead_rate]}
parameters: [date_from, date_to, time_zone, branch, sales_person, lead_source, currency]
columns:
  - {name: time_unit, type: text, meaning: "minutes"}
  - {name: time_bucket, type: text, meaning: "Time to first contact"}
  - {name: total_leads, type: integer, unit: leads, meaning: "Leads called in that time"}
  - {name: converted_leads, type: integer, unit: leads, meaning: "Standing booked or closed"}
  - {name: lost_leads, type: integer, unit: leads, meaning: "Standing lost"}
  - {name: bad_leads, type: integer, unit: leads, meaning: "Standing bad"}
  - {name: conversion_rate, type: percent, meaning: "converted / leads"}
  - {name: loss_rate, type: percent, meaning: "lost / leads"}
  - {name: bad_lead_rate, type: percent, meaning: "bad / leads"}
caveats:
  - The documents group by a bucket 121-120 and show 61-120; here each time falls into one bucket.
  - Leads without a time are not listed.
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

bucketed as (
  select
    case
      when response_minutes <= 15 then 1 when response_minutes <= 30 then 2 when response_minutes <= 60 then 3 when response_minutes <= 120 then 4
      when response_minutes <= 240 then 5 else 6
    end as place,
    count(*) as total_leads,
    count(*) filter (where is_won) as converted_leads,
    count(*) filter (where is_lost) as lost_leads,
    count(*) filter (where is_bad) as bad_leads
  from leads
  group by 1
)

select
  'minutes' as time_unit,
  (array['0-15', '16-30', '31-60', '61-120', '121-240', '240+'])[place] as time_bucket,
  total_leads,
  converted_leads,
  lost_leads,
  bad_leads,
  round(100.0 * converted_leads / total_leads, 2) as conversion_rate,
  round(100.0 * lost_leads / total_leads, 2) as loss_rate,
  round(100.0 * bad_leads / total_leads, 2) as bad_lead_rate
from bucketed
order by place
