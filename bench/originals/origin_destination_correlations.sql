-- origin_destination_correlations as the reference system has it, with its defects: a transcription for comparing speed.
select c.origin_city, c.origin_state, c.destination_city, c.destination_state, case when c.origin_city = c.destination_city then 'local' when c.origin_state = c.destination_state then 'intrastate' else 'interstate' end as route_type, count(distinct c.id) as customer_count, count(j.id) as total_jobs, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, avg(coalesce(total_actual_cost, total_estimated_cost)) as avg_job_value, round(count(j.id)::numeric / nullif(count(distinct c.id), 0), 2) as jobs_per_customer
from journey.customers as c
left join journey.jobs as j on j.customer_id = c.id and j.is_duplicate = false and j.opportunity_status in ('BOOKED', 'CLOSED')
where c.origin_city is not null and c.destination_city is not null
group by 1, 2, 3, 4, 5
order by customer_count desc
