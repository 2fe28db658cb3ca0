-- sales_person_specialization as the reference system has it, with its defects: a transcription for comparing speed.
with figures as (
  select p.name as sales_person_name, count(distinct j.job_type) as job_types_handled, count(distinct j.branch_name) as branches_worked, count(distinct j.id) as total_jobs, count(distinct j.customer_id) as total_customers, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, count(distinct o.id) as total_booked_opportunities, count(distinct l.id) as total_leads, mode() within group (order by j.job_type) as primary_job_type, mode() within group (order by j.branch_name) as primary_branch
  from journey.sales_persons as p
  left join journey.jobs as j on j.sales_person_id = p.id and j.is_duplicate = false and j.opportunity_status in ('BOOKED', 'CLOSED')
  left join journey.booked_opportunities as o on o.sales_person_id = p.id
  left join journey.lead_status as l on l.sales_person_id = p.id
  group by p.name
)
select *, total_revenue / nullif(total_jobs, 0) as revenue_per_job, round(100.0 * total_jobs / nullif(total_leads, 0), 2) as conversion_rate, case when job_types_handled = 1 and branches_worked = 1 then 'highly_specialized' when job_types_handled <= 2 and branches_worked <= 2 then 'specialized' when job_types_handled <= 4 and branches_worked <= 3 then 'moderately_diverse' else 'diverse' end as specialization_level
from figures
order by total_revenue desc
