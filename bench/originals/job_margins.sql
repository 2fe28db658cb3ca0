-- job_margins as the reference system has it, with its defects: a transcription for comparing speed.
select id, job_id, job_number, job_date, branch_name, job_type, opportunity_status, total_estimated_cost, total_actual_cost, coalesce(total_actual_cost, total_estimated_cost) as revenue, coalesce(total_actual_cost, total_estimated_cost) - total_estimated_cost as margin_amount, round(100.0 * (coalesce(total_actual_cost, total_estimated_cost) - total_estimated_cost) / nullif(total_estimated_cost, 0), 2) as margin_percent, case when coalesce(total_actual_cost, total_estimated_cost) > total_estimated_cost then 'over_estimate' when coalesce(total_actual_cost, total_estimated_cost) < total_estimated_cost then 'under_estimate' else 'on_target' end as estimate_accuracy
from journey.jobs
where is_duplicate = false and opportunity_status in ('BOOKED', 'CLOSED') and total_estimated_cost is not null
order by margin_amount desc
