-- branch_capacity_analysis as the reference system has it, with its defects: a transcription for comparing speed.
with monthly as (
  select b.name as branch_name, b.city as branch_city, b.state as branch_state, date_trunc('month', j.job_date) as month, count(j.id) as jobs, count(distinct j.customer_id) as customers, sum(actual_number_crew) as crew_hours, sum(actual_number_trucks) as truck_hours, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as revenue, count(distinct j.job_date) as active_days
  from journey.jobs as j
  join journey.branches as b on b.id = j.branch_id
  where j.is_duplicate = false and j.opportunity_status in ('BOOKED', 'CLOSED') and j.job_date is not null
  group by 1, 2, 3, 4
)
select branch_name, branch_city, branch_state, count(*) as months_active, sum(jobs) as total_jobs, sum(customers) as total_customers, sum(crew_hours) as total_crew_hours, sum(truck_hours) as total_truck_hours, sum(revenue) as total_revenue, sum(active_days) as total_active_days, avg(jobs) as avg_jobs_per_month, avg(crew_hours) as avg_crew_hours_per_month, avg(truck_hours) as avg_truck_hours_per_month, max(jobs) as peak_jobs_per_month, max(crew_hours) as peak_crew_hours_per_month,
  sum(jobs) / nullif(sum(active_days), 0) as jobs_per_day, sum(crew_hours) / nullif(sum(active_days), 0) as crew_hours_per_day, sum(revenue) / nullif(sum(jobs), 0) as revenue_per_job, sum(revenue) / nullif(sum(crew_hours), 0) as revenue_per_crew_hour, case when max(jobs) / nullif(avg(jobs), 0) > 1.5 then 'high_variance' when max(jobs) / nullif(avg(jobs), 0) > 1.2 then 'moderate_variance' else 'stable' end as demand_variance
from monthly
group by 1, 2, 3
order by total_revenue desc
