-- crew_truck_utilization_by_route as the reference system has it, with its defects: a transcription for comparing speed.
select case when origin_city = destination_city then 'local' when origin_state = destination_state then 'intrastate' else 'interstate' end as route_type, job_type, branch_name, count(*) as total_jobs, sum(actual_number_crew) as total_crew_hours, sum(actual_number_trucks) as total_truck_hours, avg(actual_number_crew) as avg_crew_per_job, avg(actual_number_trucks) as avg_trucks_per_job, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, avg(coalesce(total_actual_cost, total_estimated_cost)) as avg_job_value, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) / nullif(sum(actual_number_crew), 0) as revenue_per_crew_hour, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) / nullif(sum(actual_number_trucks), 0) as revenue_per_truck_hour, sum(actual_number_crew)::numeric / nullif(count(*), 0) as crew_hours_per_job, sum(actual_number_trucks)::numeric / nullif(count(*), 0) as truck_hours_per_job
from journey.jobs
where is_duplicate = false and opportunity_status in ('BOOKED', 'CLOSED')
group by 1, 2, 3
order by total_jobs desc
