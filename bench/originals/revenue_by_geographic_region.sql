-- revenue_by_geographic_region as the reference system has it, with its defects: a transcription for comparing speed.
select 'origin' as region_type, origin_city as city, origin_state as state, count(*) as job_count, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, round(avg(coalesce(total_actual_cost, total_estimated_cost)), 2) as avg_job_value
from journey.jobs
where is_duplicate = false and origin_city is not null
group by origin_city, origin_state
union all
select 'destination' as region_type, destination_city as city, destination_state as state, count(*) as job_count, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, round(avg(coalesce(total_actual_cost, total_estimated_cost)), 2) as avg_job_value
from journey.jobs
where is_duplicate = false and destination_city is not null
group by destination_city, destination_state
order by total_revenue desc
