-- How many of the staged rows have a person record already.
-- $1 business, $2 source
select count(*) as known
from staged_records as staged
join customers.records as record
  on record.business_id = $1
  and record.source = $2
  and record.source_id = staged.source_id
