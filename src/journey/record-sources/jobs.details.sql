-- Where each row was read, and where the move goes to.
-- $1 business
select
  job.id as source_id,
  job.file_id,
  job.line,
  job.destination_address,
  job.destination_city,
  job.destination_state,
  job.destination_zip
from journey.jobs as job
where job.business_id = $1
