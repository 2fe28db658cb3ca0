-- affiliate_performance as the reference system has it, with its defects: a transcription for comparing speed.
select affiliate_name, count(*) as total_jobs, count(distinct customer_id) as customer_count, count(distinct branch_name) as branches_used, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, avg(coalesce(total_actual_cost, total_estimated_cost)) as avg_job_value, count(*) filter (where opportunity_status = 'BOOKED') as booked_jobs, count(*) filter (where opportunity_status = 'CLOSED') as closed_jobs, round(100.0 * count(*) filter (where opportunity_status = 'BOOKED') / nullif(count(*), 0), 2) as booking_rate, round(100.0 * count(*) filter (where opportunity_status = 'CLOSED') / nullif(count(*), 0), 2) as completion_rate, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) / nullif(count(distinct customer_id), 0) as revenue_per_customer, min(job_date) as first_job_date, max(job_date) as last_job_date
from journey.jobs
where is_duplicate = false and affiliate_name is not null
group by affiliate_name
order by total_revenue desc
