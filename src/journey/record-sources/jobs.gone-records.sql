-- Person records whose job is gone, or names nobody any more.
-- $1 business
select record.id
from customers.records as record
left join journey.jobs as job
  on job.business_id = $1
  and job.id = record.source_id
where record.business_id = $1
  and record.source = 'journey.jobs'
  and (job.id is null or num_nonnulls(job.customer_name, job.customer_email, job.customer_phone) = 0)
