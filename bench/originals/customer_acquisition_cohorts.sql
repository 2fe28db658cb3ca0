-- customer_acquisition_cohorts as the reference system has it, with its defects: a transcription for comparing speed.
select date_trunc('month', c.first_lead_date) as acquisition_month, extract(month from age(j.job_date, c.first_lead_date)) as months_since_acquisition, count(distinct c.id) as active_customers, count(j.id) as total_jobs, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, round(count(j.id)::numeric / nullif(count(distinct c.id), 0), 2) as avg_jobs_per_customer, round(sum(coalesce(total_actual_cost, total_estimated_cost, 0)) / nullif(count(distinct c.id), 0), 2) as avg_revenue_per_customer
from journey.customers as c
join journey.jobs as j on j.customer_id = c.id
where j.is_duplicate = false and j.opportunity_status in ('BOOKED', 'CLOSED') and c.first_lead_date is not null and j.job_date >= c.first_lead_date
group by 1, 2
order by 1, 2
