-- gender_distribution as the reference system has it, with its defects: a transcription for comparing speed.
select c.gender, count(distinct c.id) as total_customers, count(j.id) as total_jobs, count(j.id) filter (where j.opportunity_status in ('BOOKED', 'CLOSED')) as active_jobs, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, avg(coalesce(total_actual_cost, total_estimated_cost)) as avg_job_value, round(100.0 * count(distinct c.id) / sum(count(distinct c.id)) over (), 2) as customer_percentage, round(count(j.id)::numeric / nullif(count(distinct c.id), 0), 2) as jobs_per_customer
from journey.customers as c
left join journey.jobs as j on j.customer_id = c.id and j.is_duplicate = false
group by c.gender
order by total_customers desc
