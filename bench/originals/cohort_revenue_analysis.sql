-- cohort_revenue_analysis as the reference system has it, with its defects: a transcription for comparing speed.
with per_customer as (
  select extract(year from c.first_lead_date) as acquisition_year, extract(month from c.first_lead_date) as acquisition_month, extract(month from age(j.job_date, c.first_lead_date)) as months_since_acquisition, c.id, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as revenue
  from journey.customers as c
  join journey.jobs as j on j.customer_id = c.id
  where j.is_duplicate = false and j.opportunity_status in ('BOOKED', 'CLOSED') and c.first_lead_date is not null and j.job_date >= c.first_lead_date
  group by 1, 2, 3, 4
)
select acquisition_year, acquisition_month, months_since_acquisition, count(distinct id) as active_customers, sum(revenue) as total_revenue, avg(revenue) as avg_revenue_per_customer, percentile_cont(0.5) within group (order by revenue) as median_revenue_per_customer
from per_customer
group by 1, 2, 3
order by 1, 2, 3
