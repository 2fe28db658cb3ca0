-- Points the leads of the pool whose quote number stands in a record that just moved at the customer
-- of that number: the booked opportunity's, else the earliest job's, else the lost lead's.
-- $1 business
with
quotes as materialized (
  select distinct record.quote_number
  from planned_moves as moved
  join customers.records as record
    on record.business_id = $1
    and record.id = moved.record_id
  where record.quote_number is not null
),

customer_of_job as (
  select distinct on (job.quote_number)
    job.quote_number,
    job.customer_id
  from quotes
  join journey.jobs as job
    on job.business_id = $1
    and job.quote_number = quotes.quote_number
  where job.customer_id is not null
  order by job.quote_number, job.created_at_utc, job.job_number, job.id
),

wanted as (
  select
    quotes.quote_number,
    coalesce(opportunity.customer_id, customer_of_job.customer_id, lost.customer_id) as customer_id
  from quotes
  left join journey.booked_opportunities as opportunity
    on opportunity.business_id = $1
    and opportunity.quote_number = quotes.quote_number
  left join customer_of_job on customer_of_job.quote_number = quotes.quote_number
  left join journey.lost_leads as lost
    on lost.business_id = $1
    and lost.quote_number = quotes.quote_number
)

update journey.lead_status as lead
set customer_id = wanted.customer_id
from wanted
where lead.business_id = $1
  and lead.quote_number = wanted.quote_number
  and lead.customer_id is distinct from wanted.customer_id
