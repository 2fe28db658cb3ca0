-- customer_lifetime_value_forecast as the reference system has it, with its defects: a transcription for comparing speed.
with totals as (
  select c.id as customer_id, c.name as customer_name, count(j.id) as total_jobs, min(j.job_date) as first_job_date, max(j.job_date) as last_job_date, max(j.job_date) - min(j.job_date) as customer_lifetime_days, round((max(j.job_date) - min(j.job_date)) / 365.25, 2) as customer_lifetime_years, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as current_ltv, avg(coalesce(total_actual_cost, total_estimated_cost)) as avg_job_value, count(distinct date_trunc('month', j.job_date)) as months_active, count(distinct extract(year from j.job_date)) as years_active
  from journey.customers as c
  join journey.jobs as j on j.customer_id = c.id
  where j.is_duplicate = false and j.opportunity_status in ('BOOKED', 'CLOSED')
  group by c.id, c.name
),
rates as (
  select *, total_jobs::numeric / nullif(months_active, 0) as jobs_per_month, current_ltv / nullif(months_active, 0) as monthly_revenue_rate
  from totals
)
select *, current_ltv + monthly_revenue_rate * 12 as forecasted_ltv_12_months, current_ltv + monthly_revenue_rate * 24 as forecasted_ltv_24_months, current_ltv + monthly_revenue_rate * 36 as forecasted_ltv_36_months, monthly_revenue_rate * 12 as projected_growth_12_months, monthly_revenue_rate * 24 as projected_growth_24_months, monthly_revenue_rate * 36 as projected_growth_36_months
from rates
order by current_ltv desc
