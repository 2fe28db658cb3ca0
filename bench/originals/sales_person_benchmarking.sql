-- sales_person_benchmarking as the reference system has it, with its defects: a transcription for comparing speed.
with figures as (
  select sales_person_name, sales_person_id, count(*) as total_jobs, count(distinct customer_id) as unique_customers, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, avg(coalesce(total_actual_cost, total_estimated_cost)) as avg_job_value, count(*) filter (where opportunity_status = 'BOOKED') as booked_jobs, count(*) filter (where opportunity_status = 'CLOSED') as closed_jobs, count(*) filter (where opportunity_status = 'LOST') as lost_jobs, count(distinct branch_name) as branches_worked, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) / nullif(count(*), 0) as revenue_per_job, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) / nullif(count(distinct customer_id), 0) as revenue_per_customer,
    round(100.0 * count(*) filter (where opportunity_status = 'BOOKED') / nullif(count(*), 0), 2) as booking_rate_percent, round(100.0 * count(*) filter (where opportunity_status = 'CLOSED') / nullif(count(*), 0), 2) as closing_rate_percent, round(100.0 * count(*) filter (where opportunity_status = 'LOST') / nullif(count(*), 0), 2) as loss_rate_percent
  from journey.jobs
  where is_duplicate = false and sales_person_name is not null
  group by sales_person_name, sales_person_id
),
industry as (
  select avg(total_jobs) as industry_avg_jobs, avg(total_revenue) as industry_avg_revenue, avg(avg_job_value) as industry_avg_job_value, avg(booking_rate_percent) as industry_avg_booking_rate, avg(closing_rate_percent) as industry_avg_closing_rate
  from figures
)
select figures.*, industry.*, round(100.0 * (total_jobs - industry_avg_jobs) / nullif(industry_avg_jobs, 0), 2) as jobs_vs_industry_percent, round(100.0 * (total_revenue - industry_avg_revenue) / nullif(industry_avg_revenue, 0), 2) as revenue_vs_industry_percent,
  round(100.0 * (avg_job_value - industry_avg_job_value) / nullif(industry_avg_job_value, 0), 2) as job_value_vs_industry_percent, booking_rate_percent - industry_avg_booking_rate as booking_rate_vs_industry,
  case when total_revenue > industry_avg_revenue * 1.1 then 'above_average' when total_revenue < industry_avg_revenue * 0.9 then 'below_average' else 'average' end as performance_category
from figures
cross join industry
order by total_revenue desc
