-- job_estimated_vs_actual_cost as the reference system has it, with its defects: a transcription for comparing speed.
select id, job_id, job_number, customer_id, opportunity_status, job_date, total_estimated_cost, total_actual_cost, total_actual_cost - total_estimated_cost as cost_variance, round(100.0 * (total_actual_cost - total_estimated_cost) / nullif(total_estimated_cost, 0), 2) as variance_percent, hourly_rate_quoted, hourly_rate_billed, hourly_rate_billed - hourly_rate_quoted as rate_variance,
  case when total_actual_cost > total_estimated_cost * 1.1 then 'Over Budget' when total_actual_cost < total_estimated_cost * 0.9 then 'Under Budget' else 'Within Budget' end as budget_status
from journey.jobs
where is_duplicate = false and total_estimated_cost is not null and total_actual_cost is not null
order by abs(total_actual_cost - total_estimated_cost) desc
