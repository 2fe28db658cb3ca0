-- merge_method_performance as the reference system has it, with its defects: a transcription for comparing speed.
with merges as (
  select c.id as customer_id, merge ->> 'method' as merge_method, (merge ->> 'confidence')::numeric as confidence, (merge ->> 'merged_at')::timestamptz as merged_at
  from journey.customers as c
  cross join lateral jsonb_array_elements(coalesce(c.merge_history::jsonb, '[]'::jsonb)) as merge
)
select m.merge_method, count(distinct m.customer_id) as customers_merged, avg(m.confidence) as avg_confidence, percentile_cont(0.5) within group (order by m.confidence) as median_confidence, count(distinct j.id) as total_jobs, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, count(distinct o.id) as total_booked_opportunities, count(distinct j.id)::numeric / nullif(count(distinct m.customer_id), 0) as avg_jobs_per_customer, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) / nullif(count(distinct m.customer_id), 0) as avg_revenue_per_customer, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) / nullif(count(distinct j.id), 0) as revenue_per_job
from merges as m
left join journey.jobs as j on j.customer_id = m.customer_id and j.is_duplicate = false
left join journey.booked_opportunities as o on o.customer_id = m.customer_id
group by m.merge_method
order by total_revenue desc
