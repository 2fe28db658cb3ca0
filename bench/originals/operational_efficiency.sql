-- operational_efficiency as the reference system has it, with its defects: a transcription for comparing speed.
select
  job_type,
  count(*) as total_jobs,
  avg(actual_number_crew) as avg_crew_size,
  avg(actual_number_trucks) as avg_trucks_per_job,
  sum(actual_number_crew) as total_crew_hours,
  sum(actual_number_trucks) as total_truck_hours,
  round(avg(coalesce(total_actual_cost, total_estimated_cost)), 2) as avg_job_value,
  round(sum(coalesce(total_actual_cost, total_estimated_cost, 0)) / nullif(sum(actual_number_crew), 0), 2) as revenue_per_crew_member,
  round(sum(coalesce(total_actual_cost, total_estimated_cost, 0)) / nullif(sum(actual_number_trucks), 0), 2) as revenue_per_truck,
  count(actual_number_crew) as jobs_with_crew_data,
  count(actual_number_trucks) as jobs_with_truck_data
from journey.jobs
where is_duplicate = false and job_type is not null
group by job_type
order by total_jobs desc
