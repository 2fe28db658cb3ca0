-- top_origin_cities as the reference system has it, with its defects: a transcription for comparing speed.
select
  origin_city,
  origin_state,
  count(*) as job_count,
  count(*) filter (where opportunity_status = 'BOOKED') as booked_jobs,
  count(*) filter (where opportunity_status = 'CLOSED') as closed_jobs,
  sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue,
  round(avg(coalesce(total_actual_cost, total_estimated_cost)), 2) as avg_job_value,
  count(distinct customer_id) as unique_customers,
  count(distinct branch_name) as branches_serving
from journey.jobs
where is_duplicate = false and origin_city is not null
group by origin_city, origin_state
order by job_count desc
limit 50
