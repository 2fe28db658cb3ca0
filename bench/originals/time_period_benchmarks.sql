-- time_period_benchmarks as the reference system has it, with its defects: a transcription for comparing speed.
with figures as (
  select date_trunc('month', job_date) as period, extract(year from job_date) as year, extract(month from job_date) as month, count(*) as total_jobs, count(distinct customer_id) as unique_customers, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, avg(coalesce(total_actual_cost, total_estimated_cost)) as avg_job_value, count(*) filter (where opportunity_status = 'BOOKED') as booked_jobs, count(*) filter (where opportunity_status = 'CLOSED') as closed_jobs, count(*) filter (where opportunity_status = 'LOST') as lost_jobs,
    round(100.0 * count(*) filter (where opportunity_status = 'BOOKED') / nullif(count(*), 0), 2) as booking_rate_percent, round(100.0 * count(*) filter (where opportunity_status = 'CLOSED') / nullif(count(*), 0), 2) as closing_rate_percent, round(100.0 * count(*) filter (where opportunity_status = 'LOST') / nullif(count(*), 0), 2) as loss_rate_percent
  from journey.jobs
  where is_duplicate = false and job_date is not null
  group by 1, 2, 3
),
history as (
  select avg(total_jobs) as historical_avg_jobs, avg(total_revenue) as historical_avg_revenue, avg(avg_job_value) as historical_avg_job_value, avg(booking_rate_percent) as historical_avg_booking_rate, avg(closing_rate_percent) as historical_avg_closing_rate
  from figures
  where period < date_trunc('month', current_date) - interval '12 months'
)
select figures.*, history.*, round(100.0 * (total_jobs - historical_avg_jobs) / nullif(historical_avg_jobs, 0), 2) as jobs_vs_historical_percent, round(100.0 * (total_revenue - historical_avg_revenue) / nullif(historical_avg_revenue, 0), 2) as revenue_vs_historical_percent, round(100.0 * (avg_job_value - historical_avg_job_value) / nullif(historical_avg_job_value, 0), 2) as job_value_vs_historical_percent,
  booking_rate_percent - historical_avg_booking_rate as booking_rate_vs_historical, closing_rate_percent - historical_avg_closing_rate as closing_rate_vs_historical, case when total_revenue > historical_avg_revenue * 1.1 then 'above_trend' when total_revenue < historical_avg_revenue * 0.9 then 'below_trend' else 'on_trend' end as trend_category
from figures
cross join history
where period >= date_trunc('month', current_date) - interval '12 months'
order by period desc
