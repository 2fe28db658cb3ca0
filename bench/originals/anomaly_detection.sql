-- anomaly_detection as the reference system has it, with its defects: a transcription for comparing speed.
with monthly as (
  select date_trunc('month', job_date) as month, count(*) as job_count, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as revenue, count(distinct customer_id) as unique_customers, avg(coalesce(total_actual_cost, total_estimated_cost)) as avg_job_value
  from journey.jobs
  where is_duplicate = false and opportunity_status in ('BOOKED', 'CLOSED') and job_date is not null
  group by 1
),
stats as (
  select avg(job_count) as mean_jobs, stddev(job_count) as stddev_jobs, avg(revenue) as mean_revenue, stddev(revenue) as stddev_revenue, percentile_cont(0.25) within group (order by job_count) as q1_jobs, percentile_cont(0.75) within group (order by job_count) as q3_jobs, percentile_cont(0.25) within group (order by revenue) as q1_revenue, percentile_cont(0.75) within group (order by revenue) as q3_revenue
  from monthly
)
select month, job_count, revenue, unique_customers, avg_job_value, mean_jobs, stddev_jobs, mean_revenue, stddev_revenue, (job_count - mean_jobs) / nullif(stddev_jobs, 0) as z_score_jobs, (revenue - mean_revenue) / nullif(stddev_revenue, 0) as z_score_revenue, q3_jobs - q1_jobs as iqr_jobs, q3_revenue - q1_revenue as iqr_revenue,
  abs((job_count - mean_jobs) / nullif(stddev_jobs, 0)) > 2 as is_job_anomaly, abs((revenue - mean_revenue) / nullif(stddev_revenue, 0)) > 2 as is_revenue_anomaly, case when abs((job_count - mean_jobs) / nullif(stddev_jobs, 0)) > 2 or job_count > q3_jobs + 1.5 * (q3_jobs - q1_jobs) then 'anomaly' else 'normal' end as anomaly_status, case when job_count > mean_jobs then 'high_job_volume' else 'low_job_volume' end as anomaly_type
from monthly
cross join stats
order by month desc
