-- Points every job at the customer that its person record is linked to now.
-- updated_at stays: the row itself did not change.
-- $1 business
with stale as (
  select
    job.id,
    record.customer_id
  from journey.jobs as job
  left join customers.records as record
    on record.business_id = $1
    and record.source = 'journey.jobs'
    and record.source_id = job.id
  where job.business_id = $1
    and job.customer_id is distinct from record.customer_id
)

update journey.jobs as job
set customer_id = stale.customer_id
from stale
where job.business_id = $1
  and job.id = stale.id
