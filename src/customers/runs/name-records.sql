-- Every record under the name other commands take, such as jobs:4711; records without a key of their own by their id.
-- $1 business
select
  record.id,
  coalesce(split_part(record.source, '.', 2) || ':' || record.source_key, record.id::text) as name
from customers.records as record
where record.business_id = $1
union all
select
  arrival.id,
  coalesce(split_part(arrival.source, '.', 2) || ':' || arrival.source_key, arrival.id::text) as name
from arrivals as arrival
