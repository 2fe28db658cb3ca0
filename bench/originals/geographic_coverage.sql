-- geographic_coverage as the reference system has it, with its defects: a transcription for comparing speed.
select origin_state as state, 'origin' as coverage_type, count(*) as job_count, count(distinct origin_city) as cities_served, count(distinct customer_id) as unique_customers, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue
from journey.jobs
where is_duplicate = false and origin_state is not null
group by origin_state
union all
select destination_state as state, 'destination' as coverage_type, count(*) as job_count, count(distinct destination_city) as cities_served, count(distinct customer_id) as unique_customers, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue
from journey.jobs
where is_duplicate = false and destination_state is not null
group by destination_state
order by job_count desc
