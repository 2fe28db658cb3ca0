-- job_type_geographic_profitability as the reference system has it, with its defects: a transcription for comparing speed.
select job_type, origin_state, destination_state, branch_name, count(*) as total_jobs, count(distinct customer_id) as customer_count, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, sum(total_estimated_cost) as total_estimated, sum(total_actual_cost) as total_actual, coalesce(sum(total_actual_cost), 0) - coalesce(sum(total_estimated_cost), 0) as variance_amount, round(100.0 * (coalesce(sum(total_actual_cost), 0) - coalesce(sum(total_estimated_cost), 0)) / nullif(sum(total_estimated_cost), 0), 2) as variance_percent, avg(coalesce(total_actual_cost, total_estimated_cost)) as avg_job_value, avg(actual_number_crew) as avg_crew_size, avg(actual_number_trucks) as avg_trucks, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) / nullif(count(*), 0) as revenue_per_job
from journey.jobs
where is_duplicate = false and opportunity_status in ('BOOKED', 'CLOSED')
group by 1, 2, 3, 4
order by total_revenue desc
