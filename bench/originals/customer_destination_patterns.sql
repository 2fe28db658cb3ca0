-- customer_destination_patterns as the reference system has it, with its defects: a transcription for comparing speed.
select c.destination_city, c.destination_state, count(distinct c.id) as customer_count, count(j.id) as total_jobs, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, avg(coalesce(total_actual_cost, total_estimated_cost)) as avg_job_value, count(distinct c.origin_city) as origin_cities_count, count(distinct c.origin_state) as origin_states_count, round(count(j.id)::numeric / nullif(count(distinct c.id), 0), 2) as jobs_per_customer, round(sum(coalesce(total_actual_cost, total_estimated_cost, 0)) / nullif(count(distinct c.id), 0), 2) as revenue_per_customer
from journey.customers as c
left join journey.jobs as j on j.customer_id = c.id and j.is_duplicate = false and j.opportunity_status in ('BOOKED', 'CLOSED')
where c.destination_city is not null
group by c.destination_city, c.destination_state
order by customer_count desc
