/*
id: user_call_performance
question: Who calls how much?
theme: sales
grain: one row per telephone user
definition: >-
  The call report as imported, with the shares of inbound and outbound calls.
dateBasis: none (the report is one snapshot without a period)
receipt: user_performance
rows:
  measures: {inbound_percentage: percent inbound_count of total_calls, outbound_percentage: percent outbound_count of total_calls}
chart: {type: bar, x: name, y: [inbound_count, outbound_count]}
parameters: []
columns:
  - {name: name, type: text, meaning: "As the report spells it"}
  - {name: user_status, type: text, meaning: "As reported"}
  - {name: total_calls, type: integer, unit: calls, meaning: "As reported"}
  - {name: avg_calls_per_day, type: number, unit: calls, meaning: "As reported"}
  - {name: inbound_count, type: integer, unit: calls, meaning: "As reported"}
  - {name: outbound_count, type: integer, unit: calls, meaning: "As reported"}
  - {name: missed_percent, type: percent, meaning: "As reported"}
  - {name: avg_handle_time, type: text, meaning: "As reported"}
  - {name: inbound_percentage, type: percent, meaning: "inbound / all calls"}
  - {name: outbound_percentage, type: percent, meaning: "outbound / all calls"}
*/
select
  calls.name,
  calls.user_status,
  calls.total_calls,
  calls.avg_calls_per_day,
  calls.inbound_count,
  calls.outbound_count,
  calls.missed_percent,
  calls.avg_handle_time,
  round(100.0 * calls.inbound_count / nullif(calls.total_calls, 0), 2) as inbound_percentage,
  round(100.0 * calls.outbound_count / nullif(calls.total_calls, 0), 2) as outbound_percentage
from journey.user_performance as calls
where calls.business_id = :business_id
order by calls.total_calls desc nulls last, calls.name
