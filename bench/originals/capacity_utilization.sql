-- capacity_utilization as the reference system has it, with its defects: a transcription for comparing speed.
with figures as (
  select branch_name, job_type, date_trunc('month', job_date) as month, count(*) as total_jobs, sum(actual_number_crew) as total_crew_hours, sum(actual_number_trucks) as total_truck_hours, avg(actual_number_crew) as avg_crew_per_job, avg(actual_number_trucks) as avg_trucks_per_job, max(actual_number_crew) as max_crew_per_job, max(actual_number_trucks) as max_trucks_per_job, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, count(distinct job_date) as active_days
  from journey.jobs
  where is_duplicate = false and opportunity_status in ('BOOKED', 'CLOSED') and job_date is not null
  group by branch_name, job_type, 2, 3
)
select *, total_jobs::numeric / nullif(active_days, 0) as jobs_per_day, total_crew_hours::numeric / nullif(active_days, 0) as crew_hours_per_day, total_truck_hours::numeric / nullif(active_days, 0) as truck_hours_per_day, total_revenue / nullif(total_crew_hours, 0) as revenue_per_crew_hour, total_revenue / nullif(total_truck_hours, 0) as revenue_per_truck_hour, total_revenue / nullif(total_jobs, 0) as revenue_per_job, round(100.0 * total_crew_hours / nullif(active_days * 8, 0), 2) as crew_utilization_percent, round(100.0 * total_truck_hours / nullif(active_days * 8, 0), 2) as truck_utilization_percent,
  case when total_crew_hours > 6 * active_days and total_truck_hours > 6 * active_days then 'high' when total_crew_hours > 4 * active_days and total_truck_hours > 4 * active_days then 'medium' else 'low' end as utilization_category
from figures
order by month desc, total_jobs desc
