-- job_status_distribution as the reference system has it, with its defects: a transcription for comparing speed.
select
  opportunity_status,
  count(*) as job_count,
  round(100.0 * count(*) / sum(count(*)) over (), 2) as percentage_of_total,
  sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue,
  round(100.0 * sum(coalesce(total_actual_cost, total_estimated_cost, 0)) / nullif(sum(sum(coalesce(total_actual_cost, total_estimated_cost, 0))) over (), 0), 2) as revenue_percentage,
  round(avg(coalesce(total_actual_cost, total_estimated_cost)), 2) as avg_value_per_job
from journey.jobs
where is_duplicate = false
group by opportunity_status
order by job_count desc
