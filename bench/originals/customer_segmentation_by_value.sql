-- customer_segmentation_by_value as the reference system has it, with its defects: a transcription for comparing speed.
with totals as (
  select c.id as customer_id, c.name as customer_name, c.email, count(j.id) as total_jobs, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, min(j.job_date) as first_job_date, max(j.job_date) as last_job_date
  from journey.customers as c
  join journey.jobs as j on j.customer_id = c.id
  where j.is_duplicate = false and j.opportunity_status in ('BOOKED', 'CLOSED')
  group by c.id, c.name, c.email
),
cuts as (
  select percentile_cont(0.9) within group (order by total_revenue) as p90, percentile_cont(0.75) within group (order by total_revenue) as p75, percentile_cont(0.5) within group (order by total_revenue) as p50, percentile_cont(0.25) within group (order by total_revenue) as p25
  from totals
)
select totals.*, case when total_revenue >= p90 then 'VIP' when total_revenue >= p75 then 'High' when total_revenue >= p50 then 'Medium' when total_revenue >= p25 then 'Low' else 'Very Low' end as clv_segment
from totals
cross join cuts
order by total_revenue desc
