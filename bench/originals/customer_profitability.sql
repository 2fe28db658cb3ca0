-- customer_profitability as the reference system has it, with its defects: a transcription for comparing speed.
with totals as (
  select c.id as customer_id, c.name as customer_name, c.email, c.phone, count(j.id) as total_jobs, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, sum(total_estimated_cost) as total_estimated, sum(total_actual_cost) as total_actual, coalesce(sum(total_actual_cost), 0) - coalesce(sum(total_estimated_cost), 0) as variance_amount, round(100.0 * (coalesce(sum(total_actual_cost), 0) - coalesce(sum(total_estimated_cost), 0)) / nullif(sum(total_estimated_cost), 0), 2) as variance_percent, avg(coalesce(total_actual_cost, total_estimated_cost)) as avg_job_value, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) / nullif(count(j.id), 0) as revenue_per_job, min(j.job_date) as first_job_date, max(j.job_date) as last_job_date, max(j.job_date) - min(j.job_date) as customer_lifetime_days, count(distinct j.branch_name) as branches_used, count(distinct j.job_type) as job_types_used
  from journey.customers as c
  join journey.jobs as j on j.customer_id = c.id
  where j.is_duplicate = false and j.opportunity_status in ('BOOKED', 'CLOSED')
  group by c.id, c.name, c.email, c.phone
)
select *, case when total_revenue >= 5000 then 'high' when total_revenue >= 2000 then 'medium' when total_revenue >= 500 then 'low' else 'minimal' end as profitability_segment
from totals
order by total_revenue desc
limit 500
