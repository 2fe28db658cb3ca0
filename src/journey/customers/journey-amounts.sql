-- What customers are worth: revenue of their jobs done, else what is booked or was offered.
-- $1 business
with jobs as (
  select
    job.customer_id,
    sum(coalesce(job.total_actual_cost, job.total_estimated_cost)) as amount
  from journey.jobs as job
  where job.business_id = $1
    and job.customer_id is not null
    and not job.is_duplicate
  group by job.customer_id
),

leads as (
  select
    lead.customer_id,
    sum(lead.estimated_revenue) as amount
  from journey.lead_status as lead
  where lead.business_id = $1
    and lead.customer_id is not null
  group by lead.customer_id
)

select
  coalesce(jobs.customer_id, leads.customer_id) as id,
  coalesce(jobs.amount, leads.amount, 0) as amount
from jobs
full join leads on leads.customer_id = jobs.customer_id
