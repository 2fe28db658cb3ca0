/*
id: merge_history_analysis
question: How were customers merged?
theme: data_quality
grain: one row per method
definition: >-
  Merges of customers that stand, by the method that found them to be one.
dateBasis: none (all merges that stand)
receipt: merges
chart: {type: table}
parameters: []
columns:
  - {name: merge_method, type: text, meaning: "EXACT_MATCH, SPLINK_HIGH_CONFIDENCE, SPLINK_MEDIUM_CONFIDENCE or MANUAL_APPROVAL"}
  - {name: customers_merged, type: integer, unit: customers, meaning: "Customers that others were merged into"}
  - {name: total_merges, type: integer, unit: merges, meaning: "Merges"}
  - {name: avg_confidence, type: number, meaning: "Mean, 0 to 1"}
  - {name: median_confidence, type: number, meaning: "Median, 0 to 1"}
  - {name: first_merge, type: instant, meaning: "First"}
  - {name: last_merge, type: instant, meaning: "Last"}
  - {name: percentage_of_merges, type: percent, meaning: "Share of all merges"}
caveats:
  - Merges taken back do not count. A record that joined a customer when it was first seen is no merge.
*/
with merges as (
  select customer_id, method, confidence, "timestamp" as merged_at
  from customers.merge_history
  where business_id = :business_id
)

select
  method as merge_method,
  count(distinct customer_id) as customers_merged,
  count(*) as total_merges,
  round(avg(confidence), 4) as avg_confidence,
  round(percentile_cont(0.5) within group (order by confidence)::numeric, 4) as median_confidence,
  min(merged_at) as first_merge,
  max(merged_at) as last_merge,
  round(100.0 * count(*) / sum(count(*)) over (), 2) as percentage_of_merges
from merges
group by 1
order by total_merges desc, merge_method
