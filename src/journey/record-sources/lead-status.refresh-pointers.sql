-- Points every lead of the pool at the customer of its quote number: the booked opportunity's,
-- else the earliest job's, else the lost lead's. The report itself names nobody.
-- $1 business
with
customer_of_job as (
  select distinct on (job.quote_number)
    job.quote_number,
    job.customer_id
  from journey.jobs as job
  where job.business_id = $1
    and job.quote_number is not null
    and job.customer_id is not null
  order by job.quote_number, job.created_at_utc, job.job_number, job.id
),

stale as (
  select
    lead.id,
    coalesce(opportunity.customer_id, customer_of_job.customer_id, lost.customer_id) as customer_id
  from journey.lead_status as lead
  left join journey.booked_opportunities as opportunity
    on opportunity.business_id = $1
    and opportunity.quote_number = lead.quote_number
  left join customer_of_job on customer_of_job.quote_number = lead.quote_number
  left join journey.lost_leads as lost
    on lost.business_id = $1
    and lost.quote_number = lead.quote_number
  where lead.business_id = $1
    and lead.customer_id is distinct from coalesce(opportunity.customer_id, customer_of_job.customer_id, lost.customer_id)
)

update journey.lead_status as lead
set customer_id = stale.customer_id
from stale
where lead.business_id = $1
  and lead.id = stale.id
