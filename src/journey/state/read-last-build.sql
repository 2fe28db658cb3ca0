-- What the last finished build left behind.
-- $1 business
select log.notes, log.last_execution_at
from journey.script_execution_log as log
where log.business_id = $1
  and log.script_name = 'journey_build'
