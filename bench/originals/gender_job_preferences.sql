-- gender_job_preferences as the reference system has it, with its defects: a transcription for comparing speed.
select c.gender, j.job_type, j.branch_name, count(j.id) as job_count, count(distinct c.id) as customer_count, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, avg(coalesce(total_actual_cost, total_estimated_cost)) as avg_job_value, round(100.0 * count(j.id) / sum(count(j.id)) over (partition by c.gender), 2) as percentage_of_gender_jobs, round(count(j.id)::numeric / nullif(count(distinct c.id), 0), 2) as jobs_per_customer
from journey.customers as c
join journey.jobs as j on j.customer_id = c.id
where j.is_duplicate = false and j.opportunity_status in ('BOOKED', 'CLOSED')
group by c.gender, j.job_type, j.branch_name
order by job_count desc
