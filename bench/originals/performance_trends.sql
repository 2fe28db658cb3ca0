-- performance_trends as the reference system has it, with its defects: a transcription for comparing speed.
select
  'sales_person' as performance_type,
  date_trunc('month', job_date) as month,
  sales_person_name as performer_name,
  count(*) as jobs_handled,
  count(*) filter (where opportunity_status = 'BOOKED') as booked_jobs,
  sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as revenue,
  round(100.0 * count(*) filter (where opportunity_status = 'BOOKED') / nullif(count(*), 0), 2) as booking_rate_percent
from journey.jobs
where is_duplicate = false and job_date is not null and sales_person_name is not null
group by 2, 3
order by 2 desc, revenue desc
