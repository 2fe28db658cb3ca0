-- routing_efficiency as the reference system has it, with its defects: a transcription for comparing speed.
select origin_city, origin_state, destination_city, destination_state, branch_name, count(*) as route_frequency, case when origin_city = destination_city then 'local' when origin_state = destination_state then 'intrastate' else 'interstate' end as route_type, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, avg(coalesce(total_actual_cost, total_estimated_cost)) as avg_job_value, avg(actual_number_crew) as avg_crew_size, avg(actual_number_trucks) as avg_trucks, min(job_date) as first_job_date, max(job_date) as last_job_date, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) / nullif(count(*), 0) as revenue_per_trip, case when count(*) >= 10 then 'high' when count(*) >= 5 then 'medium' when count(*) >= 2 then 'low' else 'one_time' end as frequency_category
from journey.jobs
where is_duplicate = false and opportunity_status in ('BOOKED', 'CLOSED') and origin_city is not null and destination_city is not null
group by 1, 2, 3, 4, 5, 7
order by route_frequency desc
