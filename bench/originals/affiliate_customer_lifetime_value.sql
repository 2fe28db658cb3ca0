-- affiliate_customer_lifetime_value as the reference system has it, with its defects: a transcription for comparing speed.
with per_customer as (
  select affiliate_name, customer_id, count(*) as jobs, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as revenue, (max(job_date) - min(job_date)) / 365.25 as years
  from journey.jobs
  where is_duplicate = false and opportunity_status in ('BOOKED', 'CLOSED') and affiliate_name is not null and customer_id is not null
  group by 1, 2
)
select affiliate_name, count(*) as customer_count, sum(jobs) as total_jobs, sum(revenue) as total_revenue, avg(jobs) as avg_jobs_per_customer, avg(revenue) as avg_lifetime_value, percentile_cont(0.5) within group (order by revenue) as median_lifetime_value, avg(years) as avg_customer_lifetime_years, sum(revenue) / nullif(count(*), 0) as revenue_per_customer
from per_customer
group by affiliate_name
order by total_revenue desc
