-- The tables whose rows' records a run moved. $1 business
select distinct record.source
from planned_moves as moved
join customers.records as record
  on record.business_id = $1
  and record.id = moved.record_id
