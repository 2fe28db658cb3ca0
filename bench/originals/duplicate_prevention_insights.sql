-- duplicate_prevention_insights as the reference system has it, with its defects: a transcription for comparing speed.
select 'by_branch' as analysis_type, date_trunc('month', job_date) as month, branch_name, sales_person_name, opportunity_status, count(*) as duplicate_count, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as duplicate_value
from journey.jobs
where is_duplicate = true
group by 2, 3, 4, 5
union all
select 'by_customer', null, customer_name, null, null, count(*), sum(coalesce(total_actual_cost, total_estimated_cost, 0))
from journey.jobs
where is_duplicate = true
group by customer_name
order by duplicate_count desc
