-- customer_churn_prediction as the reference system has it, with its defects: a transcription for comparing speed.
with lasts as (
  select c.id as customer_id, c.name as customer_name, c.email, c.phone, max(j.job_date) as last_job_date, count(j.id) as total_jobs, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, avg(coalesce(total_actual_cost, total_estimated_cost)) as avg_job_value, current_date - max(j.job_date) as days_since_last_job
  from journey.customers as c
  left join journey.jobs as j on j.customer_id = c.id
  where j.is_duplicate = false and j.opportunity_status in ('BOOKED', 'CLOSED')
  group by c.id, c.name, c.email, c.phone
)
select *, case when days_since_last_job <= 90 then 'active' when days_since_last_job <= 180 then 'at_risk_3_months' when days_since_last_job <= 365 then 'at_risk_6_months' else 'churned' end as churn_status,
  case when days_since_last_job > 365 then 'high' when days_since_last_job > 180 then 'medium' when days_since_last_job > 90 then 'low' else 'no_risk' end as risk_level, round(days_since_last_job / 30.44, 1) as months_since_last_job
from lasts
where days_since_last_job > 90
order by days_since_last_job desc
