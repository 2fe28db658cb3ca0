-- customer_lifetime_value as the reference system has it, with its defects: a transcription for comparing speed.
with totals as (
  select c.id as customer_id, c.name as customer_name, c.email, c.phone, count(j.id) as total_jobs, min(j.job_date) as first_job_date, max(j.job_date) as last_job_date,
    max(j.job_date) - min(j.job_date) as customer_lifetime_days, round((max(j.job_date) - min(j.job_date)) / 365.25, 2) as customer_lifetime_years,
    sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as customer_lifetime_value, round(avg(coalesce(total_actual_cost, total_estimated_cost)), 2) as avg_job_value, count(distinct j.branch_name) as branches_used, count(distinct extract(year from j.job_date)) as years_active,
    coalesce(sum(coalesce(total_actual_cost, total_estimated_cost, 0)) filter (where opportunity_status = 'BOOKED'), 0) as booked_revenue, coalesce(sum(coalesce(total_actual_cost, total_estimated_cost, 0)) filter (where opportunity_status = 'CLOSED'), 0) as closed_revenue, count(*) filter (where opportunity_status = 'BOOKED') as booked_jobs, count(*) filter (where opportunity_status = 'CLOSED') as closed_jobs, count(*) filter (where opportunity_status = 'LOST') as lost_jobs, count(*) filter (where opportunity_status = 'QUOTED') as quoted_jobs
  from journey.customers as c
  join journey.jobs as j on j.customer_id = c.id
  where j.is_duplicate = false and j.opportunity_status in ('BOOKED', 'CLOSED')
  group by c.id, c.name, c.email, c.phone
)
select *, round(customer_lifetime_value / nullif(customer_lifetime_years, 0), 2) as annual_revenue_rate, round(customer_lifetime_value / nullif(total_jobs, 0), 2) as average_job_value
from totals
where total_jobs > 1
order by customer_lifetime_value desc
