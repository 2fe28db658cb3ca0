-- customer_segmentation_advanced as the reference system has it, with its defects: a transcription for comparing speed.
with base as (
  select c.id as customer_id, c.name as customer_name, c.email, c.phone, max(j.job_date) as last_job_date, current_date - max(j.job_date) as recency_days, count(j.id) as frequency_jobs, count(distinct date_trunc('month', j.job_date)) as frequency_months, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as monetary_value, avg(coalesce(total_actual_cost, total_estimated_cost)) as avg_job_value
  from journey.customers as c
  join journey.jobs as j on j.customer_id = c.id
  where j.is_duplicate = false and j.opportunity_status in ('BOOKED', 'CLOSED')
  group by c.id, c.name, c.email, c.phone
),
scored as (
  select *, round(recency_days / 30.44, 1) as recency_months, case when recency_days <= 30 then 5 when recency_days <= 90 then 4 when recency_days <= 180 then 3 when recency_days <= 365 then 2 else 1 end as r, case when frequency_jobs >= 10 then 5 when frequency_jobs >= 5 then 4 when frequency_jobs >= 3 then 3 when frequency_jobs >= 2 then 2 else 1 end as f, case when monetary_value >= 5000 then 5 when monetary_value >= 2000 then 4 when monetary_value >= 1000 then 3 when monetary_value >= 500 then 2 else 1 end as m
  from base
)
select *, concat(r, f, m) as rfm_cell,
  case when r >= 4 and f >= 4 and m >= 4 then 'champions' when r >= 3 and f >= 3 and m >= 4 then 'loyal_customers' when r >= 4 and f <= 2 and m >= 3 then 'potential_loyalists' when r >= 4 and f <= 1 and m <= 2 then 'new_customers' when r >= 3 and f >= 3 and m <= 3 then 'promising' when r <= 2 and f >= 3 and m >= 3 then 'needs_attention' when r <= 2 and f >= 2 and m >= 2 then 'about_to_sleep' when r <= 2 and f <= 2 and m >= 3 then 'at_risk' when r <= 2 and f <= 2 and m <= 2 then 'lost' else 'other' end as rfm_segment
from scored
order by monetary_value desc
