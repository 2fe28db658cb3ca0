-- job_bookings_by_branch as the reference system has it, with its defects: a transcription for comparing speed.
select
  branch_name,
  count(*) as total_jobs,
  count(*) filter (where opportunity_status = 'BOOKED') as booked_jobs,
  count(*) filter (where opportunity_status = 'CLOSED') as closed_jobs,
  count(*) filter (where opportunity_status = 'QUOTED') as quoted_jobs,
  count(*) filter (where opportunity_status = 'LOST') as lost_jobs,
  count(*) filter (where opportunity_status = 'CANCELLED') as cancelled_jobs,
  sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue,
  coalesce(sum(coalesce(total_actual_cost, total_estimated_cost, 0)) filter (where opportunity_status = 'BOOKED'), 0) as booked_revenue,
  coalesce(sum(coalesce(total_actual_cost, total_estimated_cost, 0)) filter (where opportunity_status = 'CLOSED'), 0) as closed_revenue,
  round(avg(coalesce(total_actual_cost, total_estimated_cost)), 2) as avg_job_value,
  round(100.0 * count(*) filter (where opportunity_status = 'BOOKED') / nullif(count(*), 0), 2) as booking_rate_percent
from journey.jobs
where is_duplicate = false and branch_name is not null
group by branch_name
order by total_revenue desc
