-- merge_history_analysis as the reference system has it, with its defects: a transcription for comparing speed.
with merges as (
  select c.id as customer_id, merge ->> 'method' as merge_method, (merge ->> 'confidence')::numeric as confidence, (merge ->> 'merged_at')::timestamptz as merged_at
  from journey.customers as c
  cross join lateral jsonb_array_elements(coalesce(c.merge_history::jsonb, '[]'::jsonb)) as merge
)
select merge_method, count(distinct customer_id) as customers_merged, count(*) as total_merges, avg(confidence) as avg_confidence, percentile_cont(0.5) within group (order by confidence) as median_confidence, min(merged_at) as first_merge, max(merged_at) as last_merge, round(100.0 * count(*) / sum(count(*)) over (), 2) as percentage_of_merges
from merges
group by merge_method
order by total_merges desc
