-- revenue_by_referral_source as the reference system has it, with its defects: a transcription for comparing speed.
select
  referral_source,
  affiliate_name,
  count(*) as job_count,
  count(*) filter (where opportunity_status = 'BOOKED') as booked_jobs,
  count(*) filter (where opportunity_status = 'CLOSED') as closed_jobs,
  sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue,
  coalesce(sum(coalesce(total_actual_cost, total_estimated_cost, 0)) filter (where opportunity_status = 'BOOKED'), 0) as booked_revenue,
  coalesce(sum(coalesce(total_actual_cost, total_estimated_cost, 0)) filter (where opportunity_status = 'CLOSED'), 0) as closed_revenue,
  round(avg(coalesce(total_actual_cost, total_estimated_cost)), 2) as avg_job_value,
  round(100.0 * count(*) filter (where opportunity_status = 'BOOKED') / nullif(count(*), 0), 2) as booking_rate_percent
from journey.jobs
where is_duplicate = false and referral_source is not null
group by referral_source, affiliate_name
order by total_revenue desc
