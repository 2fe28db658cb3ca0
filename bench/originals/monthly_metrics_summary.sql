-- monthly_metrics_summary as the reference system has it, with its defects: a transcription for comparing speed.
select
  date_trunc('month', job_date) as month,
  extract(year from date_trunc('month', job_date)) as year,
  extract(month from date_trunc('month', job_date)) as month_number,
  count(*) as total_jobs,
  count(*) filter (where opportunity_status = 'QUOTED') as quoted_jobs,
  count(*) filter (where opportunity_status = 'BOOKED') as booked_jobs,
  count(*) filter (where opportunity_status = 'CLOSED') as closed_jobs,
  count(*) filter (where opportunity_status = 'LOST') as lost_jobs,
  count(*) filter (where opportunity_status = 'CANCELLED') as cancelled_jobs,
  sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue,
  round(avg(coalesce(total_actual_cost, total_estimated_cost)), 2) as avg_job_value,
  count(distinct customer_id) as unique_customers,
  count(distinct branch_name) as active_branches,
  count(distinct sales_person_name) as active_sales_people,
  round(100.0 * count(*) filter (where opportunity_status = 'BOOKED') / nullif(count(*), 0), 2) as booking_rate_percent
from journey.jobs
where is_duplicate = false and job_date is not null
group by 1, 2, 3
order by 1 desc
