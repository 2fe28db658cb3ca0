-- average_job_value as the reference system has it, with its defects: a transcription for comparing speed.
select 'overall' as dimension, 'All' as dimension_value, count(*) as job_count, round(avg(coalesce(total_actual_cost, total_estimated_cost)), 2) as avg_job_value, percentile_cont(0.5) within group (order by coalesce(total_actual_cost, total_estimated_cost)) as median_job_value
from journey.jobs
where is_duplicate = false
union all
select 'branch' as dimension, branch_name as dimension_value, count(*) as job_count, round(avg(coalesce(total_actual_cost, total_estimated_cost)), 2) as avg_job_value, percentile_cont(0.5) within group (order by coalesce(total_actual_cost, total_estimated_cost)) as median_job_value
from journey.jobs
where is_duplicate = false and branch_name is not null
group by branch_name
union all
select 'sales_person' as dimension, sales_person_name as dimension_value, count(*) as job_count, round(avg(coalesce(total_actual_cost, total_estimated_cost)), 2) as avg_job_value, percentile_cont(0.5) within group (order by coalesce(total_actual_cost, total_estimated_cost)) as median_job_value
from journey.jobs
where is_duplicate = false and sales_person_name is not null
group by sales_person_name
union all
select 'job_type' as dimension, job_type as dimension_value, count(*) as job_count, round(avg(coalesce(total_actual_cost, total_estimated_cost)), 2) as avg_job_value, percentile_cont(0.5) within group (order by coalesce(total_actual_cost, total_estimated_cost)) as median_job_value
from journey.jobs
where is_duplicate = false and job_type is not null
group by job_type
order by 1, 3 desc
