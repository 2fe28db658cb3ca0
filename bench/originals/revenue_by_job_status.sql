-- revenue_by_job_status as the reference system has it, with its defects: a transcription for comparing speed.
select
  opportunity_status,
  count(*) as job_count,
  sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue,
  round(avg(coalesce(total_actual_cost, total_estimated_cost)), 2) as avg_job_value,
  min(coalesce(total_actual_cost, total_estimated_cost)) as min_job_value,
  max(coalesce(total_actual_cost, total_estimated_cost)) as max_job_value,
  percentile_cont(0.5) within group (order by coalesce(total_actual_cost, total_estimated_cost)) as median_job_value,
  round(100.0 * sum(coalesce(total_actual_cost, total_estimated_cost, 0)) / nullif(sum(sum(coalesce(total_actual_cost, total_estimated_cost, 0))) over (), 0), 2) as revenue_percentage
from journey.jobs
where is_duplicate = false
group by opportunity_status
order by total_revenue desc
